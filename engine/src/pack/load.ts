import { type Tabled, withRows } from '../constructs/items.ts';
import { hashOfFiles } from '../hash.ts';
import { cannotBeComputed } from '../kept.ts';
import { nearest } from '../nearest.ts';
import type { Finding, Place, Problem } from '../problem.ts';
import type { Adaptation } from '../schema/adaptation.ts';
import type { Example } from '../schema/example.ts';
import type { Form } from '../schema/form.ts';
import type { LocalItems } from '../schema/local-items.ts';
import type { Obligation } from '../schema/obligation.ts';
import type { Assignment, Calendar, Kinds, Manifest, Measure, Parameter } from '../schema/pack.ts';
import type { Rating } from '../schema/rating.ts';
import type { Language } from '../value.ts';
import { inBothLanguages } from './both-languages.ts';
import { duplicateIds } from './duplicates.ts';
import { numbersAsText } from './numbers-as-text.ts';
import type { LoadedPack, Pack, PackFile } from './pack.ts';
import { type ReadFile, readYaml } from './read.ts';
import { isRecord } from './schema-shape.ts';
import { emptyFile } from './schema-words.ts';
import { isHidden, isOtherFile, packSchema, SECTION_OF_FOLDER, type Section } from './sections.ts';
import { idForTitle, idsByTitle } from './titled.ts';
import { validate } from './validate.ts';

/** A part as it stands in a file, before it is known to be sound. */
export interface RawPart {
  readonly section: Section;
  readonly id: string;
  readonly value: unknown;
  readonly place: Place;
  /** Where something inside it stands, by JSON pointer. */
  readonly placeOf: (pointer: string) => Place;
}

interface Draft {
  readonly parts: RawPart[];
  readonly words: Record<Language, Record<string, string>>;
  readonly places: Map<string, Place>;
  readonly problems: Found[];
  readonly stops: Stops;
}

/** Whether nothing can be made of a text in which this was found. */
type Stops = (problem: Pick<Finding, 'severity' | 'code'>) => boolean;

const isError: Stops = ({ severity = 'error' }) => severity === 'error';

/** A problem, with the text that stands where an id belongs. */
type Found = Problem & Pick<Finding, 'written'>;

/** Reads a pack: YAML, schema, and ids used twice. Names that point elsewhere are judged by `checkPacks`. */
export const loadPack = (files: readonly PackFile[]): LoadedPack => load(files, isError);

/**
 * Reads a version that was accepted on its day: null only where its text does not say any more what is meant. The problems
 * beside a pack are what would be refused today.
 */
export const loadKept = (files: readonly PackFile[]): LoadedPack => load(files, cannotBeComputed);

function load(files: readonly PackFile[], stops: Stops): LoadedPack {
  const draft: Draft = { parts: [], words: { 'zh-CN': {}, en: {} }, places: new Map(), problems: [], stops };
  for (const file of files) if (!isOtherFile(file.path)) readFile(file, draft);
  const manifest = draft.parts.find((part) => part.section === 'manifest');
  if (!manifest) draft.problems.push(NO_MANIFEST);
  const name = isRecord(manifest?.value) ? String(manifest.value.id) : '';
  draft.problems.push(...duplicateIds(draft.parts, (path) => inPack(name, path)));
  const titled = idsByTitle(draft.parts.map(({ value }) => value));
  const problems = draft.problems.map(({ written, ...problem }) => ({
    ...problem,
    path: inPack(name, problem.path),
    wayOut: (written === undefined ? null : idForTitle(written, titled)) ?? problem.wayOut,
  }));
  if (!manifest || problems.some(stops)) return { pack: null, problems };
  const rules = files.filter((file) => !isOtherFile(file.path));
  const changes = files.find(({ path }) => path === 'CHANGES.md')?.text ?? null;
  return { pack: { ...assemble(draft, manifest.value as Manifest, hashOfFiles(rules), name), changes }, problems };
}

const inPack = (name: string, path: string): string => (name === '' ? path : `${name}/${path}`);

function assemble(draft: Draft, manifest: Manifest, hash: string, name: string): Omit<Pack, 'changes'> {
  const all = <T>(section: Section): T[] =>
    draft.parts.filter((part) => part.section === section).map((part) => part.value as T);
  return {
    manifest,
    hash,
    kinds: all<Kinds>('kinds'),
    calendars: all<Calendar>('calendar'),
    parameters: all<Parameter>('parameter'),
    forms: all<Form>('form'),
    obligations: all<Obligation>('obligation'),
    measures: all<Measure>('measure'),
    assignments: all<Assignment>('assignment'),
    ratings: all<Rating>('rating'),
    localItems: all<LocalItems>('local-items'),
    adaptations: all<Adaptation>('adaptation'),
    examples: all<Example>('example').map(numbersAsText),
    words: draft.words,
    places: new Map([...draft.places].map(([key, place]) => [key, { ...place, path: inPack(name, place.path) }])),
  };
}

