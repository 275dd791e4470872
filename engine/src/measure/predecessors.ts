import { Decimal, divide } from '../decimal.ts';
import { unknownName } from '../duty/problems.ts';
import type { Organisation } from '../facts.ts';
import type { Parts } from '../parts.ts';
import type { Finding } from '../problem.ts';
import type { Predecessors } from '../schema/predecessors.ts';
import type { Inherited } from '../succession.ts';
import { known, type Missing, notApplicable, type Value, type Words } from '../value.ts';
import { say } from '../words.ts';
import { inheritedAt } from './joined.ts';
import type { At, FigureType } from './types.ts';
import { figure, lacking, toDecimal } from './values.ts';

/** What one of those it came from stood at, or the organisation itself. */
export interface Stood {
  readonly organisation: Organisation;
  readonly share: Decimal | null;
  readonly value: Value;
}

/**
 * Those an organisation came from that stood on the last day of an earlier period, itself when it did; null when that is just itself or
 * nobody, or nothing is taken from others.
 */
export function stoodOn(
  take: Predecessors | undefined,
  day: string,
  at: Pick<At, 'period' | 'asOf' | 'joinedOn' | 'organisation' | 'run'>,
): readonly Inherited[] | null {
  if (take === undefined || take === 'left-out') return null;
  const inherited = inheritedAt(at);
  if (inherited === null) return null;
  const stood = inherited.filter(
    ({ organisation, from = organisation.from, to = organisation.to }) =>
      from <= day && (to === undefined || to >= day) && organisation.from <= day && !endedBefore(organisation, day),
  );
  return stood.every(({ organisation: { id }, share }) => id === at.organisation && share === null) ? null : stood;
}

const endedBefore = ({ to }: Organisation, day: string): boolean => to !== undefined && to < day;

/** What their figures come to; those to whom it does not apply are left out. */
export function joinStood(take: Predecessors, stood: readonly Stood[], type: FigureType): Value {
  const [first] = stood;
  if (!first) throw new Error('Nobody stood then');
  const applying = stood.filter(({ value }) => value.state !== 'not-applicable');
  if (applying.length === 0) return first.value;
  const missing = applying.flatMap(({ value }) => (value.state === 'not-known' ? value.missing : []));
  if (take === 'any' || take === 'all') return judged(take, applying, missing);
  if (applying.some(({ value }) => value.state === 'not-known')) return lacking(missing);
  if (type.kind === 'text') return gradeOf(take, applying, type);
  const numbers = applying.map(({ value }) => toDecimal(value));
  if (take === 'greatest') return figure(Decimal.max(...numbers), type);
  if (take === 'least') return figure(Decimal.min(...numbers), type);
  if (take === 'mean') return figure(divide(Decimal.sum(...numbers), new Decimal(numbers.length)), type);
  if (take === 'sum') return figure(Decimal.sum(...applying.map((one, i) => partOf(one, numbers[i] as Decimal))), type);
  return typeof take === 'object' ? meanBy(take.mean_by, applying, numbers, type) : first.value;
}

const partOf = ({ share }: Stood, number: Decimal): Decimal => (share === null ? number : number.times(share));

function judged(take: 'any' | 'all', applying: readonly Stood[], missing: readonly Missing[]): Value {
  const decides = take === 'any';
  if (applying.some(({ value }) => value.state === 'known' && value.value === decides)) return known(decides);
  return missing.length > 0 ? lacking(missing) : known(!decides);
}

/** Grades stand in their scale from the best to the worst. */
function gradeOf(take: Predecessors, applying: readonly Stood[], { options = [] }: FigureType): Value {
  const placed = applying
    .map(({ value }) => value)
    .toSorted((a, b) => options.indexOf(textOf(a)) - options.indexOf(textOf(b)));
  return (take === 'greatest' ? placed[0] : placed.at(-1)) as Value;
}

const textOf = (value: Value): string => (value.state === 'known' ? String(value.value) : '');

function meanBy(attribute: string, applying: readonly Stood[], numbers: readonly Decimal[], type: FigureType): Value {
  const weights = applying.map((one) => {
    const held = one.organisation.attributes?.[attribute];
    return typeof held === 'number' || typeof held === 'string' ? partOf(one, new Decimal(held)) : null;
  });
  const missing = applying.flatMap(({ organisation: { name } }, i): Missing[] =>
    weights[i] === null
      ? [
          {
            what: `attribute:${attribute}`,
            words: say(`“${name}”未登记“${attribute}”`, `“${attribute}” of “${name}” is not recorded`),
          },
        ]
      : [],
  );
  if (missing.length > 0) return lacking(missing);
  const whole = Decimal.sum(...weights.map((one) => one ?? 0));
  if (whole.isZero()) return notApplicable(say('权重合计为零', 'The weights make zero'));
  const sum = Decimal.sum(...numbers.map((one, i) => one.times(weights[i] ?? 0)));
  return figure(divide(sum, whole), type);
}

