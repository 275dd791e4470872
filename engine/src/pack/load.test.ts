import { expect, test } from 'vitest';
import { loadPack } from './load.ts';
import type { PackFile } from './pack.ts';

const MANIFEST = `id: demo
version: 1.0.0
title: { zh-CN: 示范, en: demo }
authority: { zh-CN: 示范县, en: demo county }
in_force: { from: 2026-01-01 }
`;
const FORM = `- id: visit
  title: { zh-CN: 走访, en: visit }
  source: { document: 文件 }
  owner: { zh-CN: 办公室, en: office }
  frequency: as-it-happens
  minutes: 1
  subject: { person: true }
  date: done_on
  entered_by: [county-officer]
  fields:
    - { id: done_on, title: { zh-CN: 日期, en: day }, type: date }
`;
const files = (more: Record<string, string>): PackFile[] =>
  Object.entries({ 'pack.yaml': MANIFEST, 'forms/visit.yaml': FORM, ...more }).map(([path, text]) => ({ path, text }));
const problemsOf = (more: Record<string, string>): string[] =>
  loadPack(files(more)).problems.map(
    ({ path, line, column, code, words, wayOut }) => `${path}:${line}:${column} ${code} ${words.en} / ${wayOut.en}`,
  );

test('a sound pack loads', () => {
  const { pack, problems } = loadPack(files({}));
  expect(problems).toEqual([]);
  expect(pack?.forms.map((form) => form.id)).toEqual(['visit']);
  expect(pack?.places.get('form:visit/fields/0/type')).toEqual({ path: 'demo/forms/visit.yaml', line: 11, column: 59 });
});

test('a misspelt key is named where it stands, with the nearest known one', () => {
  expect(problemsOf({ 'forms/visit.yaml': FORM.replace('frequency:', 'frequncy:') })).toEqual([
    'demo/forms/visit.yaml:5:3 unknown-key Unknown key “frequncy” / Did you mean “frequency”?',
  ]);
});

test('in a union the branch that was meant is judged, not all of them', () => {
  expect(problemsOf({ 'forms/visit.yaml': FORM.replace('type: date }', 'type: date, not_futur: true }') })).toEqual([
    'demo/forms/visit.yaml:11:65 unknown-key Unknown key “not_futur” / Did you mean “not_future”?',
  ]);
  expect(problemsOf({ 'forms/visit.yaml': FORM.replace('type: date }', 'type: dat }') })[0]).toContain(
    'Did you mean “date”?',
  );
});

test('a misspelt option suggests the nearest', () => {
  expect(problemsOf({ 'forms/visit.yaml': FORM.replace('as-it-happens', 'as-it-hapens') })).toEqual([
    'demo/forms/visit.yaml:5:14 wrong-option “as-it-hapens” is not one of the options / Did you mean “as-it-happens”?',
  ]);
});

test('a number where text belongs is told to be quoted', () => {
  expect(problemsOf({ 'forms/visit.yaml': FORM.replace('document: 文件', 'document: 2026') })).toEqual([
    'demo/forms/visit.yaml:3:23 wrong-type Must be text, is 2026 / Put it in quotes: "2026"',
  ]);
});

test('an id used twice names both places', () => {
  expect(problemsOf({ 'forms/other.yaml': FORM })).toEqual([
    'demo/forms/other.yaml:1:3 duplicate-id “form:visit” is defined twice / First in demo/forms/visit.yaml:1; rename or remove one',
  ]);
});

test('broken YAML is placed', () => {
  expect(problemsOf({ 'forms/other.yaml': 'a: [1, 2' })[0]).toMatch(/^demo\/forms\/other\.yaml:1:\d+ yaml /);
});

test('a missing manifest and a misplaced file are said', () => {
  expect(
    loadPack([{ path: 'form/visit.yaml', text: FORM }]).problems.map(({ code, wayOut }) => [code, wayOut.en]),
  ).toEqual([
    ['unknown-file', 'Should it stand in forms/ ?'],
    ['no-manifest', 'Add pack.yaml with id, version, title, authority and in_force'],
  ]);
});

test('the hash depends on every byte and path, not on the order of files', () => {
  const hash = (some: PackFile[]): string | undefined => loadPack(some).pack?.hash;
  expect(hash(files({}))).toMatch(/^[0-9a-f]{64}$/);
  expect(hash(files({}).toReversed())).toBe(hash(files({})));
  expect(hash(files({ 'forms/visit.yaml': `${FORM}\n` }))).not.toBe(hash(files({})));
});

test('parts repeated too often by * are a finding, not a breakdown', () => {
  const many = `- &visit ${FORM.slice(2)}${'- *visit\n'.repeat(101)}`;
  expect(problemsOf({ 'forms/visit.yaml': many })).toEqual([
    'demo/forms/visit.yaml:1:1 yaml Parts are repeated by * too often: written out they would be too large / Write some of them out instead of repeating them by *',
  ]);
});

test('a misspelt key that came in with what was merged is placed where it can be found', () => {
  const shared = FORM.replace('- id: visit', '- &visit\n  id: visit').replace('minutes: 1', 'minutes: 1\n  mintes: 1');
  expect(problemsOf({ 'forms/visit.yaml': `${shared}- <<: *visit\n  id: call\n` })).toEqual([
    expect.stringMatching(/^demo\/forms\/visit.yaml:8:3 unknown-key Unknown key “mintes”/),
    expect.stringMatching(/^demo\/forms\/visit.yaml:\d+:\d+ unknown-key Unknown key “mintes”/),
  ]);
});
