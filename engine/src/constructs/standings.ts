import { toDay } from '../day.ts';
import { Decimal } from '../decimal.ts';
import { isLimit } from '../duty/limit.ts';
import { begunHours, momentFrom } from '../duty/moment.ts';
import { isTimed } from '../duty/moment-check.ts';
import { unknownName } from '../duty/problems.ts';
import type { Explanation } from '../explanation.ts';
import type { SubjectRef } from '../facts.ts';
import { inheritedAt } from '../measure/joined.ts';
import { type At, COUNTED, type ExpressionConstruct, type FigureType, type PartOf } from '../measure/types.ts';
import { figure, lacking, step } from '../measure/values.ts';
import { referenceDay } from '../measure/window.ts';
import type { Finding } from '../problem.ts';
import type { Light, Standing } from '../standing.ts';
import type { Value, Words } from '../value.ts';
import { say } from '../words.ts';

const TYPE: FigureType = { kind: 'number', unit: COUNTED };
type Counted = PartOf<'standing'>['standing']['counts'];

const COUNTS: Record<Counted, { readonly lights: readonly Light[]; readonly words: Words }> = {
  met: { lights: ['met'], words: say('按期完成', 'met') },
  late: { lights: ['late'], words: say('补办完成', 'caught up late') },
  overdue: { lights: ['overdue'], words: say('逾期', 'overdue') },
  'days-late': { lights: ['late', 'overdue'], words: say('迟延的天数', 'late, in days') },
  'weeks-late': { lights: ['late', 'overdue'], words: say('迟延的周数（不足一周按一周）', 'late, in begun weeks') },
  'hours-late': {
    lights: ['late', 'overdue'],
    words: say('迟延的小时数（不足一小时按一小时）', 'late, in begun hours'),
  },
  owed: {
    lights: ['met', 'late', 'overdue', 'due-soon', 'open', 'not-known'],
    words: say('应完成', 'owed'),
  },
};

/** Of a limit: one that is near it is within it still. */
const LIMIT_COUNTS: Partial<typeof COUNTS> = {
  met: { lights: ['met', 'due-soon'], words: say('未超上限', 'within the limit') },
  overdue: { lights: ['overdue'], words: say('超出上限', 'beyond the limit') },
};

const notLate = (counts: Counted, at: string): Finding => ({
  code: 'limit-late',
  at,
  words: say(`该项是上限，没有迟延可言（${counts}）`, `That duty is a limit: nobody is late with it (${counts})`),
  wayOut: say('改为 counts: overdue：超出上限的期数', 'Write counts: overdue: the periods beyond the limit'),
});

const notByHours = (at: string): Finding => ({
  code: 'no-time',
  at: `${at}/standing/counts`,
  words: say(
    '该项职责的期限以天计，没有迟几小时可言',
    'The term of that duty is in days: nobody is hours late with it',
  ),
  wayOut: say(
    '改为 counts: days-late，或该职责写 within: { hours: … }、deadline: { at: "17:30" }',
    'Write counts: days-late, or within: { hours: … } or deadline: { at: "17:30" } in the duty',
  ),
});

/**
 * `{ standing: { obligation: joint-office, counts: met } }`: standings of a duty on the organisation's row
 * whose period ends in the measure's or rating's period; for a posting or person, its own. One that is not known keeps `met`, `late` and `overdue` from being known.
 */
export const standings: ExpressionConstruct<PartOf<'standing'>> = {
  key: 'standing',
  check: ({ standing: part }, at, { parts, inDuty, add }) => {
    const pointer = `${at}/standing/obligation`;
    for (const finding of unknownName('obligation', part.obligation, parts.obligations, pointer)) add(finding);
    const duty = parts.obligations.get(part.obligation);
    if (duty && isLimit(duty.amount) && part.counts in PER_STANDING) add(notLate(part.counts, `${at}/standing/counts`));
    if (duty && part.counts === 'hours-late' && !isTimed(duty)) add(notByHours(at));
    if (!inDuty) return TYPE;
    add({
      code: 'standing-in-duty',
      at: `${at}/standing`,
      words: say('义务的基数不能取自义务的完成情况', 'The base of a duty cannot be how duties stand'),
      wayOut: say('改用记录或对象的计数', 'Count entries or subjects instead'),
    });
    return null;
  },
  compile: ({ standing: { obligation, counts, predecessors } }, { parts }) => {
    const { title, amount } = parts.obligations.get(obligation) ?? { title: say(obligation, obligation) };
    const { lights, words } = (amount && isLimit(amount) ? LIMIT_COUNTS[counts] : undefined) ?? COUNTS[counts];
    const read = (at: At): readonly Row[] =>
      predecessors === 'joined' && at.subject.kind === 'organisation'
        ? rowsJoined(obligation, at)
        : [{ all: ownOf(at, at.run.standings(obligation, at.organisation, at)), share: null }];
    const countOf = ({ all, share }: Row, at: At): Decimal => {
      const counted = all.filter(({ light }) => lights.includes(light));
      return new Decimal(PER_STANDING[counts]?.(counted, referenceDay(at)) ?? counted.length).times(share ?? 1);
    };
    const valueOf = (rows: readonly Row[], at: At): Value => {
      const unclear = rows.flatMap(({ all }) =>
        counts === 'owed' ? [] : all.filter(({ light }) => light === 'not-known'),
      );
      if (unclear.length > 0) return lacking(unclear.flatMap(({ missing }) => missing));
      return figure(Decimal.sum(0, ...rows.map((row) => countOf(row, at))), TYPE);
    };
    return {
      evaluate: (at) => valueOf(read(at), at),
      explain: (at) => {
        const rows = read(at);
        const all = rows.flatMap((row) => row.all);
        return step(parts, TYPE, {
          construct: 'standings',
          words: withNames(
            rows,
            PER_STANDING[counts]
              ? say(`“${title['zh-CN']}”${words['zh-CN']}`, `“${title.en}”: ${words.en}`)
              : say(`“${title['zh-CN']}”${words['zh-CN']}的期数`, `Periods of “${title.en}” that are ${words.en}`),
          ),
          result: valueOf(rows, at),
          rule: parts.ruleOf('obligation', obligation),
          details: { standings: all.map(shownStanding) },
          ...lateOnes(PER_STANDING[counts] ? all : [], counts, at),
        });
      },
    };
  },
};

