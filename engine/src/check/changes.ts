import { diffPacks, type PackChange } from '../diff/diff-packs.ts';
import type { Pack } from '../pack/pack.ts';
import type { Problem } from '../problem.ts';
import type { Step } from '../schema/rating.ts';
import type { Words } from '../value.ts';
import { say } from '../words.ts';
import { type ChangesText, changesSince } from './changes-text.ts';

/** A version that CHANGES.md does not speak of: those whom it touches could not read what is new. */
export function checkChanges(pack: Pack): Problem[] {
  const { id, version } = pack.manifest;
  if (changesSince(pack, null)) return [];
  return [
    {
      ...atVersion(pack),
      code: 'changes-missing',
      words:
        pack.changes === null
          ? say('缺少 CHANGES.md', 'CHANGES.md is missing')
          : say(`CHANGES.md 没有写到版本 ${version}`, `CHANGES.md has no line on version ${version}`),
      wayOut: say(
        `在 CHANGES.md 写“## ${version} — 自某日起生效”，其下写明改了什么、涉及谁；luoshi pack diff <旧> packs/${id} --changelog 列出各行`,
        `Write “## ${version} — in force from …” into CHANGES.md, and below it what changed and for whom; luoshi pack diff <older> packs/${id} --changelog gives the lines`,
      ),
    },
  ];
}

/**
 * What differs from an older version and is not said: a version number that stayed although the content changed, and
 * changed parts that CHANGES.md does not name, by id or by title, under the versions since.
 */
export function checkChangesSince(before: Pack, after: Pack, beside: readonly Pack[] = []): Problem[] {
  if (before.hash === after.hash) return [];
  if (before.manifest.version === after.manifest.version) return [sameVersion(after)];
  const text = changesSince(after, before.manifest.version);
  if (!text) return checkChanges(after);
  return changedParts(before, after, beside).flatMap((part) =>
    isNamed(part, text) ? [] : [unnamed(part, text, after)],
  );
}

/** The lines of CHANGES.md that speak of every change since an older version: one a part, as Markdown. */
export function changelogLines(before: Pack, after: Pack, beside: readonly Pack[] = []): Words {
  const { version, in_force } = after.manifest;
  const parts = changedParts(before, after, beside);
  const lines = (language: 'zh-CN' | 'en') => parts.map((part) => `- ${told(part)[language]}`).join('\n');
  return say(
    `## ${version} — 自 ${in_force.from} 起生效\n\n${lines('zh-CN')}`,
    `## ${version} — in force from ${in_force.from}\n\n${lines('en')}`,
  );
}

/** All that changed in one part; in one step, where several steps of a rating changed: naming the rating says nothing of them. */
interface ChangedPart {
  readonly id: string;
  /** What it may be called in CHANGES.md. */
  readonly names: readonly string[];
  readonly changes: readonly PackChange[];
}

function changedParts(before: Pack, after: Pack, beside: readonly Pack[]): ChangedPart[] {
  const rules = diffPacks(before, after, beside).changes.filter(({ section }) => section !== 'manifest');
  return [...Map.groupBy(rules, ({ section, id }) => `${section} ${id}`).values()].flatMap((changes) => {
    const bySteps = Map.groupBy(changes, (change) => stepOf(change, before, after));
    const steps = [...bySteps.keys()].filter((step) => step !== null);
    if (steps.length < 2) return [partOf(changes)];
    return [...bySteps].map(([step, own]) =>
      step ? { ...partOf(own), id: step.id, names: namesOf(step) } : partOf(own),
    );
  });
}

function partOf(changes: readonly PackChange[]): ChangedPart {
  const id = (changes[0]?.id ?? '').replace(/^\w+:/, '');
  const titles = changes.flatMap(({ title, before: was }) => [title, ...titlesOf(was)]);
  return { id, names: [...new Set([id, ...titles.flatMap((title) => [title['zh-CN'], title.en])])], changes };
}

/** The step of a rating in which something changed; one that is gone as it was. */
function stepOf({ section, id, at, how }: PackChange, before: Pack, after: Pack): Step | null {
  const [, index, inside] = /^\/steps\/(\d+)(\/)?/.exec(at) ?? [];
  if (section !== 'rating' || index === undefined) return null;
  const { ratings } = how === 'removed' && inside === undefined ? before : after;
  return ratings.find((rating) => rating.id === id)?.steps[Number(index)] ?? null;
}

const namesOf = ({ id, title, clause }: Step): string[] => [
  ...new Set([id, title['zh-CN'], title.en, ...(clause === undefined ? [] : [clause])]),
];

/** A part that was renamed may still be called by its old title. */
const titlesOf = (was: unknown): Words[] => {
  if (typeof was !== 'object' || was === null || !('zh-CN' in was) || !('en' in was)) return [];
  return [say(String(was['zh-CN']), String(was.en))];
};

const isNamed = ({ names }: ChangedPart, { text }: ChangesText): boolean =>
  names.some((name) => (/^[\w.-]+$/.test(name) ? wordIn(name, text) : text.includes(name.toLowerCase())));

/** An id inside a longer one is not named. */
const wordIn = (name: string, text: string): boolean =>
  new RegExp(`(?<![\\w.-])${name.toLowerCase().replaceAll('.', '\\.')}(?![\\w-]|\\.\\w)`).test(text);

/** The changes of a part in one line, which names it. */
function told(part: ChangedPart): Words {
  const line = (language: 'zh-CN' | 'en', stop: string, colon: string): string => {
    const said = part.changes.map(({ words }) => words[language]).join(stop);
    const title = part.changes[0]?.title[language] ?? part.id;
    return isNamed(part, { text: said.toLowerCase(), line: 0 }) ? said : `${title}${colon}${said}`;
  };
  return say(line('zh-CN', '；', '：'), line('en', '; ', ': '));
}

function unnamed(part: ChangedPart, { line }: ChangesText, { manifest }: Pack): Problem {
  const words = told(part);
  return {
    severity: 'error',
    code: 'changes-unnamed',
    path: `${manifest.id}/CHANGES.md`,
    line,
    column: 1,
    words: say(
      `版本 ${manifest.version} 的说明没有写到一处改动：${words['zh-CN']}`,
      `The lines on version ${manifest.version} do not speak of a change: ${words.en}`,
    ),
    wayOut: say(
      `加一行，写出它的名称或编号（${part.id}）：- ${words['zh-CN']}`,
      `Add a line that names it or its id (${part.id}): - ${words.en}`,
    ),
  };
}

const sameVersion = (pack: Pack): Problem => ({
  ...atVersion(pack),
  code: 'same-version',
  words: say(
    `内容改了，版本号仍是 ${pack.manifest.version}`,
    `The content changed and the version is still ${pack.manifest.version}`,
  ),
  wayOut: say(
    '换一个版本号，并在 CHANGES.md 写明改了什么',
    'Give it a new version, and say in CHANGES.md what changed',
  ),
});

function atVersion({ manifest: { id }, places }: Pack) {
  const place = places.get(`manifest:${id}/version`);
  return {
    severity: 'error' as const,
    path: place?.path ?? `${id}/pack.yaml`,
    line: place?.line ?? 1,
    column: place?.column ?? 1,
  };
}
