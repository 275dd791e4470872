import { checkUnits } from '../measure/operands.ts';
import { type FigureType, SHARE } from '../measure/types.ts';
import { joinUnits, numberIn } from '../measure/unit.ts';
import { toDecimal } from '../measure/values.ts';
import { checkNumberStep } from '../rating/checked.ts';
import { drawnPlaces } from '../rating/drawn.ts';
import { tieBreaker } from '../rating/order.ts';
import { relativeBorders } from '../rating/peers/edges.ts';
import { type PeerGroup, peerGroups } from '../rating/peers/group.ts';
import { compileHow, type Standing } from '../rating/peers/how.ts';
import type { Sheet, StepChecker, StepConstruct, StepPart } from '../rating/types.ts';
import { checkWithin } from '../rating/within.ts';
import type { Relative } from '../schema/rating/relative.ts';
import { notApplicable, type Value } from '../value.ts';
import { say } from '../words.ts';

/** `relative: { of: income, best: highest, how: { share_of_best: 35, zero: not-applicable }, … }`: by relation to the others. */
export const relative: StepConstruct<StepPart<'relative'>> = {
  key: 'relative',
  check: (part, at, checker) => {
    const of = checkNumberStep(part.of, `${at}/of`, checker);
    const sound = [checkWithin(part.within, `${at}/within`, checker)];
    if (typeof part.alone === 'object') sound.push(checker.number(part.alone.value, `${at}/alone/value`) !== null);
    const type = checkHow(part, of, `${at}/how`, checker);
    return of && !sound.includes(false) ? type : null;
  },
  compile: (part, compiler) => {
    const how = compileHow(part, compiler);
    const groups = peerGroups(part);
    const ordering = { of: part.of, best: part.best, ties: 'shared-with-gap' } as const;
    const alone = typeof part.alone === 'object' ? compiler.compile(part.alone.value) : null;
    const standing = (sheet: Sheet, row: number): Standing | null => {
      const values = sheet.column(part.of);
      if (values[row]?.state !== 'known') return null;
      const [all, own] = [(groups(sheet).get(row) as PeerGroup).crowd(), toDecimal(values[row])];
      const others = all.without(own);
      if (others.size === 0) return null;
      return { own, others, compared: part.own === 'inside' ? all : others, at: sheet.at(row) };
    };
    const valueOf = (sheet: Sheet, row: number): Value => {
      const own = sheet.column(part.of)[row] as Value;
      if (own.state !== 'known') return own;
      const { stopped } = groups(sheet).get(row) as PeerGroup;
      if (stopped) return stopped;
      const among = standing(sheet, row);
      return among ? how.value(among) : (alone?.evaluate(sheet.at(row)) ?? ALONE);
    };
    return {
      borders: (sheet, row) => {
        const { rows, stopped } = groups(sheet).get(row) as PeerGroup;
        const among = stopped ? null : standing(sheet, row);
        return among ? relativeBorders(part, how, among, { sheet, row, rows, titleOf: compiler.titleOf }) : [];
      },
      column: (sheet) => sheet.subjects.map((_, row) => valueOf(sheet, row)),
      explain: ({ sheet, row, step }) => {
        const among = standing(sheet, row);
        const { rows, doubt } = groups(sheet).get(row) as PeerGroup;
        const words = among ? how.words(among) : say('没有可比对象', 'nobody to compare with');
        const open =
          doubt.length > 0 ? say('；另有未知者，暂定', '; some are not known, so this is provisional') : say('', '');
        return {
          words: say(`${words['zh-CN']}${open['zh-CN']}`, `${words.en}${open.en}`),
          details: {
            among: rows.length,
            places: drawnPlaces(rows, row, sheet, { compare: tieBreaker(ordering), of: part.of }),
          },
          children: [step(part.of)],
        };
      },
    };
  },
};

const ALONE = notApplicable(say('没有可比对象', 'There is nobody to compare with'));

function checkHow({ how, best }: Relative, of: FigureType | null, at: string, checker: StepChecker): FigureType | null {
  if ('percentile' in how) return { kind: 'number', unit: SHARE };
  if ('against' in how) return how.as === 'ratio' ? numberIn(undefined) : of;
  if ('standard' in how) {
    const { mean, deviation } = how.standard;
    const types = [checker.number(mean, `${at}/standard/mean`), checker.number(deviation, `${at}/standard/deviation`)];
    return types.includes(null) ? null : numberIn(checker.rating.unit);
  }
  if ('share_of_best' in how) {
    if (typeof how.zero === 'object') checker.number(how.zero.share, `${at}/zero/share`);
    if (best === 'lowest' && how.less === undefined) checker.add(LESS(at));
    return checker.number(how.share_of_best, `${at}/share_of_best`) && numberIn(checker.rating.unit);
  }
  const [name, other] = 'last' in how ? (['last', how.last] as const) : (['less', how.less] as const);
  const types = [checker.number(how.first, `${at}/first`), checker.number(other, `${at}/${name}`)];
  if ('floor' in how && how.floor !== undefined) types.push(checker.number(how.floor, `${at}/floor`));
  const fits = checkUnits(types, at, { ...checker, measure: null, check: () => null });
  return types.includes(null) || !fits
    ? null
    : numberIn(joinUnits(types.map((type) => type?.unit)) ?? checker.rating.unit);
}

const LESS = (at: string) => ({
  code: 'open-choice',
  at: `${at}/less`,
  words: say('越少越好时，占最好者的比例有两种含义', 'Where less is better, the share of the best has two meanings'),
  wayOut: say('写 less: best-over-own 或 less: mirrored', 'Write less: best-over-own or less: mirrored'),
});
