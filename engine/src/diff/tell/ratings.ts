import { isRecord } from '../../pack/schema-shape.ts';
import type { Words } from '../../value.ts';
import { counted, say } from '../../words.ts';
import { isWords } from '../compare.ts';
import { readValue } from '../read-value.ts';
import { shown } from '../show.ts';
import { BALLOT_TELLERS } from './ballots.ts';
import { inStep, type Tell } from './in-step.ts';
import { cadence, figure, gradeWords, join, outcome, range, share, term, titled, whom } from './phrases.ts';
import { SCORER_TELLERS } from './scorers.ts';
import { type Change, cameOrWent, comes, of, quoted, type Teller, turned } from './teller.ts';
import { partPeriod, WITHIN_TELLERS } from './within-words.ts';

const ratingOf = ({ part }: Change): unknown => part.after ?? part.before;

function band(change: Change, step: Words): Words | null {
  const { before, after, part } = change;
  const one = isRecord(after) ? after : before;
  if (!isRecord(one)) return null;
  const gives = outcome(one.gives, ratingOf(change), part.parts);
  if (cameOrWent(before, after)) {
    const ends = range(one, part.parts);
    return comes(
      step,
      after !== undefined,
      join(say('一档：', 'a band: '), gives),
      say(`（${ends['zh-CN']}）`, ` (${ends.en})`),
    );
  }
  const line = say(`中${gives['zh-CN']}的分数线`, `the band of ${gives.en}`);
  return turned(of(step, line), range(before, part.parts), range(after, part.parts));
}

const SIZES = {
  at_most: say('不超过', 'at most'),
  at_least: say('不少于', 'at least'),
  exactly: say('正好', 'exactly'),
} as const;

/** The places of one grade of a quota: 不超过 20%. */
function place(change: Change, step: Words): Words | null {
  const { before, after, part } = change;
  const one = isRecord(after) ? after : before;
  if (!isRecord(one)) return null;
  const size = (value: unknown): Words => {
    if (!isRecord(value)) return say('无', 'none');
    const said = (Object.keys(SIZES) as (keyof typeof SIZES)[]).flatMap((key) => {
      const written = value[key];
      if (!isRecord(written)) return [];
      const many = written.share === undefined ? figure(written.number, part.parts) : share(written.share, part.parts);
      const ends = [
        ...(written.no_fewer_than === undefined
          ? []
          : [join(say('至少 ', 'no fewer than '), figure(written.no_fewer_than, part.parts))]),
        ...(written.no_more_than === undefined
          ? []
          : [join(say('至多 ', 'no more than '), figure(written.no_more_than, part.parts))]),
      ];
      return [join(SIZES[key], say(' ', ' '), many, ...ends.flatMap((end) => [say('，', ', '), end]))];
    });
    const needs = value.needs === undefined ? [] : [join(say('底线 ', 'floor '), figure(value.needs, part.parts))];
    const all = [...said, ...needs];
    if (all.length === 0) return say('无', 'none');
    return join(...all.flatMap((words, i) => (i === 0 ? [words] : [say('，', ', '), words])));
  };
  const grade = gradeWords(one.grade, ratingOf(change));
  return turned(of(step, say(`中${grade['zh-CN']}的名额`, `places of ${grade.en}`)), size(before), size(after));
}

/** Cases of a veto and limits of a ceiling are known by their reason. */
const case_ =
  (noun: Words): Tell =>
  (change, step) => {
    const one = isRecord(change.after) ? change.after : isRecord(change.before) ? change.before : {};
    const why = quoted(titled(one, ''));
    const gives = one.gives ?? one.at_most;
    const to =
      gives === undefined
        ? say('', '')
        : join(say('，定为', ', making it '), outcome(gives, ratingOf(change), change.part.parts));
    return comes(step, change.after !== undefined, join(noun, why), to);
  };

const effect: Tell = (change, step) => {
  const why = quoted(titled(change.members[1], ''));
  const parts = change.part.parts;
  const words = (value: unknown) => outcome(value, ratingOf(change), parts);
  return turned(
    of(step, say(`${why['zh-CN']}时的结果`, `result when ${why.en}`)),
    words(change.before),
    words(change.after),
  );
};