/** Standings on one row, its own or that of an organisation it came from, and which part of them counts. */
interface Row {
  readonly all: readonly Standing[];
  readonly share: Decimal | null;
  /** Of whom, when not its own. */
  readonly name?: string;
}

/** Its own, and those of whom it came from in periods that began before. */
function rowsJoined(obligation: string, at: At): readonly Row[] {
  const rowOf = (organisation: string): readonly Standing[] =>
    ownOf(
      { ...at, subject: { kind: 'organisation', id: organisation } },
      at.run.standings(obligation, organisation, at),
    );
  const inherited = inheritedAt(at);
  if (inherited === null) return [{ all: rowOf(at.organisation), share: null }];
  return inherited.map(({ organisation: { id, name }, from, to, share }): Row => {
    const all = rowOf(id).filter(
      ({ period }) => (from === undefined || period.start >= from) && (to === undefined || period.start <= to),
    );
    return { all, share, ...(id === at.organisation ? {} : { name }) };
  });
}

function withNames(rows: readonly Row[], words: Words): Words {
  const names = [
    ...new Set(rows.flatMap(({ name, all }) => (name === undefined || all.length === 0 ? [] : [`“${name}”`]))),
  ];
  if (names.length === 0) return words;
  return say(
    `${words['zh-CN']}，含所承继的${names.join('')}的`,
    `${words.en}, with those of ${names.join(', ')}, carried on`,
  );
}

/** Days a standing was late: until it was done, or until the day looked at. */
const daysLate = ({ due, doneOn }: Standing, day: string): number => Math.max(0, toDay(doneOn ?? day) - toDay(due));

/** Hours begun between the moment it was due and that at which it was done, or the end of the day looked at. */
const hoursLate = ({ dueAt, doneAt }: Standing, day: string): number =>
  dueAt === undefined ? 0 : begunHours(momentFrom(dueAt), momentFrom(doneAt ?? day));

const PER_STANDING: Partial<Record<Counted, (all: readonly Standing[], day: string) => number>> = {
  'days-late': (all, day) => all.reduce((sum, one) => sum + daysLate(one, day), 0),
  'weeks-late': (all, day) => all.reduce((sum, one) => sum + Math.ceil(daysLate(one, day) / 7), 0),
  'hours-late': (all, day) => all.reduce((sum, one) => sum + hoursLate(one, day), 0),
};

/** Each that was late, with its days or hours. */
function lateOnes(all: readonly Standing[], counts: Counted, at: At): { readonly children?: readonly Explanation[] } {
  const late = all.filter(({ light }) => light === 'late' || light === 'overdue');
  if (late.length === 0) return {};
  const day = referenceDay(at);
  return {
    children: late.map((one) => {
      const byHour = counts === 'hours-late';
      const [due, done] = byHour ? [one.dueAt, one.doneAt] : [one.due, one.doneOn];
      return {
        construct: 'part',
        words: say(
          `${one.period.key}（截止 ${due}，${done === undefined ? '尚未完成' : `${done} 完成`}）`,
          `${one.period.key} (due ${due}, ${done === undefined ? 'not done yet' : `done ${done}`})`,
        ),
        result: { state: 'known', value: `${byHour ? hoursLate(one, day) : daysLate(one, day)}` },
      };
    }),
  };
}

/** Standings of an organisation by subject: many may be rated in one, and each is asked for. */
const bySubject = new WeakMap<readonly Standing[], ReadonlyMap<string, readonly Standing[]>>();
const nameOf = ({ kind, id }: SubjectRef): string => `${kind} ${id}`;

/** Of a posting or person only its own standings; of an organisation all on its row. */
function ownOf({ subject }: At, all: readonly Standing[]): readonly Standing[] {
  if (subject.kind === 'organisation') return all;
  const known = bySubject.get(all) ?? Map.groupBy(all, (one) => nameOf(one.subject));
  bySubject.set(all, known);
  return known.get(nameOf(subject)) ?? [];
}

/** A light as it is shown: what went beyond a limit is not overdue. */
const shownStanding = ({ subject, period, light, beyond }: Standing) => ({
  ...{ subject, period: period.key },
  light: beyond ? 'beyond' : light,
});
