import { isRecord } from '../../pack/schema-shape.ts';
import type { Words } from '../../value.ts';
import { say } from '../../words.ts';
import { inStep, type Tell } from './in-step.ts';
import { figure, join, titled } from './phrases.ts';
import { takesWords } from './takes-words.ts';
import { type Change, cameOrWent, comes, of, quoted, type Teller, turned } from './teller.ts';

const group = (change: Change, step: Words): Words => {
  const one = isRecord(change.after) ? change.after : isRecord(change.before) ? change.before : {};
  const part = figure(one.share, change.part.parts);
  const what = join(say('评分组', 'the group of scorers '), quoted(titled(one, String(one.id))));
  return comes(step, change.after !== undefined, what, say(`，份额 ${part['zh-CN']}`, ` with share ${part.en}`));
};

const groupShare: Tell = ({ before, after, members, part }, step) => {
  const name = quoted(titled(members[1], ''));
  const what = say(`中${name['zh-CN']}的份额`, `share of ${name.en}`);
  return turned(of(step, what), figure(before, part.parts), figure(after, part.parts));
};

const takes: Tell = ({ before, after, members, part }, step) => {
  const name = quoted(titled(members[1], ''));
  const what = say(`中${name['zh-CN']}的取法`, `what ${name.en} comes to`);
  return turned(of(step, what), takesWords(before, part.parts), takesWords(after, part.parts));
};

const valid: Tell = ({ after, members }, step) => {
  const name = quoted(titled(members[1], ''));
  return comes(
    step,
    after !== undefined,
    say(`${name['zh-CN']}评分有效的条件`, `what the papers of a rater of ${name.en} must be like`),
  );
};

/** Where the papers and the share of a group go that has too few. */
const joins: Tell = ({ before, after, members, part }, step) => {
  const name = quoted(titled(members[1], ''));
  const groups = [part.after, part.before].flatMap((rating) => membersOf(rating, members[0]));
  const words = (value: unknown): Words =>
    value === undefined
      ? say('不并入他组', 'it joins none')
      : quoted(
          titled(
            groups.find((one) => isRecord(one) && one.id === value),
            String(value),
          ),
        );
  return turned(
    of(step, say(`中${name['zh-CN']}人数不足时并入的组`, `the group that ${name.en} joins when it has too few`)),
    words(before),
    words(after),
  );
};

/** The groups of the same step in a version of the rating. */
function membersOf(rating: unknown, step: unknown): unknown[] {
  const steps = isRecord(rating) && Array.isArray(rating.steps) ? (rating.steps as unknown[]) : [];
  const same = steps.find((one) => isRecord(one) && isRecord(step) && one.id === step.id);
  const groups = isRecord(same) && isRecord(same.scorers) ? same.scorers.groups : [];
  return Array.isArray(groups) ? (groups as unknown[]) : [];
}

export const SCORER_TELLERS: readonly Teller[] = [
  inStep('scorers/groups/*', group, cameOrWent),
  inStep('scorers/groups/*/share', groupShare),
  inStep('scorers/groups/*/takes', takes),
  inStep('scorers/groups/*/joins', joins),
  inStep('scorers/groups/*/valid', valid, cameOrWent),
];
