import type { DayKind } from '../calendar.ts';
import { fromDay } from '../day.ts';
import { Decimal } from '../decimal.ts';
import { dayKindWords, roundingWords } from '../duty/amount-words.ts';
import { parameterAmount } from '../duty/parameter-check.ts';
import { unknownName } from '../duty/problems.ts';
import { fractionStep, unitWords } from '../duty/steps.ts';
import type { Amounted, AmountRun, CompileContext, Construct, Situation, Trace } from '../duty/types.ts';
import { compare, type Fraction, fraction, ONE, round, showFraction, times, toFraction, ZERO } from '../fraction.ts';
import { baseOf, baseProblems } from '../measure/base.ts';
import { namesOfWho } from '../measure/subject-names.ts';
import type { Finding } from '../problem.ts';
import type { Amount } from '../schema/amount.ts';
import { notApplicable, type Words } from '../value.ts';
import { say } from '../words.ts';

/** `most`: the most that may be, instead of what is owed. */
type Part = Extract<Amount, { share: unknown }> & { readonly most?: true };

/**
 * `amount: { share: 1/3, of: working-days, rounding: none, unit: days }`: a share of a base, rounded as declared. The base may be a
 * formula over the bound subject: `attr("terrain") == "plain" ? 4 : 2`.
 */
export const amountShare: Construct<Part, AmountRun> = {
  id: 'amount-share',
  check: (part, at, context) => [
    ...unknownName('unit', part.unit, context.parts.units, `${at}/unit`),
    ...(part.most ? [] : shareProblems(part, at)),
    ...(typeof part.share === 'object' ? parameterAmount(part.share.parameter, null, `${at}/share`, context) : []),
    ...(daysOf(part) === null
      ? baseProblems(part.of, context.parts, `${at}/of`, namesOfWho(context.obligation.who, context.parts))
      : []),
  ],
  compile: (part, context) => ({
    days: daysOf(part),
    varies: daysOf(part) === null,
    amount: (situation, days, trace) => amountOf(part, context, situation, days, trace),
  }),
};

/** The days it is a share of; null when its base is computed. */
const daysOf = ({ of }: Part): DayKind | null => (of === 'working-days' || of === 'calendar-days' ? of : null);

function shareProblems({ share }: Part, at: string): Finding[] {
  if (typeof share === 'object' || compare(toFraction(share), ONE) <= 0) return [];
  return [
    {
      code: 'never-met',
      at: `${at}/share`,
      words: say(`份额 ${share} 大于 1，永远无法完成`, `The share ${share} is above 1: it can never be met`),
      wayOut: say('写成不大于 1 的份额，如 1/3', 'Write a share of at most 1, such as 1/3'),
    },
  ];
}

function amountOf(part: Part, context: CompileContext, situation: Situation, days: number, trace: Trace): Amounted {
  const { parts } = context;
  const share = shareOf(part, context, situation);
  if (share.state !== 'known') {
    trace?.push({ construct: 'amount-share', words: say('份额', 'Share'), result: resultOf(share) });
    return share;
  }
  if (typeof part.share === 'object') {
    const { parameter } = part.share;
    const { 'zh-CN': zh, en } = parts.parameters.get(parameter)?.title ?? say(parameter, parameter);
    trace?.push({
      construct: 'amount-share',
      words: say(`份额（参数“${zh}”）`, `Share set by the parameter “${en}”`),
      result: { state: 'known', value: showShare(share.value) },
      rule: parts.ruleOf('parameter', parameter),
    });
  }
  const base = baseAmount(part, context, situation, days, trace);
  if (base.state !== 'known') return base;
  const exact = times(share.value, base.value);
  const rounded = round(exact, part.rounding);
  const unit = unitWords(parts, part.unit);
  const whole = compare(share.value, ONE) === 0;
  const figures = `${showShare(share.value)} × ${showFraction(base.value)}`;
  trace?.push(fractionStep('amount-share', amountWords(part, whole ? null : figures), exact, unit));
  if (part.rounding !== 'none') {
    trace?.push(fractionStep('amount-share', roundingWords(part.rounding), rounded, unit));
  }
  return { state: 'known', value: rounded };
}

/** What is owed, or the limit; a whole base is not told as once itself. */
function amountWords({ most }: Part, figures: string | null): Words {
  const [zh, en] = most ? ['上限', 'Limit'] : ['应完成', 'Owed'];
  return figures === null ? say(zh, en) : say(`${zh}：${figures}`, `${en}: ${figures}`);
}

const showShare = ({ num, den }: Fraction): string => (den === 1n ? `${num}` : `${num}/${den}`);

function shareOf({ share }: Part, { parts }: CompileContext, { span }: Situation): Amounted {
  if (typeof share !== 'object') return { state: 'known', value: toFraction(share) };
  const value = parts.parameter(share.parameter, fromDay(span.end));
  if (value.state !== 'known') return value;
  return { state: 'known', value: toFraction(value.value instanceof Decimal ? value.value : String(value.value)) };
}

function baseAmount(
  part: Part,
  { parts, obligation }: CompileContext,
  situation: Situation,
  days: number,
  trace: Trace,
): Amounted {
  const kind = daysOf(part);
  if (kind !== null) {
    trace?.push({
      ...fractionStep(
        'amount-share',
        say(`基数：${dayKindWords(kind)['zh-CN']}`, `Base: ${dayKindWords(kind).en}`),
        fraction(days),
        undefined,
      ),
      details: { days },
    });
    return { state: 'known', value: fraction(days) };
  }
  const { subject, index, span, asOf } = situation;
  if (!subject || !index) return { state: 'not-known', missing: [] };
  const explained = baseOf(
    part.of,
    parts,
    index,
    {
      subject: subject.ref,
      organisation: subject.organisation,
      period: span.period,
      asOf: fromDay(asOf),
    },
    namesOfWho(obligation.who, parts),
  );
  trace?.push(explained);
  const { result } = explained;
  if (result.state === 'not-known') return result;
  if (result.state === 'not-applicable') return result;
  const number = typeof result.value === 'string' && /^-?\d+(\.\d+)?$/.test(result.value);
  return number
    ? { state: 'known', value: toFraction(String(result.value)) }
    : { state: 'known', value: result.value === true ? ONE : ZERO };
}

const resultOf = (value: Exclude<Amounted, { state: 'known' }>) =>
  value.state === 'not-applicable'
    ? (notApplicable(value.why) as { state: 'not-applicable'; why: typeof value.why })
    : value;
