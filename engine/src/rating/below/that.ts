import { unknownText } from '../../duty/problems.ts';
import type { At, FigureType } from '../../measure/types.ts';
import { toDecimal } from '../../measure/values.ts';
import type { Below } from '../../schema/rating/below.ts';
import { known, type Value, type Words } from '../../value.ts';
import { say } from '../../words.ts';
import { compileEnds, END_KEYS } from '../ends.ts';
import type { StepChecker, StepCompiler } from '../types.ts';

export type That = Extract<Exclude<Below['take'], string>, { number_that: unknown }>['number_that'];

/** The values that fulfil it, or that do not, where they can be listed. */
export function valuesThat(that: That, held: boolean): readonly Value[] {
  if ('truth' in that) return [known(that.truth === held)];
  return 'is' in that && held ? that.is.map((one) => known(one)) : [];
}

/** Judges what units below must fulfil: ends for a number, grades or classes for a text. */
export function checkThat(that: That, type: FigureType, at: string, checker: StepChecker): boolean {
  if ('is' in that) {
    if (type.kind !== 'text') return wrongKind(at, checker);
    const unknown = type.options ? that.is.flatMap((one, i) => unknownText(one, type, `${at}/is/${i}`)) : [];
    for (const finding of unknown) checker.add(finding);
    return unknown.length === 0;
  }
  if ('truth' in that) return type.kind === 'boolean' || wrongKind(at, checker);
  if (type.kind !== 'number') return wrongKind(at, checker);
  return END_KEYS.every((key) => that[key] === undefined || checker.number(that[key], `${at}/${key}`) !== null);
}

function wrongKind(at: string, { add }: StepChecker): false {
  add({
    code: 'wrong-kind',
    at,
    words: say('条件与所数结果的类型不符', 'The condition does not fit the results that are counted'),
    wayOut: say(
      '数字写 at_least、below 等，等次写 is，是否写 truth',
      'For numbers write at_least, below …; for grades write is; for yes or no write truth',
    ),
  });
  return false;
}

/** Whether a unit's known result fulfils it; what is missing when an end is not known. */
export function compileThat(
  that: That,
  compiler: StepCompiler,
  titles?: FigureType['titles'],
): { readonly holds: (value: Value, at: At) => boolean | Value; readonly words: (at: At) => Words } {
  if ('is' in that) {
    const named = that.is.map((one) => titles?.get(one) ?? say(one, one));
    return {
      holds: (value) => value.state === 'known' && that.is.includes(String(value.value)),
      words: () =>
        say(
          `为${named.map((one) => `“${one['zh-CN']}”`).join('、')}`,
          `is ${named.map((one) => `“${one.en}”`).join(' or ')}`,
        ),
    };
  }
  if ('truth' in that) {
    return {
      holds: (value) => value.state === 'known' && value.value === that.truth,
      words: () => (that.truth ? say('为是', 'is yes') : say('为否', 'is no')),
    };
  }
  const ends = compileEnds(that, compiler);
  return {
    holds: (value, at) => ends.fits(toDecimal(value), at),
    words: (at) => {
      const { 'zh-CN': zh, en } = ends.words(at);
      return say(zh, `is ${en}`);
    },
  };
}
