import type { Decimal } from '../decimal.ts';
import type { Explanation } from '../explanation.ts';
import { durationWords } from '../measure/length.ts';
import type { Numbers } from '../measure/micros.ts';
import type { At } from '../measure/types.ts';
import { COUNTED } from '../measure/types.ts';
import { numberIn } from '../measure/unit.ts';
import { figure, toDecimal } from '../measure/values.ts';
import { referenceDay } from '../measure/window.ts';
import type { Parts } from '../parts.ts';
import { bounded, boundedMicros, boundsOf, checkBounds } from '../rating/bounds.ts';
import { checkBeside, checkCaps, checkMatter, checkPoints, checkValid } from '../rating/entries/check.ts';
import { lineFact, sumOf } from '../rating/entries/lines-told.ts';
import { entryNeighbours } from '../rating/entries/neighbours.ts';
import { checkJoined } from '../rating/entries/reads-check.ts';
import { checkSplit } from '../rating/entries/split.ts';
import type { Booked } from '../rating/ledger/book.ts';
import { checkCycle } from '../rating/ledger/check-cycle.ts';
import { checkWhenEndsHold } from '../rating/ledger/check-ends.ts';
import { nextExpiry } from '../rating/ledger/expiry.ts';
import { quickScore } from '../rating/ledger/quick.ts';
import { compileLedger, type Edit, type Found, type LedgerRun } from '../rating/ledger/run.ts';
import { perRow } from '../rating/rows.ts';
import type { EntryRefusal, Neighbour, Sheet, StepChecker, StepConstruct, StepPart } from '../rating/types.ts';
import type { LedgerRow } from '../schema/rating/ledger.ts';
import { notApplicable, type Value } from '../value.ts';
import { plain, valueToJson } from '../value-json.ts';
import { say } from '../words.ts';

/** `ledger: { plus: [{ entries: { form: deed }, points: 2, valid: { for: { months: 18 } } }], gives: score, starts: all, … }`. */
export const ledger: StepConstruct<StepPart<'ledger'>> = {
  key: 'ledger',
  check: (part, at, checker) => {
    const sides = (['plus', 'minus'] as const).flatMap((side) =>
      (part[side] ?? []).map((row, i) => checkRow(row, `${at}/${side}/${i}`, checker)),
    );
    const exchanges = (part.exchanges?.of ?? []).map((row, i) => checkRow(row, `${at}/exchanges/of/${i}`, checker));
    const { starts } = part;
    const carried =
      typeof starts === 'string' ||
      (checker.number(starts.carries, `${at}/starts/carries`) !== null &&
        (starts.at_most === undefined || checker.number(starts.at_most, `${at}/starts/at_most`) !== null));
    const full = part.resets === undefined || checker.number(part.resets.at, `${at}/resets/at`) !== null;
    const sound = [
      ...sides,
      ...exchanges,
      carried,
      full,
      checkBounds(part, at, checker),
      checkWhenEndsHold(part, at, checker),
      checkCycle(part, at, checker),
    ];
    if (sound.includes(false)) return null;
    return numberIn(part.gives === 'resets' ? COUNTED : checker.rating.unit);
  },
  compile: (part, compiler) => {
    const run = compileLedger(part, compiler);
    const bounds = boundsOf(part, compiler);
    const { type, parts } = compiler;
    const score = quickScore(part, compiler);
    const micros = (sheet: Sheet): Numbers | null => {
      const raw = score?.(sheet) ?? null;
      return raw && boundedMicros(raw, bounds, undefined, sheet);
    };
    const outcome = (at: At, sheet: Sheet, row: number, edit?: Edit) => {
      const bound = (raw: Decimal) => bounded(raw, bounds, NO_FULL, sheet, row, type);
      const found = run.stand(at, (raw) => bound(raw).value, edit);
      if ('state' in found) return { value: found, notes: [], found: null };
      return part.gives === 'resets'
        ? { value: figure(found.value, type), notes: [], found }
        : { ...bound(found.value), found };
    };
    return perRow(
      {
        evaluate: (at, sheet, row) => outcome(at, sheet, row).value,
        explain: ({ sheet, row, at }) => {
          const { found, notes } = outcome(at, sheet, row);
          if (!found) return { words: say('尚不能计', 'not known yet') };
          const said = [
            WAYS[part.gives],
            ...(part.ends_hold === 'at-every-entry' ? [RUNNING] : []),
            ...cycleWords(part, parts),
            ...carriedWords(found),
            ...notes,
          ];
          return {
            words: say(said.map((one) => one['zh-CN']).join('，'), said.map((one) => one.en).join(', ')),
            children: found.rows.map((one, i) => explainRow(one, run.titles[i], parts)),
          };
        },
      },
      {
        ...(score ? { quick: { type, micros } } : {}),
        neighbours: (sheet, row) => neighbours(run, outcome, sheet, row),
        turns: (sheet, row) => {
          const { found } = outcome(sheet.at(row), sheet, row);
          const next = found && nextExpiry(found.rows, referenceDay(sheet));
          return next ? [next] : [];
        },
        judges: part.gives === 'spendable' ? (part.exchanges?.of ?? []).map(({ entries }) => entries.form) : [],
        refusals: (sheet, row) => refusedExchanges(outcome(sheet.at(row), sheet, row).found),
      },
    );
  },
};

