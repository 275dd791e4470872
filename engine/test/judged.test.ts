import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { exampleWorld } from '../src/example-world.ts';
import type { Example, Policy, World } from '../src/index.ts';
import { examplePolicy } from '../src/run-example.ts';
import { written } from './family.ts';

const SETS = [
  { folder: new URL('../examples/', import.meta.url), read: (example: Example) => example },
  { folder: new URL('families/', import.meta.url), read: written },
];
const rated = SETS.flatMap(({ folder, read }) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .flatMap((name) => parse(readFileSync(new URL(name, folder), 'utf8'), { merge: true }) as Example[])
    .filter(({ pack }) => /filled_by|exchange|overdrawn/.test(JSON.stringify(pack ?? {})))
    .map(read),
);

/** What ratings say of each entry they judge, before it is recorded, in a world that may know less. */
const refused = (policy: Policy, world: World, known: (form: string) => readonly string[]): string[] =>
  world.facts
    .filter(({ form }) => policy.formsJudged.has(form))
    .flatMap((fact) => {
      const forms = known(fact.form);
      const facts = world.facts.filter((one) => one.recordedAt < fact.recordedAt && forms.includes(one.form));
      const problems = policy.entryProblems({ ...world, facts }, [fact], fact.recordedOn).get(fact.id) ?? [];
      return problems.map(({ words }) => `${fact.id}: ${words.en}`);
    });

test('what must be known to judge an entry is named, and is enough', () => {
  const told = rated.flatMap((example) => {
    const policy = examplePolicy([], example);
    const world = exampleWorld(example, policy.forms);
    const all = refused(policy, world, () => [...policy.forms.keys()]);
    expect(refused(policy, world, (form) => policy.formsJudged.get(form) ?? [])).toEqual(all);
    return all;
  });
  expect(told.length).toBeGreaterThan(5);
});
