import { Decimal } from './decimal.ts';
import { examplePackFiles } from './example-pack.ts';
import { exampleWorld, getSubject } from './example-world.ts';
import type { Explanation } from './explanation.ts';
import type { World } from './facts.ts';
import { nearest } from './nearest.ts';
import { loadPack } from './pack/load.ts';
import type { Pack } from './pack/pack.ts';
import { periodFromKey } from './period.ts';
import { compile, type Policy } from './policy.ts';
import { PolicyError } from './problem.ts';
import type { Rated, RatingExplanation, RatingResult } from './rating/rate.ts';
import { renderExplanation } from './render-explanation.ts';
import type { Example } from './schema/example.ts';
import type { Standing } from './standing.ts';
import type { Value, Words } from './value.ts';
import { formatValue, valueToJson } from './value-json.ts';

export interface ExampleResult {
  readonly name: Words;
  readonly passed: boolean;
  /** One sentence per expectation that did not hold, in English. */
  readonly failures: readonly string[];
}

type Expectation = Example['expect'][number];
type OnObligation = Extract<Expectation, { obligation: string }>;
type OnMeasure = Extract<Expectation, { measure: string }>;
type OnRating = Extract<Expectation, { rating: string }>;
type OnAssignment = Extract<Expectation, { assignment: string }>;

/** Runs one example against packs, and against its own inline parts when it has some. Never throws. */
export function runExample(packs: readonly Pack[], example: Example): ExampleResult {
  const failures = tryExample(packs, example);
  return { name: example.example, passed: failures.length === 0, failures };
}

