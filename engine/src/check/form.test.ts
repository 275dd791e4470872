import { expect, it } from 'vitest';
import { examplePackFiles } from '../example-pack.ts';
import { loadPack } from '../pack/load.ts';
import { checkPacks } from './check.ts';

const said = (text: string) => ({ 'zh-CN': text, en: text });
const field = (id: string, type: string, more: object = {}) => ({ id, title: said(`the ${id}`), type, ...more });
const ON = field('on', 'date');
const option = (id: string) => ({ id, title: said(id) });

/** What is found in a form: its code, and what stands on the line it is placed at, the last such line. */
function found(more: object, ...fields: object[]): string[] {
  const kinds = {
    organisations: [{ id: 'village', title: said('village'), level: 5, parents: [] }],
    units: [{ id: 'day', title: said('days') }],
  };
  const form = { id: 'visit', subject: { organisation: ['village'] }, date: 'on', fields: [ON, ...fields], ...more };
  const files = examplePackFiles({ kinds, forms: [form] });
  const { pack, problems } = loadPack(files);
  if (!pack) throw new Error(JSON.stringify(problems));
  const lines = files.find(({ path }) => path.startsWith('forms/'))?.text.split('\n') ?? [];
  return checkPacks([pack]).map(({ code, path, line }) => {
    expect(path).toBe('example/forms/example.yaml');
    const text = lines[line - 1] ?? '';
    expect(lines.lastIndexOf(text)).toBe(line - 1);
    return `${code}: ${text.trim()}`;
  });
}

it('a sound form has no problems', () => {
  const sure = { when: 'data.done', unit: 'day' };
  const rules = [{ check: 'data.hours > 1', message: said('too few') }];
  expect(found({ rules }, field('done', 'boolean'), field('hours', 'integer', sure))).toEqual([]);
});

it.each<[string, object, object[], string[]]>([
  ['a date that is none', { date: 'note' }, [field('note', 'text')], ['not-a-date: date: note']],
  ['a date that is not there', { date: 'onn' }, [], ['unknown-field: date: onn']],
  ['an id no condition can read', {}, [field('in', 'text')], ['word-of-conditions: id: in']],
  ['an id used twice', {}, [field('a', 'text'), field('b', 'text'), field('a', 'text')], ['duplicate-id: id: a']],
  [
    'the same option',
    {},
    [field('kind', 'choice', { options: [option('x'), option('x')] })],
    ['duplicate-id: - id: x'],
  ],
  [
    'one of several',
    {},
    [field('kind', 'choices', { options: [option('x'), option('x')] })],
    ['duplicate-id: - id: x'],
  ],
  ['a unit', {}, [field('hours', 'integer', { unit: 'days' })], ['unknown-unit: unit: days']],
  ['a unit of decimals', {}, [field('hours', 'decimal', { unit: 'days', decimals: 1 })], ['unknown-unit: unit: days']],
  ['when it is asked', {}, [field('note', 'text', { when: 'data.onn' })], ['condition: when: data.onn']],
  ['what must hold', { rules: [{ check: 'data.onn', message: said('no') }] }, [], ['condition: - check: data.onn']],
  [
    'whom it is about',
    { subject: { organisation: ['village', 'hamlet'] } },
    [],
    ['unknown-organisation-kind: - hamlet'],
  ],
  ['who was posted', { subject: { posting: ['sent'] } }, [], ['unknown-posting-kind: - sent']],
  [
    'whom it names',
    {},
    [field('who', 'subject', { of: { organisation: ['hamlet'] } })],
    ['unknown-organisation-kind: - hamlet'],
  ],
  [
    'two kinds of subject',
    { subject: { organisation: ['village'], person: true } },
    [],
    ['one-subject: organisation:'],
  ],
])('%s is found where it stands', (_, more, fields, problems) => expect(found(more, ...fields)).toEqual(problems));