/** What those in no band get. */
const otherwise: Tell = (change, step) => {
  const words = (value: unknown): Words => {
    if (value === 'none') return say('无等次', 'no grade');
    return value === 'error' ? say('提示有误', 'an error') : outcome(value, ratingOf(change), change.part.parts);
  };
  return turned(of(step, say('中不在任何一档的', 'those in no band')), words(change.before), words(change.after));
};

/** A deduction or award of an item. */
const itemChange =
  (noun: Words, verb: Words): Tell =>
  ({ before, after, part, trail }, step) => {
    const one = isRecord(after) ? after : isRecord(before) ? before : {};
    const worth = readValue(one.points, [...trail, { key: 'points' }], part);
    const points =
      one.points === undefined
        ? say('', '')
        : join(say('（', ' ('), verb, say(' ', ' '), worth, say(' 分）', ' points)'));
    return comes(step, after !== undefined, join(noun, quoted(titled(one, String(one.id)))), points);
  };

/** An entry of another form that is read for those that count. */
const reading: Tell = ({ before, after, members, part }, step) => {
  const one = isRecord(after) ? after : isRecord(before) ? before : {};
  const form = part.parts.forms.get(String(one.form))?.title ?? say(String(one.form), String(one.form));
  const [whole, under] = [quoted(titled(members[1], '')), quoted(form)];
  return comes(
    step,
    after !== undefined,
    say(
      `${whole['zh-CN']}所读的${under['zh-CN']}（称 ${String(one.name)}）`,
      `what ${whole.en} reads of ${under.en} (as ${String(one.name)})`,
    ),
  );
};

const itemEnd =
  (what: Words): Tell =>
  ({ before, after, part }, step) => {
    const words = (value: unknown) =>
      value === 'none'
        ? say('不设', 'none')
        : value === 'full'
          ? say('满分', 'the full marks')
          : figure(value, part.parts);
    return turned(of(step, what), words(before), words(after));
  };

/** Of which periods rounds are taken. */
const lastRounds: Tell = ({ before, after, part }, step) => {
  const words = (value: unknown): Words => {
    if (!isRecord(value)) return say('本期之内各轮', 'those in the period');
    const count = figure(value.periods, part.parts);
    const taken =
      value.up_to === 'previous'
        ? say(`此前 ${count['zh-CN']} 期`, `the ${count.en} before the period`)
        : say(`近 ${count['zh-CN']} 期`, `the last ${count.en}`);
    return value.fewer === 'not-applicable' ? join(taken, say('（须齐全）', ' (all of them)')) : taken;
  };
  return turned(of(step, say('所取的轮次', 'the rounds it takes')), words(before), words(after));
};

const target: Teller = {
  section: 'rating',
  path: 'targets/*',
  tell: ({ before, after, part }) => {
    const words = (value: unknown): Words => {
      if (!isRecord(value)) return say('无', 'none');
      const least = value.at_least !== undefined;
      return join(
        least ? SIZES.at_least : SIZES.at_most,
        say(' ', ' '),
        share(value.at_least ?? value.at_most, part.parts),
      );
    };
    const name = quoted(titled(after ?? before, ''));
    return turned(of(part.title, say(`的目标${name['zh-CN']}`, `target ${name.en}`)), words(before), words(after));
  },
};

const published = (path: string, what: Words): Teller => ({
  section: 'rating',
  path: `publication/${path}`,
  tell: ({ before, after, part }) => turned(of(part.title, what), term(before, part.parts), term(after, part.parts)),
});

