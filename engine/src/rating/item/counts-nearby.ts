import { Decimal } from '../../decimal.ts';
import { type At, type Figure, SHARE } from '../../measure/types.ts';
import { toDecimal } from '../../measure/values.ts';
import type { Expression } from '../../schema/expression.ts';
import type { Value, Words } from '../../value.ts';
import { say } from '../../words.ts';
import { withStep } from '../step-named.ts';
import type { Units } from '../units.ts';
import { stepsReadBy } from './steps-read.ts';

/** What is counted were one thing otherwise. */
export interface CountNearby {
  readonly words: Words;
  readonly count: Decimal;
}

/** What each unit of an item is counted by. */
interface Counted {
  readonly written: Expression;
  readonly times: Figure;
  readonly units: Units;
  readonly titleOf: (step: string) => Words;
}

/** One more or fewer of what is counted; a formula over one step goes through it, and no formula beyond what its steps allow. */
export function countsNearby({ written, times, units, titleOf }: Counted, at: At): readonly CountNearby[] {
  const count = times.evaluate(at);
  if (count.state !== 'known') return [];
  const now = toDecimal(count);
  const steps = [...(stepsReadBy(written) ?? [])].flatMap((id) => numberOf(id, at));
  const moved = ({ id, value }: Stepped, to: Decimal): Decimal[] => {
    const other = times.evaluate(withStep(at, id, { ...value, value: to }));
    return other.state === 'known' ? [toDecimal(other)] : [];
  };
  const [only] = steps;
  if (units === 'pro-rata' && only && steps.length === 1) {
    const title = titleOf(only.id);
    return nearby(only.value, units).flatMap(({ by, words }) =>
      moved(only, only.now.plus(by)).flatMap((next) =>
        next.eq(now) ? [] : [{ words: ofStep(title, words), count: next }],
      ),
    );
  }
  const reached = steps.flatMap((step) => farFrom(step.now).flatMap((to) => moved(step, to)));
  const [least, most] = [Decimal.min(now, ...reached), Decimal.max(now, ...reached)];
  return nearby(count, units).flatMap(({ by, words }) => {
    const next = now.plus(by);
    const kept = reached.length === 0 ? next : Decimal.max(least, Decimal.min(next, most));
    return kept.eq(now) ? [] : [{ words, count: kept }];
  });
}

type Known = Extract<Value, { state: 'known' }>;

interface Stepped {
  readonly id: string;
  readonly value: Known;
  readonly now: Decimal;
}

/** A step whose value is a number, such as may be moved. */
function numberOf(id: string, at: At): Stepped[] {
  const value = at.steps?.value(id);
  return value?.state === 'known' && value.value instanceof Decimal ? [{ id, value, now: value.value }] : [];
}

/** How far a step is moved to see between which ends a formula stays: a little, to nothing, and very far. */
function farFrom(now: Decimal): readonly Decimal[] {
  const far = now.abs().plus(1).times(1000);
  return [new Decimal(0), now.minus(1), now.plus(1), now.times(2), now.minus(far), now.plus(far)];
}

const ofStep = ({ 'zh-CN': zh, en }: Words, words: Words): Words =>
  say(`（“${zh}”${words['zh-CN']}）`, `with “${en}” ${words.en}`);

interface Nearby {
  readonly by: number;
  readonly words: Words;
}

const ONCE: readonly Nearby[] = [
  { by: 1, words: say('多一次', 'one more') },
  { by: -1, words: say('少一次', 'one fewer') },
];
const BY_ONE: readonly Nearby[] = [
  { by: 1, words: say('多 1', 'higher by 1') },
  { by: -1, words: say('少 1', 'lower by 1') },
];
const HIGHER: Nearby = { by: 0.01, words: say('高 1 个百分点', 'one percentage point higher') };
const LOWER: Nearby = { by: -0.01, words: say('低 1 个百分点', 'one percentage point lower') };

const A_HUNDREDTH: readonly Nearby[] = [
  { by: 0.01, words: say('高 0.01', 'higher by 0.01') },
  { by: -0.01, words: say('低 0.01', 'lower by 0.01') },
];

/** What is counted may be one more or fewer; what is measured a little more or less. A rate of completion that is whole is seldom exceeded. */
function nearby(count: Known, units: Units): readonly Nearby[] {
  if (units !== 'pro-rata') return ONCE;
  if (count.unit !== SHARE) return isLikeRate(count) ? A_HUNDREDTH : BY_ONE;
  return toDecimal(count).eq(1) ? [LOWER] : [HIGHER, LOWER];
}

/** A number without a unit that is no whole one and not far from 1, such as a rate that is not known to be a share. */
const isLikeRate = ({ unit, value }: Known): boolean =>
  unit === undefined && value instanceof Decimal && value.abs().lt(2) && !value.isInteger();
