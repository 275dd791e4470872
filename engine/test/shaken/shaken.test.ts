import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { exampleWorld } from '../../src/example-world.ts';
import {
  type Example,
  type Policy,
  type RatingQuery,
  type Standing,
  type SubjectRef,
  valueToJson,
  type World,
} from '../../src/index.ts';
import { examplePolicy } from '../../src/run-example.ts';
import { written } from '../family.ts';
import { unreadable } from '../readable.ts';
import { type Shake, shaken, shakes } from './shake.ts';

vi.setConfig({ testTimeout: 120_000 });

const SETS = [
  { folder: new URL('../../examples/', import.meta.url), read: (example: Example) => example },
  { folder: new URL('../families/', import.meta.url), read: written },
];

type Expected = Example['expect'][number];
type Asked<K extends string> = Extract<Expected, Record<K, string>>;

/** The examples of a file that ask about something, by the first of what they ask. */
const asking = <K extends 'rating' | 'obligation' | 'measure'>(key: K): [string, [Example, Asked<K>][]][] =>
  SETS.flatMap(({ folder, read }) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.yaml'))
      .flatMap((name): [string, [Example, Asked<K>][]][] => {
        const examples = parse(readFileSync(new URL(name, folder), 'utf8'), { merge: true }) as Example[];
        const own = examples.flatMap((example): [Example, Asked<K>][] => {
          const asked = example.expect.find((one): one is Asked<K> => key in one);
          return asked === undefined ? [] : [[read(example), asked]];
        });
        return own.length === 0 ? [] : [[name, own.slice(0, 2)]];
      }),
  );

interface Case {
  readonly policy: Policy;
  readonly world: World;
  readonly asOf: string;
  readonly name: string;
}

/** Runs a law over shaken worlds of an example. */
function overShaken(example: Example, law: (one: Case, before: World) => void): void {
  const policy = examplePolicy([], example);
  const world = exampleWorld(example, policy.forms);
  const asOf = example.as_of;
  const name = example.example.en;
  fc.assert(
    fc.property(shakes, (shake: Shake) =>
      law({ policy, asOf, name, world: shaken(world, policy.forms, asOf, shake) }, world),
    ),
    { numRuns: 8 },
  );
}

const keyOf = ({ kind, id }: SubjectRef): string => `${kind} ${id}`;
const told = (value: Parameters<typeof valueToJson>[0]): string => {
  const json = valueToJson(value);
  return json.state === 'known' ? JSON.stringify(json) : json.state;
};

/** Every value of every subject, and what follows. */
function sheet({ policy, world }: Pick<Case, 'policy' | 'world'>, query: RatingQuery): Map<string, string> {
  const { rated } = policy.rate(world, query);
  return new Map(
    rated
      .flatMap(({ subject, steps, consequences }) => [
        ...[...steps].map(([step, value]): [string, string] => [`${keyOf(subject)} ${step}`, told(value)]),
        ...consequences.map((one): [string, string] => [
          `${keyOf(subject)} => ${one.id}`,
          `${one.state} ${one.due} ${one.until}`,
        ]),
      ])
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}

const turned = (world: World): World => ({
  ...world,
  organisations: world.organisations.toReversed(),
  facts: world.facts.toReversed(),
});

/** The world as it was known at the end of a day. */
const knownOn = (world: World, asOf: string): World => ({
  ...world,
  facts: world.facts
    .filter(({ recordedOn }) => recordedOn <= asOf)
    .map(({ confirmation, endedOn, ...fact }) => ({
      ...fact,
      ...(confirmation === undefined || confirmation.on > asOf ? {} : { confirmation }),
      ...(endedOn === undefined || endedOn > asOf ? {} : { endedOn }),
    })),
});

describe.each(asking('rating'))('whatever becomes of the entries of %s, a rating', (_, examples) => {
  const over = (law: (one: Case, query: RatingQuery) => void): void => {
    for (const [example, { rating, period }] of examples)
      overShaken(example, (one) => law(one, { rating, period, asOf: one.asOf }));
  };

  test('comes to the same one by one, in any order, and from what was known then', () => {
    over((one, query) => {
      const now = sheet(one, query);
      expect(sheet(one, { ...query, oneByOne: true }), one.name).toEqual(now);
      expect(sheet({ ...one, world: turned(one.world) }, query), one.name).toEqual(now);
      expect(sheet({ ...one, world: knownOn(one.world, one.asOf) }, query), one.name).toEqual(now);
    });
  });

  test('is explained by what it came to, in whole sentences', () => {
    over(({ policy, world, name }, query) => {
      for (const { subject, steps } of policy.rate(world, query).rated) {
        for (const [step, value] of steps) {
          const explained = policy.explainRating(world, { ...query, subject, step });
          expect(explained.result, `${name}: ${step}`).toEqual(valueToJson(value));
        }
        expect(unreadable(policy.explainRating(world, { ...query, subject })), name).toEqual([]);
      }
    });
  });
});

const standingKey = ({ subject, obligation, period }: Standing): string =>
  `${keyOf(subject)} ${obligation} ${period.key}`;
const sorted = (all: readonly Standing[]): Standing[] =>
  all.toSorted((a, b) => (standingKey(a) < standingKey(b) ? -1 : 1)).map((one) => ({ ...one, missing: [] }));

describe.each(asking('obligation'))('whatever becomes of the entries of %s, a duty', (_, examples) => {
  const over = (law: (one: Case) => void): void => {
    for (const [example] of examples) overShaken(example, law);
  };

  test('stands the same for one alone, in any order, and from what was known then', () => {
    over(({ policy, world, asOf, name }) => {
      const all = sorted(policy.evaluate(world, { asOf }));
      expect(sorted(policy.evaluate(turned(world), { asOf })), name).toEqual(all);
      expect(sorted(policy.evaluate(knownOn(world, asOf), { asOf })), name).toEqual(all);
      for (const subject of new Map(all.map((one) => [keyOf(one.subject), one.subject])).values())
        expect(sorted(policy.evaluate(world, { asOf, subjects: [subject] })), name).toEqual(
          all.filter((one) => keyOf(one.subject) === keyOf(subject)),
        );
    });
  });

  test('is explained by how it stands, in whole sentences', () => {
    over(({ policy, world, asOf, name }) => {
      for (const { obligation, subject, period, light } of policy.evaluate(world, { asOf })) {
        const explained = policy.explain(world, { obligation, subject, period: period.key, asOf });
        expect(explained.light, name).toBe(light);
        expect(unreadable(explained), name).toEqual([]);
      }
    });
  });
});

test.each(asking('measure'))(
  'whatever becomes of the entries of %s, a figure is explained by what it is',
  (_, examples) => {
    for (const [example, { measure, period }] of examples)
      overShaken(example, ({ policy, world, asOf, name }) => {
        const values = policy.measure(world, { measure, period, asOf });
        const back = policy.measure(turned(knownOn(world, asOf)), { measure, period, asOf });
        for (const [organisation, value] of values) {
          const explained = policy.explainMeasure(world, { measure, period, asOf, organisation });
          expect(explained.result, name).toEqual(valueToJson(value));
          expect(unreadable(explained), name).toEqual([]);
          expect(told(back.get(organisation) as typeof value), name).toBe(told(value));
        }
      });
  },
);