const refusedExchanges = (found: Found | null): EntryRefusal[] =>
  (found?.rows ?? []).flatMap(({ kind, lines }) =>
    kind === 'exchange'
      ? lines.flatMap(({ fact, counts, notes }) => {
          const words = counts ? undefined : notes.at(-1);
          return words ? [{ fact: fact.id, words, wayOut: FEWER }] : [];
        })
      : [],
  );

const FEWER = say('减少兑换的积分，或待以后再兑', 'Exchange fewer points, or later');

const RUNNING = say('上下限每记一笔就起作用', 'its ends hold at every entry');

const NO_FULL = () => notApplicable(say('积分没有满分', 'A ledger has no full marks'));

const WAYS = {
  score: say('当日有效的加分减去扣分', 'what is added less what is taken, as in force on the day'),
  spendable: say('当日可用余额', 'what is left to spend on the day'),
  resets: say('满额清零的次数', 'how often it was full and began anew'),
  highest: say('本期内最高到过的积分', 'the highest it stood at in the period'),
} as const;

function checkRow(
  row: Omit<LedgerRow, 'valid'> & Partial<Pick<LedgerRow, 'valid'>>,
  at: string,
  checker: StepChecker,
): boolean {
  const variables = checkJoined(row, at, checker);
  if (!variables) return false;
  return [
    checkPoints(row.points, `${at}/points`, row.entries, variables, checker),
    checkSplit(row.split, row.entries, at, checker),
    checkCaps(row.caps ?? [], `${at}/caps`, variables, checker),
    checkBeside(row.beside, `${at}/beside`, variables, checker),
    checkMatter(row.one_matter, `${at}/one_matter`, variables, checker),
    checkValid(row.valid, `${at}/valid`, variables, checker),
  ].every(Boolean);
}

function cycleWords({ cycle }: StepPart<'ledger'>, parts: Parts) {
  if (!cycle) return [];
  const { 'zh-CN': zh, en } = durationWords(cycle.lasts, parts);
  return cycle.from === 'first-entry'
    ? [say(`首次记分起每 ${zh}为一个周期`, `in cycles of ${en} from an entry on`)]
    : [say(`自所定之日起每 ${zh}为一个周期`, `in cycles of ${en} from the day laid down`)];
}

const carriedWords = ({ carried }: Found) =>
  carried === null ? [] : [say(`上期结转 ${plain(carried)}`, `${plain(carried)} carried over`)];

function explainRow(
  { lines, kind }: Booked,
  named: LedgerRun['titles'][number] | undefined,
  parts: Parts,
): Explanation {
  const { title, form } = named ?? { title: say('', ''), form: '' };
  const sum = sumOf(lines);
  return {
    construct: 'part',
    words: title,
    result: valueToJson({ state: 'known', value: kind === 'plus' ? sum : sum.times(-1).plus(0) }),
    facts: lines.map((line) => lineFact(line, form, parts)),
    details: {
      kind,
      lines: lines.map(({ fact, points, ends, counts }) => ({
        date: fact.date,
        points: plain(points),
        ends,
        counts,
      })),
    },
  };
}

function neighbours(
  run: LedgerRun,
  outcome: (at: At, sheet: Sheet, row: number, edit?: Edit) => { readonly value: Value; readonly found: Found | null },
  sheet: Sheet,
  row: number,
): Neighbour[] {
  const at = sheet.at(row);
  const { found } = outcome(at, sheet, row);
  return (found?.rows ?? []).flatMap(({ lines }, i) => {
    const { title } = run.titles[i] ?? { title: say('', '') };
    const counted = lines.filter(({ points }) => !points.isZero()).map(({ element }) => element);
    const near = entryNeighbours(counted, at, (edit) => {
      const { value } = outcome(at, sheet, row, { row: i, edit });
      return value.state === 'known' ? toDecimal(value) : null;
    });
    return near.map(({ words, size }) => ({
      words: say(`“${title['zh-CN']}”${words['zh-CN']}`, `“${title.en}”: ${words.en}`),
      value: { state: 'known' as const, value: size },
    }));
  });
}
