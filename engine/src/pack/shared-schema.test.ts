import { expect, test } from 'vitest';
import { isRecord } from './schema-shape.ts';
import { shareSchemas } from './shared-schema.ts';

const text = (description?: string) => ({
  type: 'string',
  pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$',
  ...(description === undefined ? {} : { description }),
});

test('what differs in its description only is written once without, and described at each place', () => {
  const part = { properties: { form: text('Id of a form'), post: text('Id of a post'), kind: text() } };
  expect(shareSchemas({ part })).toEqual({
    part: {
      properties: {
        form: { $ref: '#/$defs/f', description: 'Id of a form' },
        post: { $ref: '#/$defs/f', description: 'Id of a post' },
        kind: { $ref: '#/$defs/f' },
      },
    },
    f: text(),
  });
});

test('what is shorter than a reference, or stands in one place once all is named, is written out', () => {
  const list = { type: 'array', items: { type: 'number' }, minItems: 1, maxItems: 12, description: 'Months' };
  const one = { type: 'object', properties: { months: list }, description: 'First' };
  const part = { properties: { a: one, b: { ...one, description: 'Second' } } };
  expect(shareSchemas({ part })).toEqual({
    part: {
      properties: {
        a: { $ref: '#/$defs/a', description: 'First' },
        b: { $ref: '#/$defs/a', description: 'Second' },
      },
    },
    a: { type: 'object', properties: { months: list } },
  });
});

test('a root that holds itself keeps a definition, and all is what it was when written out again', () => {
  const self = { $ref: '#/$defs/Value' };
  const range = { type: 'object', properties: { from: self, to: { ...self, description: 'The end' } } };
  const roots = {
    part: { properties: { value: self, range, ranges: { type: 'array', items: range, description: 'Several' } } },
    Value: { anyOf: [{ type: 'number' }, { properties: { of: { type: 'array', items: range }, within: range } }] },
  };
  const shared = shareSchemas(roots);
  expect(Object.keys(shared)).toEqual(['part', 'v', 'r']);
  expect(again(shared['part'], shared)).toEqual(roots.part);
  expect(again(shared['v'], shared)).toEqual(roots.Value);
});

/** A schema with its references followed, as far as the root that holds itself. */
function again(schema: unknown, defs: Readonly<Record<string, unknown>>): unknown {
  if (Array.isArray(schema)) return schema.map((one) => again(one, defs));
  if (!isRecord(schema)) return schema;
  const { $ref, ...beside } = schema;
  const here = Object.fromEntries(Object.entries(beside).map(([key, child]) => [key, again(child, defs)]));
  if (typeof $ref !== 'string') return here;
  if ($ref === '#/$defs/v') return { $ref: '#/$defs/Value', ...here };
  return { ...(again(defs[$ref.replace('#/$defs/', '')], defs) as object), ...here };
}
