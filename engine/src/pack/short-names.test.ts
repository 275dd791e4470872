import { expect, test } from 'vitest';
import { define } from './json-schema.ts';
import { shortNames } from './short-names.ts';

test('names are cut to their shortest beginning, told apart by a number, and followed by what refers to them', () => {
  const to = (name: string) => ({ $ref: `#/$defs/${name}` });
  expect(
    shortNames(
      {
        part: { properties: { a: to('form'), b: to('forms-2'), c: to('Formula'), d: to('form_title'), e: to('part') } },
        form: { type: 'string' },
        'forms-2': { items: to('form_title') },
        Formula: { const: '$ref' },
        form_title: { type: 'number' },
      },
      'part',
    ),
  ).toEqual({
    part: { properties: { a: to('f'), b: to('fo'), c: to('for'), d: to('f2'), e: to('part') } },
    f: { type: 'string' },
    fo: { items: to('f2') },
    for: { const: '$ref' },
    f2: { type: 'number' },
  });
});

test('a reference to nothing is refused', () =>
  expect(() => shortNames({ part: { $ref: '#/$defs/gone' } }, 'part')).toThrow('Nothing is defined as gone'));

test('two different definitions of one name are refused; the same again is the same', () => {
  const defs = {};
  define(defs, 'Condition', { $id: 'Condition', type: 'string' });
  define(defs, 'Condition', { type: 'string' });
  define(defs, 'Condition-of-a-form', { type: 'number' });
  expect(Object.keys(defs)).toEqual(['Condition', 'Condition-of-a-form']);
  expect(() => define(defs, 'Condition', { type: 'number' })).toThrow('Two definitions are called Condition');
});