function tryExample(packs: readonly Pack[], example: Example): string[] {
  try {
    const policy = examplePolicy(packs, example);
    const world = exampleWorld(example, policy.forms);
    return example.expect.flatMap((expected) => judge(policy, world, example.as_of, expected));
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

/** The packs as the example assumes them. @throws PolicyError */
export const examplePacks = (packs: readonly Pack[], example: Example): Pack[] =>
  withParameters([...packs, ...inlinePack(example)], example);

/** @throws PolicyError */
export const examplePolicy = (packs: readonly Pack[], example: Example): Policy =>
  compile(examplePacks(packs, example));

function inlinePack(example: Example): Pack[] {
  if (example.pack === undefined) return [];
  const { above, ...own } = example.pack as Record<string, unknown>;
  if (above === undefined) return [loaded(own)];
  const manifest = { depends_on: ['above'], ...(own.manifest as object | undefined) };
  const upper = above as Record<string, unknown>;
  return [
    loaded({ ...upper, manifest: { ...(upper.manifest as object | undefined), id: 'above' } }),
    loaded({ ...own, manifest }),
  ];
}

function loaded(parts: Readonly<Record<string, unknown>>): Pack {
  const { pack, problems } = loadPack(examplePackFiles(parts));
  if (!pack) throw new PolicyError(problems);
  return pack;
}

/** The packs with the parameter values the example assumes, valid at all times. @throws Error when there is no such parameter */
function withParameters(packs: readonly Pack[], { parameters = {} }: Example): Pack[] {
  const known = packs.flatMap((pack) => pack.parameters.map(({ id }) => id));
  for (const id of Object.keys(parameters)) {
    if (known.includes(id)) continue;
    const close = nearest(id, known);
    throw new Error(`There is no parameter “${id}” to assume${close === null ? '' : `; did you mean “${close}”?`}`);
  }
  const unset = Object.values(parameters).includes(null);
  return packs.map((pack) => ({
    ...pack,
    ratings: pack.ratings.map((rating) => (unset ? { provisional: UNSET, ...rating } : rating)),
    parameters: pack.parameters.map((parameter) => {
      const assumed = parameters[parameter.id];
      return assumed === undefined ? parameter : { ...parameter, values: { '0001-01-01': assumed } };
    }),
  }));
}

const UNSET = { 'zh-CN': '示例假定参数未设定', en: 'The example assumes a parameter that is not set' };

function judge(policy: Policy, world: World, asOf: string, expected: Expectation): string[] {
  if ('obligation' in expected) return judgeStanding(policy, world, asOf, expected);
  if ('measure' in expected) return judgeMeasure(policy, world, asOf, expected);
  if ('rating' in expected) return judgeRating(policy, world, asOf, expected);
  return judgeAssignment(policy, world, asOf, expected);
}

function judgeStanding(policy: Policy, world: World, asOf: string, expected: OnObligation): string[] {
  const { obligation } = expected;
  const subject = getSubject(world, expected.subject);
  const name = `${obligation} of ${expected.subject} ${expected.period ?? ''}`.trim();
  const from = expected.period === undefined ? undefined : (periodFromKey(expected.period)?.start ?? '2000-01-01');
  const rows = policy.evaluate(world, {
    asOf,
    subjects: [subject],
    obligations: [obligation],
    ...(from === undefined ? {} : { from }),
  });
  const standing = findStanding(rows, expected.period, asOf);
  if (!standing) return expected.light === 'none' ? [] : [`${name}: no standing; there are ${periodsOf(rows)}`];
  const { need, done, due, changesOn, period } = standing;
  const failures = [
    ...differing(`${name}: light`, expected.light, standing.light),
    ...differingNumber(`${name}: need`, expected.need, need),
    ...differingNumber(`${name}: done`, expected.done, done),
    ...differing(`${name}: due`, expected.due, due),
    ...differing(`${name}: changes_on`, expected.changes_on, changesOn),
  ];
  const explain = () => policy.explain(world, { obligation, subject, period: period.key, asOf });
  return [...failures, ...unsaid(name, expected.because, explain, failures.length > 0)];
}

const periodsOf = (rows: readonly Standing[]): string => rows.map((row) => row.period.key).join(', ') || 'none';

/** The named period, else the one the day lies in, else the last that has begun. */
function findStanding(rows: readonly Standing[], period: string | undefined, asOf: string): Standing | undefined {
  if (period !== undefined) return rows.find((row) => row.period.key === period);
  const begun = rows.filter((row) => row.period.start <= asOf);
  return begun.findLast((row) => asOf <= row.period.end) ?? begun.at(-1);
}

function judgeMeasure(policy: Policy, world: World, asOf: string, expected: OnMeasure): string[] {
  const { measure, organisation, period } = expected;
  const name = `${measure} of ${organisation} ${period}`;
  const value = policy.measure(world, { measure, period, asOf, organisations: [organisation] }).get(organisation);
  if (!value) return [`${name}: no value`];
  const explain = () => policy.explainMeasure(world, { measure, organisation, period, asOf });
  const explained = explain();
  const failures = [
    ...differing(`${name}: state`, expected.state ?? 'known', value.state),
    ...(JSON.stringify(explained.result) === JSON.stringify(valueToJson(value))
      ? []
      : [`${name}: the explanation arrives at ${formatValue(explained.result, undefined, 'en')} instead`]),
    ...(expected.value === undefined ? [] : differingNumber(`${name}: value`, expected.value, shown(value))),
  ];
  return [...failures, ...unsaid(name, expected.because, explain, failures.length > 0)];
}

function shown(value: Parameters<typeof valueToJson>[0]): string | boolean {
  const json = valueToJson(value);
  return json.state === 'known' ? json.value : formatValue(json, undefined, 'en');
}

function judgeRating(policy: Policy, world: World, asOf: string, expected: OnRating): string[] {
  const { rating, period } = expected;
  const subject = getSubject(world, expected.subject);
  const name = `${rating} of ${expected.subject} ${period}`;
  const result = policy.rate(world, { rating, period, asOf });
  const row = result.rated.find((one) => one.subject.kind === subject.kind && one.subject.id === subject.id);
  const found = findingsUnlike(name, expected.findings, result);
  if (!row) return expected.rated === false ? found : [`${name}: is not rated`];
  if (expected.rated === false) return [`${name}: is rated, expected not to be`, ...found];
  const failures = [
    ...Object.entries(expected.steps ?? {}).flatMap(([step, wanted]) =>
      differingNumber(`${name}: ${step}`, wanted, stateOrValue(row.steps.get(step))),
    ),
    ...found,
    ...consequencesUnlike(name, expected.consequences, row),
  ];
  const explain = () => policy.explainRating(world, { rating, period, asOf, subject });
  return [
    ...failures,
    ...unsaid(name, expected.because, explain, failures.length > 0),
    ...unchanged(name, expected.change ?? [], explain),
  ];
}

/** What follows, whether it holds or may, against what is expected. */
function consequencesUnlike(name: string, wanted: readonly string[] | undefined, { consequences }: Rated): string[] {
  if (wanted === undefined) return [];
  const follow = consequences.map(({ id, state }) => (state === 'holds' ? id : `${id} (${state})`));
  return differing(`${name}: consequences`, wanted.toSorted().join(', '), follow.toSorted().join(', '));
}

function findingsUnlike(name: string, wanted: readonly string[] | undefined, { findings }: RatingResult): string[] {
  if (wanted === undefined) return [];
  const lines = findings.flatMap(({ words }) => [words['zh-CN'], words.en]);
  if (wanted.length === 0 && findings.length > 0) return [`${name}: finds ${lines.join(' | ')}, expected nothing`];
  return wanted
    .filter((one) => !lines.some((line) => line.includes(one)))
    .map((one) => `${name}: “${one}” is not among the findings: ${lines.join(' | ') || 'none'}`);
}

function stateOrValue(value: Value | undefined): unknown {
  if (!value) return 'no such step';
  return value.state === 'known' ? shown(value) : value.state;
}

function unchanged(name: string, wanted: readonly string[], explain: () => RatingExplanation): string[] {
  if (wanted.length === 0) return [];
  const lines = explain().change.flatMap(({ words }) => [words['zh-CN'], words.en]);
  return wanted
    .filter((one) => !lines.some((line) => line.includes(one)))
    .map((one) => `${name}: “${one}” is not among what would change it:\n${lines.join('\n')}`);
}

function judgeAssignment(policy: Policy, world: World, asOf: string, expected: OnAssignment): string[] {
  const findings = policy.assignments(world, { asOf, assignment: expected.assignment });
  const found = [...new Set(findings.map((finding) => finding.subject.id))].sort();
  const wanted = [...expected.findings].sort();
  const text = findings.flatMap(({ words, rule }) => [words['zh-CN'], words.en, rule.title['zh-CN'], rule.title.en]);
  return [
    ...differing(`${expected.assignment}: findings`, wanted.join(', '), found.join(', ')),
    ...(expected.because ?? [])
      .filter((reason) => !text.some((line) => line.includes(reason)))
      .map((reason) => `${expected.assignment}: does not say “${reason}” but: ${text.join(' | ')}`),
  ];
}

function differing(what: string, expected: unknown, actual: unknown): string[] {
  if (expected === undefined || expected === actual) return [];
  return [`${what} is ${String(actual)}, expected ${String(expected)}`];
}

/** Numbers are equal by value: `2.50` is `2.5`. */
function differingNumber(what: string, expected: unknown, actual: unknown): string[] {
  const number = (value: unknown) => (/^-?\d+(\.\d+)?$/.test(String(value)) ? new Decimal(String(value)) : null);
  const [a, b] = [number(expected), number(actual)];
  return a && b && a.eq(b) ? [] : differing(what, expected, actual);
}

function unsaid(
  name: string,
  because: readonly string[] | undefined,
  explain: () => Explanation,
  failed: boolean,
): string[] {
  if (!because && !failed) return [];
  const explanation = explain();
  const texts = (['zh-CN', 'en'] as const).map((language) => renderExplanation(explanation, language));
  const missing = (because ?? []).filter((reason) => !texts.some((text) => text.includes(reason)));
  const failures = missing.map((reason) => `${name}: the explanation does not say “${reason}”`);
  return failed || missing.length > 0 ? [...failures, `${name} explained:\n${texts.join('\n')}`] : [];
}
