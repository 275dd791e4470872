import { Decimal } from '../decimal.ts';
import type { At, Figure } from '../measure/types.ts';
import { lacking, toDecimal, unresolved } from '../measure/values.ts';
import { drawIds } from '../rating/draw.ts';
import { perSheet } from '../rating/per-sheet.ts';
import { checkSeed, compileSeed } from '../rating/seed.ts';
import type { RatedSubject, Sheet, StepConstruct, StepPart } from '../rating/types.ts';
import { checkWithin, groupAt, groupsOf } from '../rating/within.ts';
import type { Sample } from '../schema/rating/sample.ts';
import { known, type Value } from '../value.ts';
import { formatValue } from '../value-json.ts';
import { say } from '../words.ts';

/** The draw of one group: who was drawn out of how many, or why nobody is yet. */
interface Draw {
  readonly rows: readonly number[];
  readonly among: number;
  readonly count: number;
  readonly drawn: ReadonlySet<number>;
  readonly stopped: Value | null;
  readonly at: At;
}

/** `sample: { draw: { number: 2 }, within: { under: township }, among: all, seed: param("sample.seed") }`: yes for whoever is drawn. */
export const sample: StepConstruct<StepPart<'sample'>> = {
  key: 'sample',
  check: (part, at, checker) => {
    const { draw, among } = part;
    const size =
      'number' in draw
        ? checker.over(part.within).number(draw.number, `${at}/draw/number`)
        : checker.over(part.within).number(draw.share, `${at}/draw/share`);
    const sound = [checkWithin(part.within, `${at}/within`, checker), checkSeed(part.seed, `${at}/seed`, checker)];
    if (typeof among === 'object') sound.push(checker.judgement(among.when, `${at}/among/when`) !== null);
    return size && !sound.includes(false) ? { kind: 'boolean' } : null;
  },
  compile: (part, compiler) => {
    const size = compiler.over(part.within).compile('number' in part.draw ? part.draw.number : part.draw.share);
    const among = typeof part.among === 'object' ? compiler.compile(part.among.when) : null;
    const seed = compileSeed(part.seed, compiler);
    const draws = perSheet((sheet) => {
      const byRow = new Map<number, Draw>();
      for (const rows of groupsOf(part.within, sheet)) {
        const draw = drawGroup(sheet, rows, { part, size, among, seed: seed.evaluate });
        for (const row of rows) byRow.set(row, draw);
      }
      return byRow;
    });
    return {
      column: (sheet) =>
        sheet.subjects.map((_, row) => {
          const { stopped, drawn } = draws(sheet).get(row) as Draw;
          return stopped ?? known(drawn.has(row));
        }),
      explain: ({ sheet, row, at }) => {
        const draw = draws(sheet).get(row) as Draw;
        const by = formatValue(seed.evaluate(draw.at), undefined, 'zh-CN');
        const explained = seed.explain(draw.at);
        return {
          words: draw.stopped
            ? say('尚未抽取', 'not drawn yet')
            : say(
                `${draw.among} 个中按种子“${by}”抽取 ${draw.count} 个，${draw.drawn.has(row) ? '抽中' : '未抽中'}`,
                `${draw.count} of ${draw.among} by the seed “${by}”: ${draw.drawn.has(row) ? 'drawn' : 'not drawn'}`,
              ),
          facts: seed.facts(draw.at),
          children: [...(explained ? [explained] : []), size.explain(draw.at), ...(among ? [among.explain(at)] : [])],
        };
      },
    };
  },
};

interface Terms {
  readonly part: Sample;
  readonly size: Figure;
  readonly among: Figure | null;
  readonly seed: (at: At) => Value;
}

const MODES = { down: Decimal.ROUND_DOWN, up: Decimal.ROUND_UP, 'half-up': Decimal.ROUND_HALF_UP } as const;

function drawGroup(sheet: Sheet, rows: readonly number[], { part, size, among, seed }: Terms): Draw {
  const at = groupAt(part.within, sheet, rows);
  const judged = rows.map((row) => among?.evaluate(sheet.at(row)) ?? known(true));
  const doubt = judged.flatMap((one) => (one.state === 'not-known' ? one.missing : []));
  const [wanted, by] = [size.evaluate(at), seed(at)];
  const stopped = doubt.length > 0 ? lacking(doubt) : unresolved([wanted, by]);
  const eligible = rows.filter((_, i) => judged[i]?.state === 'known' && judged[i].value === true);
  if (stopped || by.state !== 'known') return { rows, among: eligible.length, count: 0, drawn: new Set(), stopped, at };
  const exact = toDecimal(wanted).times('share' in part.draw ? eligible.length : 1);
  const rounded = exact.toDecimalPlaces(0, 'share' in part.draw ? MODES[part.draw.rounding] : Decimal.ROUND_DOWN);
  const count = Math.min(Math.max(0, rounded.toNumber()), eligible.length);
  const idOf = (row: number): string => {
    const { kind, id } = (sheet.subjects[row] as RatedSubject).ref;
    return `${kind}:${id}`;
  };
  const ids = drawIds(eligible.map(idOf), String(by.value), count);
  return {
    rows,
    among: eligible.length,
    count,
    drawn: new Set(eligible.filter((row) => ids.has(idOf(row)))),
    stopped: null,
    at,
  };
}
