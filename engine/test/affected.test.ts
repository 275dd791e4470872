import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { exampleWorld } from '../src/example-world.ts';
import type { Example, Standing } from '../src/index.ts';
import { examplePolicy } from '../src/run-example.ts';
import { written } from './family.ts';

const SETS = [
  { folder: new URL('../examples/', import.meta.url), read: (example: Example) => example },
  { folder: new URL('families/', import.meta.url), read: written },
];
const duties = SETS.flatMap(({ folder, read }) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .flatMap((name): [string, Example[]][] => {
      const examples = parse(readFileSync(new URL(name, folder), 'utf8'), { merge: true }) as Example[];
      const own = examples.filter(({ expect: expected }) => expected.some((one) => 'obligation' in one)).map(read);
      return own.length === 0 ? [] : [[name, own]];
    }),
);

const byKey = (rows: readonly Standing[]): Map<string, Standing> =>
  new Map(rows.map((row) => [`${row.subject.kind}:${row.subject.id} ${row.obligation} ${row.period.key}`, row]));

test.each(duties)('whom an entry of %s concerns is named before anything is worked out again', (_, examples) => {
  for (const example of examples) {
    const policy = examplePolicy([], example);
    const world = exampleWorld(example);
    const all = byKey(policy.evaluate(world, { asOf: example.as_of }));
    for (const fact of world.facts) {
      const without = { ...world, facts: world.facts.filter((one) => one !== fact) };
      const fewer = byKey(policy.evaluate(without, { asOf: example.as_of }));
      const named = policy.affected(fact, world).map(({ kind, id }) => `${kind}:${id}`);
      for (const key of new Set([...all.keys(), ...fewer.keys()])) {
        if (JSON.stringify(all.get(key)) === JSON.stringify(fewer.get(key))) continue;
        expect(named, `${example.example.en}: ${fact.form} of ${fact.subject.id}`).toContain(key.split(' ')[0]);
      }
    }
  }
});

/** What is named for an entry, in the examples of a construct in which subjects of every kind owe something. */
function namedIn(file: string, form: string, subject: string): string[] {
  const examples = duties.find(([name]) => name === file)?.[1] ?? [];
  const found = examples.flatMap((example) => {
    const policy = examplePolicy([], example);
    const world = exampleWorld(example);
    const fact = world.facts.find((one) => one.form === form && one.subject.id === subject);
    return fact ? [policy.affected(fact, world)] : [];
  });
  return (found[0] ?? []).map(({ kind, id }) => `${kind}:${id}`).sort();
}

test('nobody else is named: a visit concerns who made it, a contact of a village those who work there', () => {
  expect(namedIn('who-postings.yaml', 'visit', '李明')).toEqual(['posting:李明']);
  expect(namedIn('who-organisations.yaml', 'visit', '王庄')).toEqual(['organisation:王庄']);
  expect(namedIn('counts.yaml', 'contact', '王庄')).toEqual(['posting:李明']);
});

test('forms whose entries reach duties through whom a field names are told apart from others', () => {
  const naming = duties.flatMap(([file, examples]) =>
    examples.flatMap((example) => [...examplePolicy([], example).formsNaming].map((form) => `${file} ${form}`)),
  );
  for (const [file, examples] of duties) {
    for (const { pack } of examples) {
      const { obligations = [] } = pack as { readonly obligations?: readonly Written[] };
      for (const { when, counts } of obligations) {
        const named = [
          ...(typeof when.after?.about === 'object' || typeof when.before?.about === 'object'
            ? [when.after ?? when.before]
            : []),
          ...counts.filter(({ from_subject }) => typeof from_subject === 'object'),
        ];
        for (const one of named) expect(naming).toContain(`${file} ${one?.form}`);
      }
    }
  }
  expect(naming.length).toBeGreaterThan(0);
});

interface Written {
  readonly when: { readonly after?: Event; readonly before?: Event };
  readonly counts: readonly { readonly form: string; readonly from_subject?: unknown }[];
}
interface Event {
  readonly form: string;
  readonly about?: unknown;
}
