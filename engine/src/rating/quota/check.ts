import { Decimal } from '../../decimal.ts';
import { unknownName } from '../../duty/problems.ts';
import type { Quota } from '../../schema/rating/quota.ts';
import type { Scale } from '../../schema/rating.ts';
import { plain } from '../../value-json.ts';
import { say } from '../../words.ts';
import type { StepChecker } from '../types.ts';
import { numberOf } from '../weights-check.ts';
import type { Place, Size } from './limits.ts';

const LIMITS = ['at_most', 'at_least', 'exactly'] as const;

/** Judges the places of a quota: names, sizes, places that cannot be given out, and forced shares without a floor. */
export function checkPlaces(part: Quota, at: string, scale: Scale, checker: StepChecker): boolean {
  const grades = new Map(scale.grades.map(({ id }, index) => [id, index]));
  const seen = new Set<string>();
  const sound = part.places.map((place, i) => {
    const where = `${at}/places/${i}`;
    const unknown = unknownName('grade', place.grade, grades, `${where}/grade`);
    for (const finding of unknown) checker.add(finding);
    if (seen.has(place.grade)) checker.add(unmet(`${where}/grade`, TWICE));
    seen.add(place.grade);
    checkLimits(place, where, checker);
    if (grades.get(place.grade) === scale.grades.length - 1) checkLowest(place, where, checker);
    if (place.needs !== undefined && !place.at_least && !place.exactly)
      checker.add(unmet(`${where}/needs`, NEEDLESS, WHERE_GRADED));
    return unknown.length === 0 && sizesSound(place, where, checker, checker.over(part.within));
  });
  if (sound.includes(false)) return false;
  const sorted = [...part.places].sort((a, b) => (grades.get(a.grade) ?? 0) - (grades.get(b.grade) ?? 0));
  checkSums(part, sorted, at, checker);
  return true;
}

const TWICE = say('同一等次的名额写了两次', 'The places of this grade are given twice');
const NEEDLESS = say('needs 只对 at_least 与 exactly 起作用', 'needs has a meaning with at_least or exactly only');

const CHANGE = say('改名额', 'Change the places');
const WHERE_GRADED = say(
  '定等的底线写在定初等的 bands 里；递补的底线才写 needs，与 at_least 一并写',
  'What a grade asks is said by the bands that give it; needs is for those who rise, beside at_least',
);
const FROM_ABOVE = say(
  '删去末等的名额，改写上一等次：shares: running，at_least 写 1 减去这一占比（末等不超过 5%，即以上各等累计不少于 0.95）',
  'Remove it, and write at_least of the grade above instead, with shares: running: 1 less this share (at most 5 % in the lowest is at least 0.95 above)',
);

const unmet = (at: string, words: typeof TWICE, wayOut: typeof TWICE = CHANGE) => ({
  code: 'quota-unmeetable',
  at,
  words,
  wayOut,
});

function sizesSound(place: Place, at: string, checker: StepChecker, overGroup: StepChecker): boolean {
  const types = LIMITS.flatMap((key) => {
    const size = place[key];
    if (!size) return [];
    const [name, value] = 'share' in size ? (['share', size.share] as const) : (['number', size.number] as const);
    return [
      overGroup.number(value, `${at}/${key}/${name}`),
      ...(['no_fewer_than', 'no_more_than'] as const).flatMap((end) => {
        const limit = size[end];
        return limit === undefined ? [] : [overGroup.number(limit, `${at}/${key}/${end}`)];
      }),
    ];
  });
  const needs = place.needs === undefined || checker.judgement(place.needs, `${at}/needs`) !== null;
  return needs && !types.includes(null);
}

function checkLimits(place: Place, at: string, checker: StepChecker): void {
  const { at_most, at_least, exactly } = place;
  if (!at_most && !at_least && !exactly) {
    checker.add(unmet(at, say('没有写名额', 'No places are given')));
  } else if (exactly && (at_most || at_least)) {
    checker.add(unmet(at, say('exactly 不能与 at_most、at_least 并用', 'exactly excludes at_most and at_least')));
  }
  const [most, least] = [figureOf(at_most), figureOf(at_least)];
  if (most && least && most.kind === 'share' && least.kind === 'share' && least.figure.gt(most.figure))
    checker.add(unmet(`${at}/at_least`, say('最少多于最多', 'At least is more than at most')));
}

/** Nobody can fall below the lowest grade, and nobody is forced into it without an absolute floor. */
function checkLowest(place: Place, at: string, checker: StepChecker): void {
  if (place.at_most)
    checker.add(
      unmet(
        `${at}/at_most`,
        say('最低等次之下没有等次可移入', 'There is no grade below the lowest to fall to'),
        FROM_ABOVE,
      ),
    );
  if ((place.at_least || place.exactly) && place.needs === undefined) {
    checker.add({
      code: 'forced-share',
      at,
      words: say(
        '最低等次不得强制凑数：没有绝对底线，做得好的也会被评差',
        'Nobody is forced into the lowest grade by a share alone: without an absolute floor those who did well would be called poor',
      ),
      wayOut: say(
        '写 needs，如 needs: total < 60；或去掉这一名额',
        'Write needs, e.g. needs: total < 60, or remove these places',
      ),
    });
  }
}

interface Written {
  readonly kind: 'share' | 'number';
  readonly figure: Decimal;
}

function figureOf(size: Size | undefined): Written | null {
  if (!size) return null;
  const [kind, value] = 'share' in size ? (['share', size.share] as const) : (['number', size.number] as const);
  const figure = numberOf(value);
  return figure ? { kind, figure } : null;
}

/** Shares that must be filled may not make more than the whole; running shares may not shrink. */
function checkSums({ shares, places }: Quota, sorted: readonly Place[], at: string, checker: StepChecker): void {
  const indexOf = (place: Place): string => `${at}/places/${places.indexOf(place)}`;
  let sum = new Decimal(0);
  let before = new Decimal(0);
  for (const place of sorted) {
    const least = figureOf(place.exactly ?? place.at_least);
    if (least?.kind === 'share') sum = shares === 'running' ? Decimal.max(sum, least.figure) : sum.plus(least.figure);
    const most = figureOf(place.exactly ?? place.at_most);
    if (shares !== 'running' || most?.kind !== 'share') continue;
    if (most.figure.lt(before)) {
      checker.add(
        unmet(
          indexOf(place),
          say(
            `累计份额 ${plain(most.figure)} 小于上一等次的 ${plain(before)}`,
            `The running share ${plain(most.figure)} is less than ${plain(before)} of the grade above`,
          ),
        ),
      );
    }
    before = most.figure;
  }
  if (sum.gt(1))
    checker.add(
      unmet(
        `${at}/places`,
        say(`必须填满的份额合计 ${plain(sum)}，超过 1`, `Shares that must be filled make ${plain(sum)}, more than 1`),
      ),
    );
}
