import type { WorkCalendar } from '../calendar.ts';
import { fromDay, toDay } from '../day.ts';
import { dayKindWords } from '../duty/amount-words.ts';
import { factRef } from '../duty/fact-ref.ts';
import { type CompiledSet, compileSet, isOfEntries } from '../measure/set.ts';
import { checkSet } from '../measure/set-check.ts';
import { setWords } from '../measure/set-words.ts';
import type { At, Checker, ExpressionConstruct, FigureType, PartOf } from '../measure/types.ts';
import { figure, lacking, step } from '../measure/values.ts';
import { referenceDay, windowOf } from '../measure/window.ts';
import { owingAt } from '../measure/windows/whom.ts';
import type { Parts } from '../parts.ts';
import { type Missing, notApplicable, type Value, type Words } from '../value.ts';
import { say } from '../words.ts';

type Part = PartOf<'gap'>['gap'];

const TYPE: FigureType = { kind: 'number' };
const NO_GAP = notApplicable(say('不足两条记录，没有间隔', 'Fewer than two entries: there is no gap'));

/**
 * `gap: { form: visit, takes: longest, ends: counted, days: calendar-days }`: days between entries that follow one another; entries of one
 * day are one. With `ends: counted` also from the first day (of the period, or of whom it is about) to the first entry, and from the last
 * entry to the last day, or the day it is looked at.
 */
export const gap: ExpressionConstruct<PartOf<'gap'>> = {
  key: 'gap',
  check: ({ gap: part }, at, checker) => {
    if (!isOfEntries(part)) {
      checker.add({
        code: 'not-dated',
        at: `${at}/gap`,
        words: say('只有记录才有间隔', 'Only entries lie apart'),
        wayOut: say('以 form 指定一张表单，any_of 中也只写表单', 'Name a form with `form`, in `any_of` too'),
      });
      return null;
    }
    if (!hasEnds(part, at, checker)) return null;
    return checkSet(part, `${at}/gap`, checker) ? TYPE : null;
  },
  compile: ({ gap: part }, { parts, calendar }) => {
    const set = compileSet(part, parts);
    const read = (at: At): Gaps => gapsAt(part, { set, parts, calendar }, at);
    return {
      evaluate: (at) => chosen(part, read(at)),
      explain: (at) => {
        const found = read(at);
        return step(parts, TYPE, {
          construct: 'gap',
          words: gapWords(part, set),
          result: chosen(part, found),
          ...(found.facts.length > 0 ? { facts: found.facts.map((fact) => factRef(fact)) } : {}),
          children: found.gaps.map(({ from, to, days }) => ({
            construct: 'part',
            words: say(`${fromDay(from)} 至 ${fromDay(to)}`, `${fromDay(from)} to ${fromDay(to)}`),
            result: { state: 'known', value: `${days}` },
          })),
        });
      },
    };
  },
};

/** Without a period nothing begins and nothing ends. */
function hasEnds({ ends, during }: Part, at: string, { measure, add }: Checker): boolean {
  const endless = during === 'to-date' || (measure?.period === 'to-date' && during === undefined);
  if (ends !== 'counted' || !endless) return true;
  add({
    code: 'no-period',
    at: `${at}/gap/ends`,
    words: say(
      '截至当日的数没有起始日，期初不能算作间隔',
      'A figure to date has no first day from which a gap could run',
    ),
    wayOut: say('写 ends: left-out，或以 during 限定期间', 'Write ends: left-out, or limit the days with `during`'),
  });
  return false;
}

interface Gaps {
  readonly gaps: readonly { readonly from: number; readonly to: number; readonly days: number }[];
  readonly facts: readonly Parameters<typeof factRef>[0][];
  readonly doubt: readonly Missing[];
}

interface Reading {
  readonly set: CompiledSet;
  readonly parts: Parts;
  readonly calendar: WorkCalendar;
}

function gapsAt(part: Part, { set, parts, calendar }: Reading, at: At): Gaps {
  const { elements, doubt } = set.gather(at);
  const facts = elements.flatMap(({ fact }) => fact ?? []).toSorted((a, b) => (a.date < b.date ? -1 : 1));
  const days = [...new Set(facts.map(({ date }) => toDay(date)))];
  const bounds = part.ends === 'counted' ? boundsAt(part, parts, at) : null;
  const stops = bounds === null ? days : [bounds.first, ...days, bounds.last];
  const between = (from: number, to: number): number =>
    part.days === 'calendar-days' ? to - from : calendar.countDays('working-days', from + 1, to);
  const gaps = stops.slice(1).flatMap((to, i) => {
    const from = stops[i] as number;
    return to < from ? [] : [{ from, to, days: between(from, to) }];
  });
  return { gaps, facts, doubt };
}

/** The first and the last day between which something could have been done; null where there is none. */
function boundsAt({ during }: Part, parts: Parts, at: At): { readonly first: number; readonly last: number } | null {
  const window = windowOf(during, at, parts);
  const [own] = owingAt(undefined, at);
  if ('missing' in window || !own) return null;
  const end = referenceDay({ period: window, asOf: at.asOf });
  return { first: Math.max(toDay(window.start), own.from), last: Math.min(toDay(end), own.to) };
}

function chosen({ takes }: Part, { gaps, doubt }: Gaps): Value {
  if (doubt.length > 0) return lacking(doubt);
  if (gaps.length === 0) return NO_GAP;
  const all = gaps.map(({ days }) => days);
  return figure(takes === 'longest' ? Math.max(...all) : Math.min(...all), TYPE);
}

function gapWords({ takes, ends, days }: Part, set: CompiledSet): Words {
  const [over, kind] = [setWords(set), dayKindWords(days)];
  const [zh, en] = takes === 'longest' ? ['最长', 'Longest'] : ['最短', 'Shortest'];
  const also = ends === 'counted' ? say('，期初、期末在内', ', the ends of the period included') : say('', '');
  return say(
    `${over['zh-CN']}相邻两条的${zh}间隔（${kind['zh-CN']}${also['zh-CN']}）`,
    `${en} gap between ${over.en}, in ${kind.en}${also.en}`,
  );
}