const follows: readonly Teller[] = [
  {
    section: 'rating',
    path: 'consequences/*',
    whole: cameOrWent,
    tell: ({ before, after, part }) =>
      comes(
        part.title,
        after !== undefined,
        join(say('结果运用', 'what follows, '), quoted(titled(after ?? before, ''))),
      ),
  },
  {
    section: 'rating',
    path: 'consequences/*/ends',
    tell: ({ before, after, members, part }) => {
      const name = quoted(titled(members[0], ''));
      const lasts = (value: unknown) => term({ within: value }, part.parts);
      return turned(
        of(part.title, say(`${name['zh-CN']}的有效期`, `how long ${name.en} lasts`)),
        lasts(before),
        lasts(after),
      );
    },
  },
  {
    section: 'rating',
    path: 'scales/*/grades/*/title',
    tell: ({ before, after, members, part }) =>
      isWords(before) && isWords(after)
        ? turned(
            of(
              part.title,
              say(`“${titled(members[0], '')['zh-CN']}”的一个等次名称`, `a grade of “${titled(members[0], '').en}”`),
            ),
            quoted(before),
            quoted(after),
          )
        : null,
  },
  {
    section: 'rating',
    path: 'consequences/*/within',
    tell: ({ before, after, members, part }) => {
      const name = quoted(titled(members[0], ''));
      return turned(
        of(part.title, say(`${name['zh-CN']}的期限`, `time for ${name.en}`)),
        term(before, part.parts),
        term(after, part.parts),
      );
    },
  },
];

const whole: readonly Teller[] = [
  {
    section: 'rating',
    path: 'of',
    tell: ({ before, after, part }) =>
      turned(of(part.title, say('的对象', 'who is rated')), whom(before, part.parts), whom(after, part.parts)),
  },
  {
    section: 'rating',
    path: 'period/every',
    tell: ({ before, after, part }) =>
      turned(of(part.title, say('的评定周期', 'how often it is done')), cadence(before), cadence(after)),
  },
  {
    section: 'rating',
    path: 'period/begins',
    tell: ({ before, after, part }) =>
      turned(
        of(part.title, say('的年度起点', 'first day of its year')),
        shown(before ?? '01-01', null, part.parts),
        shown(after ?? '01-01', null, part.parts),
      ),
  },
];

export const RATING_TELLERS: readonly Teller[] = [
  ...whole,
  partPeriod,
  inStep('bands/rows/*', band),
  inStep('bands/otherwise', otherwise),
  ...WITHIN_TELLERS,
  ...BALLOT_TELLERS,
  inStep('quota/places/*', place),
  ...SCORER_TELLERS,
  inStep('veto/cases/*', case_(say('否决情形', 'the veto ')), cameOrWent),
  inStep('veto/cases/*/gives', effect),
  inStep('ceiling/limits/*', case_(say('限等情形', 'the ceiling ')), cameOrWent),
  inStep('ceiling/limits/*/at_most', effect),
  inStep('item/deduct/*', itemChange(say('扣分项', 'the deduction '), say('扣', 'takes')), cameOrWent),
  inStep('item/award/*', itemChange(say('加分项', 'the award '), say('加', 'gives')), cameOrWent),
  inStep('item/deduct/*/reads/*', reading, cameOrWent),
  inStep('item/award/*/reads/*', reading, cameOrWent),
  inStep('rounds/last', lastRounds),
  inStep('item/full', itemEnd(say('的满分', 'full marks'))),
  inStep('item/floor', itemEnd(say('的最低分', 'lowest marks'))),
  inStep('item/cap', itemEnd(say('的最高分', 'highest marks'))),
  target,
  published('shown', say('的公示期', 'days it is shown')),
  published('answer', say('的异议答复期限', 'time to answer an objection')),
  ...follows,
];

/** A rating in a few words, for one that is new. */
export function ratingSummary(rating: unknown, parts: Change['part']['parts']): Words {
  if (!isRecord(rating)) return say('', '');
  const steps = Array.isArray(rating.steps) ? rating.steps.length : 0;
  const every = isRecord(rating.period) ? cadence(rating.period.every) : say('', '');
  const who = whom(rating.of, parts);
  return say(
    `：${every['zh-CN']}评定${who['zh-CN']}，${steps} 步`,
    `: ${who.en}, ${every.en}, ${counted(steps, 'step')}`,
  );
}