function readFile({ path, text }: PackFile, draft: Draft): void {
  if (isHidden(path)) {
    draft.problems.push(hiddenFile(path));
    return;
  }
  const file = readYaml(path, text);
  draft.problems.push(...file.problems);
  if (file.problems.length > 0) return;
  if (file.value === null) {
    draft.problems.push(placed(emptyFile, '', file, path));
    return;
  }
  const [folder = '', ...rest] = path.split('/');
  if (path === 'pack.yaml') return addPart('manifest', file.value, '', file, path, draft);
  if (folder === 'words') return readWords(path, file, draft);
  const section = rest.length > 0 ? SECTION_OF_FOLDER[folder] : undefined;
  if (!section) {
    draft.problems.push(unknownFile(path, folder));
    return;
  }
  if (Array.isArray(file.value)) {
    const places = Map.groupBy(file.places, ([pointer]) => firstKey(pointer));
    file.value.forEach((value, index) => {
      const at = `/${index}`;
      addPart(section, value, at, { ...file, places: new Map(places.get(at)) }, path, draft);
    });
  } else addPart(section, file.value, '', file, path, draft);
}

/** `/12/fields/0` → `/12` */
function firstKey(pointer: string): string {
  const end = pointer.indexOf('/', 1);
  return end < 0 ? pointer : pointer.slice(0, end);
}

let unnamed = 0;

function addPart(section: Section, written: unknown, at: string, file: ReadFile, path: string, draft: Draft): void {
  const whole = inBothLanguages(packSchema[section], written);
  const wrong = validate(packSchema[section], whole);
  draft.problems.push(...wrong.map((finding) => placed(finding, at, file, path)));
  const { value, places, findings } =
    section === 'rating' && !wrong.some(draft.stops)
      ? tabled(whole, at, file)
      : { value: whole, places: file.places, findings: [] };
  draft.problems.push(...findings.map((finding) => placed(finding, at, { ...file, places }, path)));
  const id = isRecord(value) ? String(value.id ?? value.year ?? `${path}${at}`) : `${path}${at}#${unnamed++}`;
  const placeOf = (pointer: string): Place => placeIn(file, `${at}${pointer}`, path);
  draft.parts.push({ section, id, value, place: placeOf(''), placeOf });
  for (const [pointer, where] of places) draft.places.set(`${section}:${id}${pointer.slice(at.length)}`, where);
}

/** A rating whose tables of items have become steps, with the places of the file it stands in. */
function tabled(rating: unknown, at: string, file: ReadFile): Tabled {
  const within = new Map([...file.places].map(([pointer, place]) => [pointer.slice(at.length), place]));
  const { value, places, findings } = withRows(rating, within);
  return { value, findings, places: new Map([...places].map(([pointer, place]) => [`${at}${pointer}`, place])) };
}

function placeIn(file: ReadFile, pointer: string, path: string): Place {
  const place = file.places.get(pointer);
  if (place) return place;
  const up = pointer.endsWith('#key') ? pointer.slice(0, -4) : pointer.slice(0, pointer.lastIndexOf('/'));
  return pointer === '' ? { path, line: 1, column: 1 } : placeIn(file, up, path);
}

function placed(finding: Finding, base: string, file: ReadFile, path: string): Found {
  const { severity = 'error', code, at, words, wayOut, written } = finding;
  const problem = { severity, code, ...placeIn(file, `${base}${at}`, path), words, wayOut };
  return written === undefined ? problem : { ...problem, written };
}

function readWords(path: string, file: ReadFile, draft: Draft): void {
  const language = path.slice('words/'.length).replace(/\.ya?ml$/, '');
  if ((language !== 'zh-CN' && language !== 'en') || !isRecord(file.value)) {
    draft.problems.push(unknownFile(path, 'words'));
    return;
  }
  for (const [key, value] of Object.entries(file.value)) draft.words[language][key] = String(value);
}

function unknownFile(path: string, folder: string): Problem {
  const folders = [...Object.keys(SECTION_OF_FOLDER), 'words'];
  const close = nearest(folder, folders);
  return {
    severity: 'error',
    code: 'unknown-file',
    path,
    line: 1,
    column: 1,
    words: { 'zh-CN': `不知道“${path}”装什么`, en: `It is not known what “${path}” holds` },
    wayOut: {
      'zh-CN': close ? `是否应放在 ${close}/ ？` : `放入 ${folders.join('/、')}/ 之一`,
      en: close ? `Should it stand in ${close}/ ?` : `Put it into one of ${folders.join('/, ')}/`,
    },
  };
}

const hiddenFile = (path: string): Problem => ({
  severity: 'error',
  code: 'unknown-file',
  path,
  line: 1,
  column: 1,
  words: { 'zh-CN': `“${path}”的扩展名不是 .yaml，不会被读取`, en: `“${path}” does not end in .yaml and is not read` },
  wayOut: {
    'zh-CN': `改名为 ${path.replace(/\.\w+$/, '')}（Windows 须先显示文件扩展名）`,
    en: `Rename it to ${path.replace(/\.\w+$/, '')} (Windows hides endings unless told to show them)`,
  },
});

const NO_MANIFEST: Problem = {
  severity: 'error',
  code: 'no-manifest',
  path: 'pack.yaml',
  line: 1,
  column: 1,
  words: { 'zh-CN': '缺少 pack.yaml', en: 'pack.yaml is missing' },
  wayOut: {
    'zh-CN': '新建 pack.yaml，写明 id、version、title、authority、in_force',
    en: 'Add pack.yaml with id, version, title, authority and in_force',
  },
};
