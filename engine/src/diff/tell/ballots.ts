import { isRecord } from '../../pack/schema-shape.ts';
import type { Words } from '../../value.ts';
import { say } from '../../words.ts';
import { readValue } from '../read-value.ts';
import { inStep, type Tell } from './in-step.ts';
import { figure, share } from './phrases.ts';
import { cameOrWent, comes, of, type Teller, turned } from './teller.ts';

/** A kind of paper by the title of its field. */
const paper = ({ before, after, part, trail }: Parameters<Tell>[0]): Words => {
  const one = isRecord(after) ? after : isRecord(before) ? before : {};
  return readValue(one.field, [...trail, { key: 'field' }], part);
};

const option: Tell = (change, step) => {
  const { before, after, part } = change;
  const name = paper(change);
  if (cameOrWent(before, after))
    return comes(step, after !== undefined, say(`选项${name['zh-CN']}`, `the option ${name.en}`));
  const worth = (value: unknown) => figure(isRecord(value) ? value.points : undefined, part.parts);
  return turned(of(step, say(`中${name['zh-CN']}每票计的分`, `worth of each ${name.en}`)), worth(before), worth(after));
};

const COUNTS: Readonly<Record<string, Words>> = {
  'leaves-base': say('不计入基数', 'leave the base'),
  'in-base': say('计入基数，不得分', 'are in the base and count nothing'),
};

const invalid: Tell = (change, step) => {
  const { before, after } = change;
  const words = (value: unknown): Words =>
    isRecord(value)
      ? (COUNTS[String(value.counts)] ?? say(String(value.counts), String(value.counts)))
      : say('未列', 'not listed');
  const name = paper(change);
  return turned(of(step, say(`中的${name['zh-CN']}`, name.en)), words(before), words(after));
};

const turnout: Tell = ({ before, after, part }, step) => {
  const words = (value: unknown): Words => {
    if (!isRecord(value)) return say('不要求', 'none');
    const least = share(value.at_least, part.parts);
    return say(`不低于 ${least['zh-CN']}`, `at least ${least.en}`);
  };
  return turned(of(step, say('的参评率', 'turnout')), words(before), words(after));
};

export const BALLOT_TELLERS: readonly Teller[] = [
  inStep('ballots/options/*', option),
  inStep('ballots/invalid/*', invalid),
  inStep('ballots/turnout', turnout),
];
