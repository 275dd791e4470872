import { Decimal, divide } from '../decimal.ts';
import { MICRO, type Numbers, numberAt } from '../measure/micros.ts';
import type { Figure } from '../measure/types.ts';
import { toDecimal } from '../measure/values.ts';
import type { Step } from '../schema/rating.ts';
import { known, notApplicable, notKnown, type Value } from '../value.ts';
import { say } from '../words.ts';
import { columnOf } from './rows.ts';
import type { Sheet, StepCompiler, StepExplanation, StepRun, Telling } from './types.ts';
import { groupsOf } from './within.ts';

type Applies = NonNullable<Step['applies']>;

/** A step with what stands in its place where it does not apply. */
export function applied({ applies }: Step, run: StepRun, compiler: StepCompiler): StepRun {
  if (!applies) return run;
  const when = compiler.compile(applies.when);
  const instead = substitute(applies, run, compiler);
  const concerns = (sheet: Sheet, row: number): Value => when.evaluate(sheet.at(row));
  const column = (sheet: Sheet, quick: Numbers | null): Value[] => {
    const own = columnOf(run, sheet);
    const isQuick = (row: number): boolean => quick !== null && !Number.isNaN(numberAt(quick, row));
    const judged = own.map((_, row) => (isQuick(row) ? YES : concerns(sheet, row)));
    const kept = own.map((value, row) => valueWhere(judged[row] as Value, value, applies));
    const other = instead(sheet, kept);
    return kept.map((value, row) => (isNo(judged[row] as Value) ? other(row) : value));
  };
  const micros = (sheet: Sheet): Numbers | null => {
    const holds = run.micros ? (when.micros?.(sheet) ?? null) : null;
    const own = holds === null ? null : (run.micros?.(sheet) ?? null);
    return holds === null || own === null ? null : whereItHolds(own, holds);
  };
  const explain = (telling: Telling): StepExplanation => {
    const judged = concerns(telling.sheet, telling.row);
    if (judged.state === 'known' && !isNo(judged)) return run.explain(telling);
    const how = judged.state === 'known' ? INSTEAD[kindOf(applies)] : UNJUDGED;
    return {
      words: say(`${applies.why['zh-CN']}，${how['zh-CN']}`, `${applies.why.en}, ${how.en}`),
      children: [when.explain(telling.at)],
    };
  };
  const { findings, full, fullMicros, neighbours, borders, turns, toReach, refusals, judges } = run;
  const here =
    <T>(read: (sheet: Sheet, row: number) => readonly T[]) =>
    (sheet: Sheet, row: number) =>
      isNo(concerns(sheet, row)) ? [] : read(sheet, row);
  return {
    column,
    micros,
    explain,
    ...(run.perRow && !isOfPeers(applies) ? { perRow: true as const } : {}),
    ...(findings ? { findings } : {}),
    ...(full ? { full } : {}),
    ...(fullMicros ? { fullMicros } : {}),
    ...(neighbours ? { neighbours: here(neighbours) } : {}),
    ...(borders ? { borders: here(borders) } : {}),
    ...(turns ? { turns: here(turns) } : {}),
    ...(toReach ? { toReach } : {}),
    ...(judges ? { judges } : {}),
    ...(refusals ? { refusals: here(refusals) } : {}),
  };
}

const isNo = (judged: Value): boolean => judged.state === 'known' && judged.value === false;

function valueWhere(judged: Value, own: Value, { why }: Applies): Value {
  if (judged.state === 'known') return judged.value === true ? own : notApplicable(why);
  return judged;
}

function kindOf({ otherwise }: Applies) {
  if (typeof otherwise !== 'object') return otherwise;
  return 'value' in otherwise ? 'value' : 'peers_mean';
}

const isOfPeers = (applies: Applies): boolean => ['peers-mean', 'peers_mean'].includes(kindOf(applies));

const INSTEAD = {
  'left-out': say('不计', 'left out'),
  full: say('按满分计', 'counts as the full marks'),
  'peers-mean': say('按其他对象的平均计', 'counts as the mean of the others'),
  peers_mean: say('按同组其他对象的平均计', 'counts as the mean of the others of its group'),
  value: say('按规定的值计', 'counts as laid down'),
} as const;

const UNJUDGED = say('是否如此尚不能定', 'whether that is so is not known yet');

const YES: Value = known(true);

/** Rows it does not apply to have no number of their own. */
function whereItHolds(own: Numbers, holds: Numbers): Numbers {
  const into = typeof own === 'number' ? holds : own;
  const one = (number: number, held: number): number => (held === MICRO ? number : Number.NaN);
  if (typeof into === 'number') return one(own as number, into);
  for (let row = 0; row < into.length; row++) into[row] = one(numberAt(own, row), numberAt(holds, row));
  return into;
}

type Substitute = (sheet: Sheet, kept: readonly Value[]) => (row: number) => Value;

function substitute(applies: Applies, run: StepRun, compiler: StepCompiler): Substitute {
  const { otherwise, why } = applies;
  if (otherwise === 'left-out') return () => () => notApplicable(why);
  if (otherwise === 'full') return (sheet) => (row) => run.full?.(sheet, row) ?? notApplicable(why);
  if (otherwise === 'peers-mean') {
    return (_sheet, kept) => {
      let mean: Value | null = null;
      return () => (mean ??= peersMean(kept));
    };
  }
  if ('peers_mean' in otherwise) {
    const { peers_mean: within } = otherwise;
    return (sheet, kept) => {
      const means = new Map<number, Value>();
      for (const rows of groupsOf(within, sheet)) {
        const mean = peersMean(rows.map((row) => kept[row] as Value));
        for (const row of rows) means.set(row, mean);
      }
      return (row) => means.get(row) as Value;
    };
  }
  const value: Figure = compiler.compile(otherwise.value);
  return (sheet) => (row) => value.evaluate(sheet.at(row));
}

function peersMean(kept: readonly Value[]): Value {
  const numbers = kept.flatMap((value) => (value.state === 'known' ? [toDecimal(value)] : []));
  if (numbers.length > 0) return known(divide(Decimal.sum(...numbers), new Decimal(numbers.length)));
  return notKnown({
    what: 'peers',
    words: say('没有其他对象的结果可取平均', 'There is no other subject to take the mean of'),
  });
}
