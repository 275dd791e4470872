import { readdirSync, readFileSync } from 'node:fs';
import type { Language, Words } from '../../engine/src/value.ts';
import { say } from '../../engine/src/words.ts';

const RECIPES = new URL('../../engine/recipes/', import.meta.url);

/** What a rule text says and the lines of a tested example that write it. */
export interface Recipe {
  readonly said: Words;
  /** Keys from the pack’s folder down to where the lines stand: `ratings`, `steps`, `item`, `deduct`. */
  readonly place: readonly string[];
  /** Ids the lines define, or the id of the part they stand in. */
  readonly ids: readonly string[];
  readonly lines: readonly string[];
  /** Which example of its file it stands in, from 0. */
  readonly example: number;
}

export interface RecipeGroup {
  readonly file: string;
  readonly group: Words;
  readonly recipes: readonly Recipe[];
}

/** `engine/recipes/*.yaml` in order: a comment `# = …` begins a recipe, `# .` or less indentation ends it. */
export const recipeGroups = (): readonly RecipeGroup[] =>
  readdirSync(RECIPES)
    .filter((name) => /^\d.*\.yaml$/.test(name))
    .sort()
    .map((file) => groupOf(file, readFileSync(new URL(file, RECIPES), 'utf8')));

export function groupOf(file: string, text: string): RecipeGroup {
  const lines = text.split('\n');
  const recipes = lines.flatMap((line, i) => (SAID.test(line) ? [recipeAt(lines, i, file)] : []));
  return { file, group: bothOf(lines[0]?.replace(/^# /, '') ?? '', file), recipes };
}

/** Keys whose entries have an id of their own that results are asked for. */
const PARTS: ReadonlySet<string> = new Set(['steps', 'obligations', 'measures', 'assignments', 'values']);
const SAID = /^\s*# = (.*)$/;
const MARK = /^\s*# [=.]/;

function recipeAt(lines: readonly string[], at: number, file: string): Recipe {
  const indent = indentOf(lines[at] ?? '');
  const rest = lines.slice(at + 1);
  const end = rest.findIndex(
    (line) => line.trim() !== '' && (indentOf(line) < indent || /^\s*# \./.test(line) || isNext(line, indent)),
  );
  const body = (end < 0 ? rest : rest.slice(0, end)).filter((line) => !MARK.test(line) && !/^\s*#/.test(line));
  const above = parentsOf(lines, at, indent);
  const place = above.flatMap(({ key }) => (key === null ? [] : [key])).slice(1);
  const own = PARTS.has(place.at(-1) ?? '')
    ? body.flatMap((line) => (indentOf(line) === indent ? idsIn(line) : []))
    : [];
  return {
    said: bothOf(SAID.exec(lines[at] ?? '')?.[1] ?? '', file),
    place,
    ids: own.length > 0 ? own : above.flatMap(({ id }) => (id === null ? [] : [id])).slice(-1),
    lines: body.map((line) => line.slice(indent)),
    example: lines.slice(0, at).filter((line) => line.startsWith('- example:')).length - 1,
  };
}

/** A recipe of the same or an outer level ends the one before it; one deeper inside is part of it. */
const isNext = (line: string, indent: number): boolean => SAID.test(line) && indentOf(line) <= indent;

/** The lines a line stands under, outermost first: the key each opens and the id it has. */
function parentsOf(lines: readonly string[], at: number, indent: number): { key: string | null; id: string | null }[] {
  const parents: { key: string | null; id: string | null }[] = [];
  let inner = indent;
  for (let i = at - 1; i >= 0 && inner > 0; i--) {
    const line = lines[i] ?? '';
    if (line.trim() === '' || line.trim().startsWith('#')) continue;
    const deep = indentOf(line);
    if (deep >= inner) {
      const id = deep === inner ? (idsIn(line)[0] ?? null) : null;
      if (id !== null && !line.trim().startsWith('-')) parents.unshift({ key: null, id });
      continue;
    }
    inner = deep;
    parents.unshift({ key: /^\s*([\w-]+):$/.exec(line)?.[1] ?? null, id: idsIn(line)[0] ?? null });
  }
  return parents;
}

const indentOf = (line: string): number => line.search(/\S|$/);
const idsIn = (line: string): string[] =>
  [...line.matchAll(/^\s*(?:- )?(?:\{ )?id: ([\w.-]+)/g)].map(([, id = '']) => id);

function bothOf(text: string, file: string): Words {
  const [zh, en, more] = text.split(' | ');
  if (zh === undefined || en === undefined || more !== undefined)
    throw new Error(`${file}: “${text}” is not “中文 | English”`);
  return say(zh, en);
}

const BILINGUAL = /\{ zh-CN: ("[^"]*"|[^,{}]*), en: ("[^"]*"|[^{}]*) \}/g;

/** The lines of a recipe with texts in one language only. */
export const written = ({ lines }: Recipe, language: Language): string =>
  lines
    .map((line) => line.replaceAll(BILINGUAL, (_, zh: string, en: string) => (language === 'en' ? en : zh)))
    .join('\n')
    .trimEnd();
