import type { Decimal } from '../decimal.ts';
import type { Explanation } from '../explanation.ts';
import type { At, FigureType } from '../measure/types.ts';
import { numberIn } from '../measure/unit.ts';
import { figure, toDecimal } from '../measure/values.ts';
import { numberShown } from '../rating/number-shown.ts';
import { perRow } from '../rating/rows.ts';
import { checkGroup } from '../rating/scorers/check.ts';
import { cutTold } from '../rating/scorers/cut-told.ts';
import { brought, combined, compileGroup, type Scored, scoreGroups, sharesOf } from '../rating/scorers/groups.ts';
import { invalidTold } from '../rating/scorers/invalid-told.ts';
import { checkJoins } from '../rating/scorers/joins-check.ts';
import { groupNeighbours } from '../rating/scorers/neighbours.ts';
import { type BroughtBy, quickGroup } from '../rating/scorers/quick.ts';
import type { Sheet, StepConstruct, StepPart } from '../rating/types.ts';
import { checkSum } from '../rating/weights-check.ts';
import type { Value, Words } from '../value.ts';
import { valueToJson } from '../value-json.ts';
import { counted, say } from '../words.ts';

/** `scorers: { groups: [{ id: leaders, papers: { form: score }, share: 45, takes: mean, … }], no_papers: rescale, … }`. */
export const scorers: StepConstruct<StepPart<'scorers'>> = {
  key: 'scorers',
  check: (part, at, checker) => {
    const sound = part.groups.map((group, i) => checkGroup(group, `${at}/groups/${i}`, checker));
    sound.push(checkJoins(part.groups, `${at}/groups`, checker));
    const shares = part.groups.map(({ share }) => share);
    checkSum(shares, part.shares_make, { parts: `${at}/groups`, make: `${at}/shares_make` }, checker);
    return sound.includes(false) ? null : numberIn(checker.rating.unit);
  },
  compile: (part, compiler) => {
    const groups = part.groups.map((group) => compileGroup(group, compiler));
    const { type } = compiler;
    const joining = part.groups.some(({ joins }) => joins !== undefined);
    const quick = joining ? [] : part.groups.flatMap((group) => quickGroup(group, compiler) ?? []);
    const scoredAt = (at: At): Scored[] => scoreGroups(groups, at);
    const { perRow: alone, ...run } = perRow(
      {
        evaluate: (at) => combined(scoredAt(at), part, type),
        explain: ({ at }) => ({
          words: say('各组评分按份额合成', 'the groups’ scores, each with its share'),
          children: scoredAt(at).map((one) => explainGroup(one, part.shown_from, type)),
        }),
      },
      {
        ...(quick.length === groups.length ? { shortly: (sheet) => sumOf(quick, type, sheet) } : {}),
        ...(part.groups.every(({ out_of }) => out_of !== undefined)
          ? { full: (sheet, row) => sharesOf(scoredAt(sheet.at(row)), type) }
          : {}),
        neighbours: (sheet, row) =>
          groupNeighbours(groups, sheet.at(row), part.shown_from, (scored) => combined(scored, part, type)),
      },
    );
    return alone && part.groups.every(({ valid }) => valid === undefined) ? { ...run, perRow: alone } : run;
  },
};

/** What the groups of a row bring together, where each has papers and all of them can be had in one pass. */
function sumOf(
  groups: readonly ((rows: Sheet) => BroughtBy | null)[],
  type: FigureType,
  sheet: Sheet,
): ((row: number) => Value | null) | null {
  const all = groups.flatMap((group) => group(sheet) ?? []);
  if (all.length < groups.length) return null;
  return (row) => {
    let sum: Decimal | null = null;
    for (const broughtBy of all) {
      const brought = broughtBy(row);
      if (brought === null) return null;
      sum = sum === null ? brought : sum.plus(brought);
    }
    return sum && figure(sum, type);
  };
}

const known = (value: Value): string => (value.state === 'known' ? numberShown(toDecimal(value)) : '?');

function explainGroup(scored: Scored, from: number, type: FigureType): Explanation {
  const { group, value, raters, own, into, guests } = scored;
  const hidden = value?.state === 'known' && raters < from;
  const notes = [
    say(`${raters} 人评分`, `${counted(raters, 'rater')}`),
    ...invalidTold(scored),
    ...cutTold(scored),
    ...(own > 0 ? [say(`本人评分 ${own} 份不计`, `${counted(own, 'own paper')} left out`)] : []),
    ...guests.map((guest) => say(`含“${guest['zh-CN']}”`, `with those of “${guest.en}”`)),
    ...(into ? [say(`人数不足，并入“${into['zh-CN']}”`, `too few: joined with “${into.en}”`)] : []),
    ...(value === null && !into ? [say('视为没有评分', 'counts as one without papers')] : []),
    ...(hidden ? [say(`少于 ${from} 人，不显示分数`, `fewer than ${from}: the figure is not shown`)] : []),
    ...(value?.state === 'known' && !hidden ? [way(scored)] : []),
  ];
  const words = say(
    `${group.title['zh-CN']}（${notes.map((note) => note['zh-CN']).join('，')}）`,
    `${group.title.en} (${notes.map((note) => note.en).join(', ')})`,
  );
  const { share, outOf } = scored;
  const details = {
    group: group.id,
    title: group.title,
    raters,
    share: valueToJson(share),
    outOf: outOf && valueToJson(outOf),
    mean: value === null || hidden ? null : valueToJson(value),
  };
  const result = valueToJson(shownValue(scored, hidden, type));
  return { construct: 'scorer-group', words, result, ...(hidden ? { shown: HIDDEN } : {}), details };
}

function shownValue(scored: Scored, hidden: boolean, type: FigureType): Value {
  const { value, share, outOf, into } = scored;
  if (value === null || hidden)
    return { state: 'not-applicable', why: value === null ? (into ? JOINED : NONE) : NOT_SHOWN };
  const open = [value, share, ...(outOf ? [outOf] : [])].find((one) => one.state !== 'known');
  return open ?? (outOf !== null && toDecimal(outOf).isZero() ? value : figure(brought(scored), type));
}

const NONE = say('没有评分', 'no papers');
const JOINED = say('并入他组', 'joined with another group');
const HIDDEN = say('不显示', 'not shown');
const NOT_SHOWN = say('人数过少，不显示', 'too few to be shown');

function way({ value, share, outOf }: Scored): Words {
  const how = `${known(value as Value)}${outOf === null ? '' : ` ÷ ${known(outOf)}`} × ${known(share)}`;
  return say(how, how);
}
