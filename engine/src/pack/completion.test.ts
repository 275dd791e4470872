import { expect, test } from 'vitest';
import { getLanguageService, TextDocument } from 'vscode-json-languageservice';
import type { Language } from '../value.ts';
import { editorSchemaText } from './json-schema.ts';
import type { Section } from './sections.ts';

const made = new Map<string, string>();
/** Each is made once: the largest takes a while. */
function schemaText(section: Section, language: Language): string {
  const key = `${language} ${section}`;
  const text = made.get(key) ?? editorSchemaText(section, language);
  made.set(key, text);
  return text;
}

/** What the editor most people write with offers at `|`; YAML editors ask the same schema. */
async function offered(
  section: Section,
  text: string,
  language: Language = 'zh-CN',
): Promise<{ label: string; help: string }[]> {
  const uri = 'schema://pack';
  const service = getLanguageService({
    schemaRequestService: () => Promise.resolve(schemaText(section, language)),
  });
  service.configure({ schemas: [{ uri, fileMatch: ['*'] }] });
  const document = TextDocument.create('file:///pack.json', 'json', 1, text.replace('|', ''));
  const list = await service.doComplete(
    document,
    document.positionAt(text.indexOf('|')),
    service.parseJSONDocument(document),
  );
  return (list?.items ?? []).map(({ label, documentation }) => ({
    label,
    help: typeof documentation === 'string' ? documentation : (documentation?.value ?? ''),
  }));
}

const labels = async (section: Section, text: string): Promise<string[]> =>
  (await offered(section, text)).map(({ label }) => label);

test('the keys of a step', async () => {
  expect(await labels('rating', '{ "steps": [{ "id": "a", | }] }')).toEqual(
    expect.arrayContaining(['item', 'quota', 'weighted', 'ballots', 'title', 'clause']),
  );
});

test('the keys of one construct, inside a list of parts too', async () => {
  const wanted = ['full', 'starts', 'deduct', 'award', 'floor', 'cap', 'missing'];
  expect(await labels('rating', '{ "steps": [{ "item": { | } }] }')).toEqual(expect.arrayContaining(wanted));
  expect(await labels('rating', '[{ "steps": [{ "item": { | } }] }]')).toEqual(expect.arrayContaining(wanted));
});

test('the answers to an open choice', async () => {
  const answers = ['"lapse"', '"move-down"'];
  expect(await labels('rating', '{ "steps": [{ "quota": { "unfilled": | } }] }')).toEqual(
    expect.arrayContaining(answers),
  );
});

test('the question of an open choice as help', async () => {
  const keys = await offered('rating', '{ "steps": [{ "quota": { | } }] }');
  expect(keys.find(({ label }) => label === 'rounding')?.help).toContain('名额不是整数怎么办');
});

test('what a key is for where it stands, not what it is everywhere', async () => {
  const keys = await offered('rating', '{ "steps": [{ "item": { | } }] }');
  expect(keys.find(({ label }) => label === 'full')?.help).toBe('满分；没有的写 none');
  const ends = await offered('rating', '{ "steps": [{ "bands": { "rows": [{ | }] } }] }', 'en');
  expect(ends.find(({ label }) => label === 'at_least')?.help).toBe('This or more');
});

test('help in the language of the schema', async () => {
  const help = async (language: Language) =>
    (await offered('rating', '{ "steps": [{ "quota": { | } }] }', language)).map((one) => one.help).join('\n');
  expect(await help('zh-CN')).not.toMatch(/What happens/);
  expect(await help('en')).not.toMatch(/\p{Script=Han}/u);
});

test('sets inside expressions inside steps', async () => {
  const set = '{ "steps": [{ "formula": { "count": { "form": "visit", | } } }] }';
  expect(await labels('rating', set)).toEqual(expect.arrayContaining(['where', 'during', 'about']));
});

test('duties and forms', async () => {
  expect(await labels('obligation', '{ | }')).toEqual(expect.arrayContaining(['who', 'when', 'amount', 'counts']));
  expect(await labels('form', '{ "fields": [{ "type": | }] }')).toEqual(expect.arrayContaining(['"date"', '"choice"']));
});
