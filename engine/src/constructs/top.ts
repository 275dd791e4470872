import { checkNumberStep } from '../rating/checked.ts';
import { drawnPlaces } from '../rating/drawn.ts';
import { gradeOf, gradeTitle } from '../rating/outcome.ts';
import { type PeerGroup, peerGroups } from '../rating/peers/group.ts';
import { perSheet } from '../rating/per-sheet.ts';
import { checkAwards } from '../rating/top/check.ts';
import { couldMeet, edgesOf, placeMore } from '../rating/top/edges.ts';
import { type Awarded, awardGroup, compileTop } from '../rating/top/group.ts';
import type { Sheet, StepConstruct, StepPart } from '../rating/types.ts';
import { checkWithin } from '../rating/within.ts';
import { known, notApplicable, type Value, type Words } from '../value.ts';
import { say } from '../words.ts';

/** `top: { of: total, best: highest, awards: [{ first: 3, needs: total >= 82 }], … }`: the first, the last, the best share. */
export const top: StepConstruct<StepPart<'top'>> = {
  key: 'top',
  check: (part, at, checker) => {
    const type = checkNumberStep(part.of, `${at}/of`, checker);
    const scale = part.scale === undefined ? null : checker.scale(part.scale, `${at}/scale`);
    const sound = [checkWithin(part.within, `${at}/within`, checker), checkAwards(part, at, scale, checker)];
    if (!type || sound.includes(false) || (part.scale !== undefined && !scale)) return null;
    return scale ? gradeOf(scale.id) : { kind: 'boolean' };
  },
  compile: (part, compiler) => {
    const made = compileTop(part, compiler);
    const scale = part.scale === undefined ? null : compiler.scale(part.scale);
    const groups = peerGroups(part);
    const awarded = perSheet((sheet) => {
      const done = new Map<PeerGroup, Awarded>();
      for (const group of groups(sheet).values()) if (!done.has(group)) done.set(group, awardGroup(made, sheet, group));
      return done;
    });
    const look = (sheet: Sheet, row: number) => {
      const group = groups(sheet).get(row) as PeerGroup;
      return { group, result: awarded(sheet).get(group) as Awarded };
    };
    const prizeOf = (award: number | undefined): Value => {
      if (!scale) return known(award !== undefined);
      return award === undefined ? NOTHING : known(part.awards[award]?.gives ?? '');
    };
    const valueOf = (sheet: Sheet, row: number): Value => {
      const own = sheet.column(part.of)[row] as Value;
      if (own.state !== 'known') return own;
      const { given, stopped } = look(sheet, row).result;
      if (stopped) return stopped;
      return prizeOf(given.get(row));
    };
    const titleOfAward = (award: number | undefined): Words | null => {
      const gives = part.awards[award ?? -1]?.gives;
      if (award === undefined) return null;
      return scale && gives !== undefined ? gradeTitle(gives, scale) : LISTED;
    };
    return {
      column: (sheet) => sheet.subjects.map((_, row) => valueOf(sheet, row)),
      borders: (sheet, row) => {
        const { group, result } = look(sheet, row);
        if (result.stopped || !group.rows.includes(row)) return [];
        return edgesOf(made, sheet, group, { result, row, titleOf: compiler.titleOf }).map(({ border, award }) => ({
          ...border,
          gives: prizeOf(award),
        }));
      },
      neighbours: (sheet, row) => {
        const { group, result } = look(sheet, row);
        if (result.stopped || !group.rows.includes(row)) return [];
        const asked = { result, row, titleOf: compiler.titleOf };
        const nameOf = (award: number) => (scale ? titleOfAward(award) : null);
        return [...couldMeet(made, sheet, group, asked), ...placeMore(made, sheet, group, { result, row, nameOf })].map(
          ({ words, award }) => ({ words, value: prizeOf(award) }),
        );
      },
      explain: ({ sheet, row, at, step }) => {
        const { group, result } = look(sheet, row);
        if (sheet.column(part.of)[row]?.state !== 'known') return { words: LEFT_OUT, children: [step(part.of)] };
        const place = 1 + group.rows.filter((other) => made.compare(sheet, other, row) < 0).length;
        const award = result.given.get(row);
        const places = award === undefined ? undefined : result.places[award];
        const prize = titleOfAward(award) ?? LISTED;
        const from = places?.end === 'worst' ? say('后', 'the last') : say('前', 'the first');
        const open =
          group.doubt.length > 0
            ? say('；另有未知者，暂定', '; some are not known, so this is provisional')
            : say('', '');
        const way = places
          ? say(
              `，在${from['zh-CN']} ${places.to} 名之内：${prize['zh-CN']}`,
              `, within ${from.en} ${places.to}: ${prize.en}`,
            )
          : say('，未入选', ', not listed');
        return {
          words: say(
            `${group.rows.length} 个中第 ${place}${way['zh-CN']}${open['zh-CN']}`,
            `place ${place} of ${group.rows.length}${way.en}${open.en}`,
          ),
          details: {
            place,
            among: group.rows.length,
            places: drawnPlaces(group.rows, row, sheet, {
              compare: made.compare,
              of: part.of,
              gets: (one) => titleOfAward(result.given.get(one)),
            }),
          },
          children: [step(part.of), ...made.awards.flatMap(({ needs }) => (needs ? [needs.explain(at)] : []))],
        };
      },
    };
  },
};

const LISTED = say('入选', 'listed');
const LEFT_OUT = say('无值可比，不参加', 'without a value: not compared');
const NOTHING = notApplicable(say('未入选', 'Not among those listed'));
