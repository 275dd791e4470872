import { Decimal, divide } from '../decimal.ts';
import { WEEKDAYS } from '../duty/every-by.ts';
import { unknownName } from '../duty/problems.ts';
import { seasonProblems, seasonWords } from '../duty/season.ts';
import { checkNumber, checkUnits } from '../measure/operands.ts';
import {
  type At,
  type Checker,
  COUNTED,
  type ExpressionConstruct,
  type FigureType,
  type PartOf,
  SHARE,
} from '../measure/types.ts';
import { numberIn } from '../measure/unit.ts';
import { figure, lacking, step, toDecimal } from '../measure/values.ts';
import { explainWindows, GIVES } from '../measure/windows/explain.ts';
import { countOf, type Judged, judgeWindows } from '../measure/windows/judge.ts';
import type { Parts } from '../parts.ts';
import type { Count } from '../schema/count.ts';
import { notApplicable, type Value, type Words } from '../value.ts';
import { say } from '../words.ts';

type Part = PartOf<'windows'>['windows'];

/** `{ windows: { every: { months: 2 }, of: { count: … }, at_least: 2, gives: missed, part_window: whole } }`: a cadence, window by window. */
export const windows: ExpressionConstruct<PartOf<'windows'>> = {
  key: 'windows',
  check: ({ windows: part }, at, checker) => {
    const of = checkNumber(part.of, `${at}/windows/of`, checker);
    const least = checkNumber(part.at_least, `${at}/windows/at_least`, checker);
    const most = part.at_most === undefined || checkNumber(part.at_most, `${at}/windows/at_most`, checker) !== null;
    for (const finding of seasonProblems(part, `${at}/windows`)) checker.add(finding);
    const sound = [apart(part, `${at}/windows`, checker), posts(part, `${at}/windows`, checker), most];
    if (!of || !least || !checkUnits([of, least], `${at}/windows`, checker) || sound.includes(false)) return null;
    return typeOf(part, of);
  },
  compile: ({ windows: part }, { parts, calendar, compile, typeOf: judged }) => {
    const [of, atLeast] = [compile(part.of), compile(part.at_least)];
    const most = part.at_most === undefined ? null : compile(part.at_most);
    const type = typeOf(part, judged(part.of));
    const told = { of, atLeast, parts, calendar };
    const evaluate = (at: At): Value => {
      const cap = most?.evaluate(at) ?? null;
      if (cap && cap.state !== 'known') return cap;
      const judged = judgeWindows(part, told, at);
      return 'missing' in judged ? lacking(judged.missing) : come(part, judged, cap && toDecimal(cap), type);
    };
    return {
      evaluate,
      explain: (at) => {
        const judged = judgeWindows(part, told, at);
        return step(parts, type, {
          construct: 'windows',
          words: wordsOf(part),
          result: evaluate(at),
          children: 'missing' in judged ? [] : explainWindows(judged, { part, parts, of, type }),
        });
      },
    };
  },
};

function wordsOf(part: Part): Words {
  const [gives, season] = [GIVES[part.gives], seasonWords(part)];
  return say(`${gives['zh-CN']}${season['zh-CN']}`, `${gives.en}${season.en}`);
}

function typeOf({ gives }: Part, of: FigureType): FigureType {
  if (gives === 'share') return numberIn(SHARE);
  return numberIn(gives === 'shortfall' ? of.unit : COUNTED);
}

const NONE_DUE = notApplicable(say('尚无到期的窗口', 'No window is due yet'));

function come({ gives }: Part, judged: readonly Judged[], cap: Decimal | null, type: FigureType): Value {
  const all = judged.flatMap(({ windows: own }) => own);
  const doubt = all.filter(({ outcome }) => outcome === 'not-known');
  if (doubt.length > 0) return lacking(doubt.flatMap(({ missing }) => missing));
  if (gives === 'share') {
    const due = countOf('due', all);
    return due.isZero() ? NONE_DUE : figure(divide(countOf('met', all), due), type);
  }
  const brought = judged.map(({ windows: own }) => countOf(gives, own));
  const capped = brought.map((one) => (cap ? Decimal.min(one, cap) : one));
  const together = gives.startsWith('longest-run') ? Decimal.max(0, ...capped) : Decimal.sum(0, ...capped);
  return figure(together, type);
}

function posts({ per }: Part, at: string, { parts, add }: Checker): boolean {
  const unknown =
    per && 'holders' in per ? unknownName('post-kind', per.holders, parts.postKinds, `${at}/per/holders`) : [];
  for (const finding of unknown) add(finding);
  return unknown.length === 0;
}

/** The greatest number a count ever is. */
const greatest = (count: Count, { parameters }: Parts): number =>
  typeof count === 'number'
    ? count
    : Math.max(0, ...Object.values(parameters.get(count.parameter)?.values ?? {}).map((value) => Number(value)));

/** Fixed days must lie so far apart that no entry counts for two of them. */
function apart({ every }: Part, at: string, { add, parts }: Checker): boolean {
  if (typeof every === 'string' || !('tolerance' in every)) return true;
  const [days, length] =
    'weekdays' in every ? [every.weekdays.map((day) => WEEKDAYS.indexOf(day)), 7] : [every.days_of_month, 28];
  const sorted = [...new Set(days)].sort((a, b) => a - b);
  const gaps = sorted.map((day, i) => (sorted[i + 1] ?? (sorted[0] as number) + length) - day);
  if (Math.min(...gaps) > 2 * greatest(every.tolerance, parts)) return true;
  add({
    code: 'windows-overlap',
    at: `${at}/every/tolerance`,
    words: say(
      '相邻两日的窗口重叠：同一条记录会计两次',
      'The windows of neighbouring days overlap: one entry would count twice',
    ),
    wayOut: say('减小 tolerance', 'Lessen the tolerance'),
  });
  return false;
}