/** Judges that what is asked for fits the figure. */
export function predecessorProblems(
  take: Predecessors | undefined,
  type: FigureType | null,
  at: string,
  parts: Parts,
): Finding[] {
  if (take === undefined || take === 'left-out' || type === null) return [];
  if (typeof take === 'object')
    return type.kind === 'number' ? attributeProblems(take.mean_by, at, parts) : [wrong(at, type)];
  const judging = take === 'any' || take === 'all';
  const graded = type.kind === 'text' && type.options !== undefined && (take === 'greatest' || take === 'least');
  const fits = judging ? type.kind === 'boolean' : type.kind === 'number' || graded;
  return fits ? [] : [wrong(at, type)];
}

const wrong = (at: string, { kind }: FigureType): Finding => {
  const ways =
    kind === 'boolean'
      ? say('是与否写 any 或 all', 'For yes and no write any or all')
      : kind === 'text'
        ? say(
            '等次写 greatest 或 least；其他文字不能合成',
            'For grades write greatest or least; other texts cannot be joined',
          )
        : say(
            '数写 sum、mean、{ mean_by: … }、greatest 或 least',
            'For numbers write sum, mean, { mean_by: … }, greatest or least',
          );
  return {
    code: 'wrong-kind',
    at,
    words: say('这样的值不能这样由原各组织合成', 'Values of this kind cannot be joined so'),
    wayOut: ways,
  };
};

function attributeProblems(attribute: string, at: string, { organisationKinds }: Parts): Finding[] {
  const declared = new Map(
    [...organisationKinds.values()].flatMap(({ attributes = [] }) => attributes.map((one) => [one.id, one] as const)),
  );
  const unknown = unknownName('attribute', attribute, declared, `${at}/mean_by`);
  const type = declared.get(attribute)?.type;
  if (unknown.length > 0 || type === 'integer' || type === 'decimal') return unknown;
  return [
    {
      code: 'wrong-kind',
      at: `${at}/mean_by`,
      words: say(`“${attribute}”登记的不是数，不能加权`, `“${attribute}” is not a number and cannot be a weight`),
      wayOut: say('写登记为整数或小数的属性', 'Name an attribute of type integer or decimal'),
    },
  ];
}

/** That there is nothing earlier that others could have stood at. */
export const nothingEarlier = (at: string): Finding => ({
  code: 'no-period',
  at,
  words: say(
    '本期的结果已是合并后的组织自己的；predecessors 用于更早的期间',
    'The result of this period is its own already; `predecessors` is for earlier periods',
  ),
  wayOut: say(
    '写 period: previous 或 year-before；本期内原各组织的记录以集合的 predecessors: joined 读',
    'Write period: previous or year-before; entries of this period from before the merger are read by a set with predecessors: joined',
  ),
});

const HOW: Readonly<Record<Exclude<Predecessors, object>, Words>> = {
  'left-out': say('不取', 'left out'),
  sum: say('之和', 'the sum'),
  mean: say('平均', 'the mean'),
  greatest: say('最大（最好）的', 'the greatest (best)'),
  least: say('最小（最差）的', 'the least (worst)'),
  any: say('有一个成立', 'one of them holds'),
  all: say('全都成立', 'all of them hold'),
};

/** How figures of several become one. */
export const howWords = (take: Predecessors, parts: Parts): Words =>
  typeof take === 'object' ? weightWords(take.mean_by, parts) : HOW[take];

/** 由“旧一”“旧二”承继：之和 */
export function stoodWords(take: Predecessors, stood: readonly Pick<Stood, 'organisation'>[], parts: Parts): Words {
  const names = stood.map(({ organisation }) => `“${organisation.name}”`);
  const how = howWords(take, parts);
  return say(`承继${names.join('')}：${how['zh-CN']}`, `carried on from ${names.join(', ')}: ${how.en}`);
}

function weightWords(attribute: string, { organisationKinds }: Parts): Words {
  const title =
    [...organisationKinds.values()].flatMap(({ attributes = [] }) => attributes).find(({ id }) => id === attribute)
      ?.title ?? say(attribute, attribute);
  return say(`按“${title['zh-CN']}”加权平均`, `the mean weighted by “${title.en}”`);
}
