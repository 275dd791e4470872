import { Decimal, divide } from '../decimal.ts';
import { type FigureType, SHARE } from '../measure/types.ts';
import { figure, lacking, toDecimal } from '../measure/values.ts';
import { checkNumberStep } from '../rating/checked.ts';
import { type PeerGroup, peerGroups } from '../rating/peers/group.ts';
import { STATISTICS } from '../rating/peers/statistic.ts';
import { perSheet } from '../rating/per-sheet.ts';
import type { Sheet, StepChecker, StepConstruct, StepPart } from '../rating/types.ts';
import { checkWithin } from '../rating/within.ts';
import type { Peers } from '../schema/rating/peers.ts';
import { known, notApplicable, type Value } from '../value.ts';
import { counted, say } from '../words.ts';

/** `peers: { of: marks, statistic: mean, within: { under: township }, own: outside, empty: not-applicable, missing: stop }`. */
export const peers: StepConstruct<StepPart<'peers'>> = {
  key: 'peers',
  check: (part, at, checker) => {
    const type = checkNumberStep(part.of, `${at}/of`, checker);
    const sound = [checkWithin(part.within, `${at}/within`, checker), checkThat(part, at, checker)];
    if (typeof part.empty === 'object') sound.push(checker.number(part.empty.value, `${at}/empty/value`) !== null);
    return type && !sound.includes(false) ? typeOf(part, type) : null;
  },
  compile: (part, compiler) => {
    const { type } = compiler;
    const groups = peerGroups(part);
    const that = part.that === undefined ? null : compiler.compile(part.that);
    const empty = typeof part.empty === 'object' ? compiler.compile(part.empty.value) : null;
    const judged = perSheet((sheet) => sheet.subjects.map((_, row) => that?.evaluate(sheet.at(row)) ?? YES));
    const numbers = perSheet(
      (sheet) => new Map([...new Set(groups(sheet).values())].map((one) => [one, countIn(one, judged(sheet))])),
    );
    /** Whether a row is among those its group is asked about, and is not to be counted itself. */
    const leavesOut = (sheet: Sheet, row: number): boolean =>
      part.own === 'outside' && sheet.column(part.of)[row]?.state === 'known';
    const sizeOf = (sheet: Sheet, { rows }: PeerGroup, row: number): number =>
      rows.length - (leavesOut(sheet, row) ? 1 : 0);
    const fulfilling = (sheet: Sheet, group: PeerGroup, row: number): Value => {
      const { yes, open } = numbers(sheet).get(group) as Counted;
      const own = leavesOut(sheet, row) ? (judged(sheet)[row] as Value) : null;
      const doubt = open.filter((one) => own === null || one !== row);
      if (doubt.length > 0 && part.missing === 'stop')
        return lacking(doubt.flatMap((one) => missingOf(judged(sheet)[one] as Value)));
      const number = new Decimal(yes - (own && isYes(own) ? 1 : 0));
      return figure(part.statistic === 'share' ? divide(number, new Decimal(sizeOf(sheet, group, row))) : number, type);
    };
    const valueOf = (sheet: Sheet, row: number): Value => {
      const group = groups(sheet).get(row) as PeerGroup;
      if (group.stopped) return group.stopped;
      if (sizeOf(sheet, group, row) === 0)
        return empty?.evaluate(sheet.at(row)) ?? (part.empty === 'zero' ? figure(0, type) : NOBODY);
      if (part.statistic === 'count' || part.statistic === 'share') return fulfilling(sheet, group, row);
      const own = leavesOut(sheet, row) ? (sheet.column(part.of)[row] as Value) : null;
      const crowd = own ? group.crowd().without(toDecimal(own)) : group.crowd();
      return figure(STATISTICS[part.statistic](crowd), type);
    };
    return {
      column: (sheet) => sheet.subjects.map((_, row) => valueOf(sheet, row)),
      explain: ({ sheet, row, step }) => {
        const group = groups(sheet).get(row) as PeerGroup;
        const [title, name, size] = [compiler.titleOf(part.of), NAMES[part.statistic], sizeOf(sheet, group, row)];
        const open =
          group.doubt.length > 0
            ? say('，另有未知者，暂定', '; some are not known, so this is provisional')
            : say('', '');
        return {
          words: say(
            `${name['zh-CN'](`${size} 个${part.own === 'outside' ? '其他' : ''}对象`, `“${title['zh-CN']}”`)}${open['zh-CN']}`,
            `${name.en(counted(size, part.own === 'outside' ? 'other' : 'subject'), `“${title.en}”`)}${open.en}`,
          ),
          details: { among: size },
          children: [step(part.of)],
        };
      },
    };
  },
};

const YES = known(true);
const isYes = (value: Value): boolean => value.state === 'known' && value.value === true;
const missingOf = (value: Value) => (value.state === 'not-known' ? value.missing : []);

/** Of a group: how many fulfil the condition, and the rows of which that is not known. */
interface Counted {
  readonly yes: number;
  readonly open: readonly number[];
}

const countIn = ({ rows }: PeerGroup, judged: readonly Value[]): Counted => ({
  yes: rows.filter((row) => isYes(judged[row] as Value)).length,
  open: rows.filter((row) => judged[row]?.state === 'not-known'),
});

const NOBODY = notApplicable(say('没有可比对象', 'There is nobody to compare with'));

/** A statistic of a step among those asked about. */
const plainly = (zh: string, en: string) => ({
  'zh-CN': (who: string, what: string) => `${who}${what}的${zh}`,
  en: (who: string, what: string) => `${en} of ${what} of ${who}`,
});

const NAMES = {
  mean: plainly('平均数', 'mean'),
  median: plainly('中位数', 'median'),
  min: plainly('最小值', 'least'),
  max: plainly('最大值', 'most'),
  sum: plainly('合计', 'sum'),
  count: {
    'zh-CN': (who: string, what: string) => `${who}中${what}符合条件的个数`,
    en: (who: string, what: string) => `how many of ${who} fulfil the condition with ${what}`,
  },
  share: {
    'zh-CN': (who: string, what: string) => `${who}中${what}符合条件的占比`,
    en: (who: string, what: string) => `share of ${who} that fulfil the condition with ${what}`,
  },
} as const;

const typeOf = ({ statistic }: Peers, type: FigureType): FigureType =>
  statistic === 'count' ? { kind: 'number' } : statistic === 'share' ? { kind: 'number', unit: SHARE } : type;

function checkThat({ statistic, that }: Peers, at: string, { add, judgement }: StepChecker): boolean {
  const conditional = statistic === 'count' || statistic === 'share';
  if (that !== undefined && conditional) return judgement(that, `${at}/that`) !== null;
  if (that === undefined && statistic !== 'share') return true;
  add({
    code: 'peers-that',
    at: `${at}/that`,
    words: say('that 用于 share 与 count；share 必须写', 'that belongs to share and count, and share needs it'),
    wayOut: say('如 that: marks >= 60，或改用其他 statistic', 'E.g. that: marks >= 60, or another statistic'),
  });
  return false;
}
