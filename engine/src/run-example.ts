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
import { unreadEntries } from './unread-entries.ts';
import type { Value, Words } from './value.ts';
import { formatValue, valueToJson } from './value-json.ts';
import { say } from './words.ts';

export interface ExampleResult {
  readonly name: Words;
  readonly passed: boolean;
  /** One sentence per expectation that did not hold, and why it is as it is. */
  readonly failures: readonly Words[];
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

function tryExample(packs: readonly Pack[], example: Example): Words[] {
  try {
    const policy = examplePolicy(packs, example);
    const world = exampleWorld(example, policy.forms);
    return example.expect.flatMap((expected) => {
      const unlike = judge(policy, world, example.as_of, expected);
      if (unlike.length === 0) return [];
      const period = 'period' in expected ? expected.period : undefined;
      return [...unreadEntries(world, { asOf: example.as_of, period, forms: policy.forms }), ...unlike];
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return [say(`不能运行：${message}`, message)];
  }
}

/** The packs as the example assumes them. @throws PolicyError */
export const examplePacks = (packs: readonly Pack[], example: Example): Pack[] =>
  withParameters([...packs, ...inlinePack(example)], example);

/** @throws PolicyError */
export function examplePolicy(packs: readonly Pack[], example: Example): Policy {
  if (example.pack !== undefined) return compile(examplePacks(packs, example));
  const known = policies.get(packs) ?? new Map<string, Policy>();
  policies.set(packs, known);
  const key = JSON.stringify(example.parameters ?? {});
  const policy = known.get(key) ?? compile(examplePacks(packs, example));
  known.set(key, policy);
  return policy;
}

/** Most examples of a pack assume nothing: they share one policy. */
const policies = new WeakMap<readonly Pack[], Map<string, Policy>>();

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

function judge(policy: Policy, world: World, asOf: string, expected: Expectation): Words[] {
  if ('obligation' in expected) return judgeStanding(policy, world, asOf, expected);
  if ('measure' in expected) return judgeMeasure(policy, world, asOf, expected);
  if ('rating' in expected) return judgeRating(policy, world, asOf, expected);
  return judgeAssignment(policy, world, asOf, expected);
}

function judgeStanding(policy: Policy, world: World, asOf: string, expected: OnObligation): Words[] {
  const { obligation } = expected;
  const subject = getSubject(world, expected.subject);
  const title = policy.obligations.get(obligation)?.title['zh-CN'] ?? obligation;
  const name = nameOf(title, obligation, expected.subject, expected.period);
  const from = expected.period === undefined ? undefined : (periodFromKey(expected.period)?.start ?? '2000-01-01');
  const rows = policy.evaluate(world, {
    asOf,
    subjects: [subject],
    obligations: [obligation],
    ...(from === undefined ? {} : { from }),
  });
  const standing = findStanding(rows, expected.period, asOf);
  if (!standing) {
    const there = periodsOf(rows);
    return expected.light === 'none'
      ? []
      : [about(name, `没有这一期；有 ${there || '无'}`, `no standing; there are ${there || 'none'}`)];
  }
  const { need, done, due, changesOn, period } = standing;
  const failures = [
    ...differing(about(name, '灯', 'light'), expected.light, standing.light),
    ...differingNumber(about(name, '应办', 'need'), expected.need, need),
    ...differingNumber(about(name, '已办', 'done'), expected.done, done),
    ...differing(about(name, '期限', 'due'), expected.due, due),
    ...differing(about(name, '变灯之日', 'changes_on'), expected.changes_on, changesOn),
  ];
  const explain = () => policy.explain(world, { obligation, subject, period: period.key, asOf });
  return [...failures, ...unsaid(name, expected.because, explain, failures.length > 0)];
}

const periodsOf = (rows: readonly Standing[]): string => rows.map((row) => row.period.key).join(', ');

/** The named period, else the one the day lies in, else the last that has begun. */
function findStanding(rows: readonly Standing[], period: string | undefined, asOf: string): Standing | undefined {
  if (period !== undefined) return rows.find((row) => row.period.key === period);
  const begun = rows.filter((row) => row.period.start <= asOf);
  return begun.findLast((row) => asOf <= row.period.end) ?? begun.at(-1);
}

function judgeMeasure(policy: Policy, world: World, asOf: string, expected: OnMeasure): Words[] {
  const { measure, organisation, period } = expected;
  const title = policy.measures.get(measure)?.title['zh-CN'] ?? measure;
  const name = nameOf(title, measure, organisation, period);
  const value = policy.measure(world, { measure, period, asOf, organisations: [organisation] }).get(organisation);
  if (!value) return [about(name, '没有值', 'no value')];
  const explain = () => policy.explainMeasure(world, { measure, organisation, period, asOf });
  const explained = explain();
  const failures = [
    ...differing(about(name, '状态', 'state'), expected.state ?? 'known', value.state),
    ...(JSON.stringify(explained.result) === JSON.stringify(valueToJson(value))
      ? []
      : [
          about(
            name,
            `说明得出的却是 ${formatValue(explained.result, undefined, 'zh-CN')}`,
            `the explanation arrives at ${formatValue(explained.result, undefined, 'en')} instead`,
          ),
        ]),
    ...(expected.value === undefined ? [] : differingNumber(about(name, '值', 'value'), expected.value, shown(value))),
  ];
  return [...failures, ...unsaid(name, expected.because, explain, failures.length > 0)];
}

function shown(value: Parameters<typeof valueToJson>[0]): string | boolean {
  const json = valueToJson(value);
  return json.state === 'known' ? json.value : formatValue(json, undefined, 'en');
}

function judgeRating(policy: Policy, world: World, asOf: string, expected: OnRating): Words[] {
  const { rating, period } = expected;
  const subject = getSubject(world, expected.subject);
  const scheme = policy.ratings.get(rating);
  const name = nameOf(scheme?.title['zh-CN'] ?? rating, rating, expected.subject, period);
  const result = policy.rate(world, { rating, period, asOf });
  const row = result.rated.find((one) => one.subject.kind === subject.kind && one.subject.id === subject.id);
  const found = findingsUnlike(name, expected.findings, result);
  if (!row) return expected.rated === false ? found : [about(name, '不参评', 'is not rated')];
  if (expected.rated === false) return [about(name, '参评了，应为不参评', 'is rated, expected not to be'), ...found];
  const titleOf = (id: string) => scheme?.steps.find((step) => step.id === id)?.title['zh-CN'] ?? id;
  const wrong = Object.entries(expected.steps ?? {}).flatMap(([id, wanted]): { id: string; said: Words[] }[] => {
    const what = about(name, `“${titleOf(id)}”（${id}）`, id);
    const said = differingNumber(what, wanted, stateOrValue(row.steps.get(id)));
    return said.length > 0 ? [{ id, said }] : [];
  });
  const failures = [
    ...wrong.flatMap(({ said }) => said),
    ...found,
    ...consequencesUnlike(name, expected.consequences, row),
  ];
  const explain = () => policy.explainRating(world, { rating, period, asOf, subject });
  const only = wrong.map(({ id }) => id).filter((id) => row.steps.has(id));
  const why = () =>
    only.length === 0 ? explain() : policy.explainRating(world, { rating, period, asOf, subject, only });
  return [
    ...failures,
    ...unsaid(name, expected.because, explain, failures.length > 0, why),
    ...unchanged(name, expected.change ?? [], explain),
  ];
}

/** What follows, whether it holds or may, against what is expected. */
function consequencesUnlike(name: Words, wanted: readonly string[] | undefined, { consequences }: Rated): Words[] {
  if (wanted === undefined) return [];
  const follow = consequences.map(({ id, state }) => (state === 'holds' ? id : `${id} (${state})`));
  return differing(about(name, '后果', 'consequences'), wanted.toSorted().join(', '), follow.toSorted().join(', '));
}

function findingsUnlike(name: Words, wanted: readonly string[] | undefined, { findings }: RatingResult): Words[] {
  if (wanted === undefined) return [];
  const lines = findings.flatMap(({ words }) => [words['zh-CN'], words.en]);
  if (wanted.length === 0 && findings.length > 0) {
    return [about(name, `提示了 ${lines.join(' | ')}，应无提示`, `finds ${lines.join(' | ')}, expected nothing`)];
  }
  return wanted
    .filter((one) => !lines.some((line) => line.includes(one)))
    .map((one) =>
      about(
        name,
        `提示中没有“${one}”，有：${lines.join(' | ') || '无'}`,
        `“${one}” is not among the findings: ${lines.join(' | ') || 'none'}`,
      ),
    );
}

function stateOrValue(value: Value | undefined): unknown {
  if (!value) return 'no such step';
  return value.state === 'known' ? shown(value) : value.state;
}

function unchanged(name: Words, wanted: readonly string[], explain: () => RatingExplanation): Words[] {
  if (wanted.length === 0) return [];
  const lines = explain().change.flatMap(({ words }) => [words['zh-CN'], words.en]);
  return wanted
    .filter((one) => !lines.some((line) => line.includes(one)))
    .map((one) =>
      about(
        name,
        `“怎样才会不同”中没有“${one}”，有：\n${lines.join('\n')}`,
        `“${one}” is not among what would change it:\n${lines.join('\n')}`,
      ),
    );
}

function judgeAssignment(policy: Policy, world: World, asOf: string, expected: OnAssignment): Words[] {
  const name = say(expected.assignment, expected.assignment);
  const findings = policy.assignments(world, { asOf, assignment: expected.assignment });
  const found = [...new Set(findings.map((finding) => finding.subject.id))].sort();
  const wanted = [...expected.findings].sort();
  const text = findings.flatMap(({ words, rule }) => [words['zh-CN'], words.en, rule.title['zh-CN'], rule.title.en]);
  return [
    ...differing(about(name, '不符合的', 'findings'), wanted.join(', '), found.join(', ')),
    ...(expected.because ?? [])
      .filter((reason) => !text.some((line) => line.includes(reason)))
      .map((reason) =>
        about(
          name,
          `没有说“${reason}”，说的是：${text.join(' | ')}`,
          `does not say “${reason}” but: ${text.join(' | ')}`,
        ),
      ),
  ];
}

const nameOf = (title: string, id: string, subject: string, period = ''): Words =>
  say(`${subject} ${title} ${period}`.trim(), `${id} of ${subject} ${period}`.trim());

const about = (name: Words, zh: string, en: string): Words => say(`${name['zh-CN']}：${zh}`, `${name.en}: ${en}`);

function differing(what: Words, expected: unknown, actual: unknown): Words[] {
  if (expected === undefined || expected === actual) return [];
  return [
    say(
      `${what['zh-CN']}实得 ${String(actual)}，应得 ${String(expected)}`,
      `${what.en} is ${String(actual)}, expected ${String(expected)}`,
    ),
  ];
}

/** Numbers are equal by value: `2.50` is `2.5`. */
function differingNumber(what: Words, expected: unknown, actual: unknown): Words[] {
  const number = (value: unknown) => (/^-?\d+(\.\d+)?$/.test(String(value)) ? new Decimal(String(value)) : null);
  const [a, b] = [number(expected), number(actual)];
  return a && b && a.eq(b) ? [] : differing(what, expected, actual);
}

/** What the explanation does not say; after a failure also why it is as it is, by `why` where less than all of it will do. */
function unsaid(
  name: Words,
  because: readonly string[] | undefined,
  explain: () => Explanation,
  failed: boolean,
  why: () => Explanation = explain,
): Words[] {
  if (!because && !failed) return [];
  const texts = because ? LANGUAGES.map((language) => renderExplanation(explain(), language)) : [];
  const missing = (because ?? []).filter((reason) => !texts.some((text) => text.includes(reason)));
  const failures = missing.map((reason) =>
    about(name, `说明里没有“${reason}”`, `the explanation does not say “${reason}”`),
  );
  if (!failed && missing.length === 0) return failures;
  const shown = missing.length > 0 ? explain() : why();
  const [zh = '', en = ''] = LANGUAGES.map((language) => renderExplanation(shown, language));
  return [...failures, say(`${name['zh-CN']} 说明如下：\n${zh}`, `${name.en} explained:\n${en}`)];
}

const LANGUAGES = ['zh-CN', 'en'] as const;
