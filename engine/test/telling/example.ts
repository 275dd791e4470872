import { exampleWorld } from '../../src/example-world.ts';
import { checkPacks, compile, type Example, type Policy, type Problem, type World } from '../../src/index.ts';
import { examplePacks } from '../../src/run-example.ts';
import { toldDuty } from './duties.ts';
import { toldGraph, toldRating } from './ratings.ts';
import { below, exactly, explained, sentence, type Told } from './sentences.ts';

type Expected = Example['expect'][number];

/**
 * Everything the policy of an example tells, block by block: what the check finds, the order of evaluation, results with every
 * digit and their explanations. `before` holds the blocks told already: what examples have in common is told once.
 */
export function toldExample(example: Example, before: Told): string[] {
  const packs = examplePacks([], example);
  const policy = compile(packs);
  const world = exampleWorld(example);
  const blocks = [
    checkPacks(packs)
      .filter(isOfRules)
      .flatMap(({ severity, code, path, line, column, words, wayOut }) => [
        `${severity} ${code} ${path}:${line}:${column}`,
        ...below([...sentence(words), ...sentence(wayOut, '→ ')]),
      ]),
    ...[...policy.ratings.keys()].map((id) => toldGraph(policy, id)),
    refusedEntries(policy, world),
    ...[...grouped(example.expect)].map(([, expected]) =>
      toldOf({ policy, world, before, asOf: example.as_of }, expected),
    ),
  ];
  const texts = blocks.map((lines) => lines.join('\n')).filter((text) => text !== '' && !before.has(text));
  for (const text of texts) before.add(text);
  return [sentence(example.example, '# ').join('\n'), ...texts];
}

/** Not of the forms that families share. */
const isOfRules = ({ path }: Problem): boolean => !path.includes('/forms/');

/** What ratings would have said of each entry before it was recorded. */
const refusedEntries = (policy: Policy, world: World): string[] =>
  world.facts
    .filter(({ form }) => policy.formsJudged.has(form))
    .flatMap((fact) => {
      const then = { ...world, facts: world.facts.filter(({ recordedAt }) => recordedAt < fact.recordedAt) };
      return (policy.entryProblems(then, [fact], fact.recordedOn).get(fact.id) ?? []).flatMap(({ rule, words }) =>
        sentence(words, `? ${fact.id} ${rule}: `),
      );
    });

/** Expectations about the same part and period. */
const grouped = (expected: readonly Expected[]): Map<string, Expected[]> => Map.groupBy(expected, keyOf);

const keyOf = (one: Expected): string =>
  'rating' in one
    ? `${one.rating} ${one.period}`
    : 'measure' in one
      ? `${one.measure} ${one.period}`
      : 'assignment' in one
        ? one.assignment
        : one.obligation;

interface Case {
  readonly policy: Policy;
  readonly world: World;
  readonly asOf: string;
  readonly before: Told;
}

function toldOf(known: Case, expected: readonly Expected[]): string[] {
  const { asOf } = known;
  const [first] = expected;
  if (first === undefined) return [];
  if ('rating' in first) {
    const asked = new Set(expected.flatMap((one) => ('subject' in one ? [one.subject] : [])));
    return toldRating(known, { rating: first.rating, period: first.period, asOf }, asked);
  }
  if ('measure' in first) return toldMeasure(known, first);
  if ('assignment' in first) return toldAssignment(known, first.assignment);
  return toldDuty(
    known,
    first.obligation,
    expected.flatMap((one) => ('obligation' in one ? [one] : [])),
  );
}

function toldMeasure(
  { policy, world, asOf, before }: Case,
  { measure, period }: { readonly measure: string; readonly period: string },
): string[] {
  const values = policy.measure(world, { measure, period, asOf });
  return [
    `## ${measure} ${period}, ${asOf}`,
    [...values].map(([organisation, value]) => `${organisation} = ${exactly(value)}`).join('; '),
    ...[...values.keys()].flatMap((organisation) =>
      explained(policy.explainMeasure(world, { measure, organisation, period, asOf }), before),
    ),
  ];
}

const toldAssignment = ({ policy, world, asOf }: Case, assignment: string): string[] => [
  `## ${assignment}, ${asOf}`,
  ...policy
    .assignments(world, { asOf, assignment })
    .flatMap(({ subject: { kind, id }, words }) => sentence(words, `! ${kind} ${id}: `)),
];
