import { Decimal, divide } from '../decimal.ts';
import { factRef } from '../duty/fact-ref.ts';
import type { Explanation } from '../explanation.ts';
import { SHARE } from '../measure/types.ts';
import { numberIn } from '../measure/unit.ts';
import type { Parts } from '../parts.ts';
import { checkBallotFields } from '../rating/ballots/check.ts';
import { quickBallots } from '../rating/ballots/quick.ts';
import { compileBallots, type Tally } from '../rating/ballots/tally.ts';
import { checkEntries } from '../rating/entries/check.ts';
import { perRow } from '../rating/rows.ts';
import type { Neighbour, StepConstruct, StepPart } from '../rating/types.ts';
import type { Ballots } from '../schema/rating/ballots.ts';
import { known, type Words } from '../value.ts';
import { formatValue, plain, valueToJson } from '../value-json.ts';
import { say } from '../words.ts';

/** `ballots: { entries: { form: vote }, options: [{ field: good, points: 1 }], gives: { points_of: 14 }, … }`. */
export const ballots: StepConstruct<StepPart<'ballots'>> = {
  key: 'ballots',
  check: (part, at, checker) => {
    if (!checkEntries(part.entries, `${at}/entries`, checker)) return null;
    const sound = [
      checkBallotFields(part, at, checker),
      ...part.options.map(
        ({ points }, i) => points === undefined || checker.number(points, `${at}/options/${i}/points`) !== null,
      ),
      part.turnout === undefined || checker.number(part.turnout.at_least, `${at}/turnout/at_least`) !== null,
      !('points_of' in part.gives) || checker.number(part.gives.points_of, `${at}/gives/points_of`) !== null,
    ];
    if (sound.includes(false)) return null;
    return numberIn('share_of' in part.gives ? SHARE : checker.rating.unit);
  },
  compile: (part, compiler) => {
    const run = compileBallots(part, compiler);
    const quick = quickBallots(part, compiler);
    const { gives } = part;
    const full = 'points_of' in gives ? compiler.compile(gives.points_of) : null;
    const titles = titlesOf(part, compiler.parts);
    const isShown = ({ all }: Tally): boolean => all.gte(part.shown_from);
    return perRow(
      {
        evaluate: (at) => {
          const tally = run.tally(at);
          return 'state' in tally ? tally : run.outcome(tally, at).value;
        },
        explain: ({ at }) => {
          const tally = run.tally(at);
          if ('state' in tally) return { words: say('票数未知', 'the papers are not known') };
          const said = [papers(tally), ...run.outcome(tally, at).notes];
          if (!isShown(tally)) said.push(hidden(part.shown_from));
          return {
            words: say(said.map((one) => one['zh-CN']).join('，'), said.map((one) => one.en).join(', ')),
            facts: tally.facts.map((fact) => factRef(fact)),
            ...(isShown(tally) ? { details: { papers: drawnPapers(part, tally, titles) } } : {}),
            children: isShown(tally) ? distribution(part, tally, titles) : [],
          };
        },
      },
      {
        ...(quick ? { shortly: quick } : {}),
        ...(full ? { full: (sheet, row) => full.evaluate(sheet.at(row)) } : {}),
        neighbours: (sheet, row) => {
          const at = sheet.at(row);
          const tally = run.tally(at);
          if ('state' in tally || !isShown(tally)) return [];
          return [part.options[0], part.options.at(-1)].flatMap((option): Neighbour[] => {
            if (!option) return [];
            const title = titles.get(option.field) ?? say(option.field, option.field);
            const words = say(`多一张“${title['zh-CN']}”`, `one paper more for “${title.en}”`);
            return [{ words, value: run.outcome(tally, at, { field: option.field, by: 1 }).value }];
          });
        },
      },
    );
  },
};

const papers = ({ all, valid, base }: Tally): Words =>
  say(
    `共 ${plain(all)} 张，有效 ${plain(valid)} 张，基数 ${plain(base)}`,
    `${plain(all)} papers, ${plain(valid)} valid, base ${plain(base)}`,
  );

const hidden = (from: number): Words =>
  say(`少于 ${from} 张，不显示分布`, `fewer than ${from} papers: the distribution is not shown`);

function titlesOf({ entries, options, invalid = [] }: Ballots, { forms }: Parts): ReadonlyMap<string, Words> {
  const fields = new Map((forms.get(entries.form)?.fields ?? []).map(({ id, title }) => [id, title]));
  return new Map([...options, ...invalid].map(({ field }) => [field, fields.get(field) ?? say(field, field)]));
}

/** Every kind of paper with how many there are; papers that choose nothing last. */
function drawnPapers({ options, invalid = [] }: Ballots, { counts }: Tally, titles: ReadonlyMap<string, Words>) {
  const one = (field: string, kind: 'option' | 'counted' | 'left-out') => ({
    title: titles.get(field) ?? say(field, field),
    count: plain(counts.get(field) ?? new Decimal(0)),
    kind,
  });
  return [
    ...options.map(({ field }) => one(field, 'option')),
    ...invalid.map(({ field, counts: how }) => one(field, how === 'in-base' ? 'counted' : 'left-out')),
  ];
}

function distribution(part: Ballots, { counts, base }: Tally, titles: ReadonlyMap<string, Words>): Explanation[] {
  return part.options.map(({ field }) => {
    const count = counts.get(field) ?? base.times(0);
    const title = titles.get(field) ?? say(field, field);
    const share = base.isZero() ? null : valueToJson(known(divide(count, base), SHARE));
    const shown = (language: 'zh-CN' | 'en'): string =>
      share === null ? '' : ` · ${formatValue(share, undefined, language)}`;
    return {
      construct: 'part',
      words: say(`${title['zh-CN']}${shown('zh-CN')}`, `${title.en}${shown('en')}`),
      result: valueToJson(known(count)),
    };
  });
}
