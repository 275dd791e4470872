import { Decimal } from '../../decimal.ts';
import type { At, Figure } from '../../measure/types.ts';
import { toDecimal } from '../../measure/values.ts';
import type { AtMost } from '../../schema/rating/ceiling.ts';
import type { Scale } from '../../schema/rating.ts';
import { known, type Value, type Words } from '../../value.ts';
import { formatValue } from '../../value-json.ts';
import { say } from '../../words.ts';
import { gradeAt, gradeIndex } from '../grades.ts';
import type { StepCompiler } from '../types.ts';

/** What keeps a value down. */
export interface Cap {
  /** The value, or the lower one; not known while the end is not. */
  readonly lower: (value: Value, at: At) => Value;
  readonly words: (at: At) => Words;
}

export function compileCap(effect: AtMost, scale: Scale | null, { compile }: StepCompiler): Cap {
  if ('points' in effect) return pointsCap(compile(effect.points));
  if ('prize' in effect) {
    return { lower: () => known(false), words: () => say('不得享有', 'it is barred') };
  }
  const grades = scale as Scale;
  const end = grades.grades.findIndex(({ id }) => id === effect.grade);
  const title = grades.grades[end]?.title ?? say(effect.grade, effect.grade);
  return {
    lower: (value) => gradeAt(Math.max(gradeIndex(value, grades) ?? end, end), grades),
    words: () => say(`最高“${title['zh-CN']}”`, `at most “${title.en}”`),
  };
}

function pointsCap(end: Figure): Cap {
  return {
    lower: (value, at) => {
      const most = end.evaluate(at);
      if (most.state !== 'known') return most;
      const least = Decimal.min(toDecimal(value), toDecimal(most));
      return value.state === 'known' ? { ...value, value: least } : value;
    },
    words: (at) => {
      const most = end.evaluate(at);
      return say(`最高 ${formatValue(most, undefined, 'zh-CN')}`, `at most ${formatValue(most, undefined, 'en')}`);
    },
  };
}
