import type { Decimal } from '../../decimal.ts';
import { lacking } from '../../measure/values.ts';
import type { Reviewed } from '../../schema/rating/reviewed.ts';
import type { Missing, Value, Words } from '../../value.ts';
import { plain } from '../../value-json.ts';
import { say } from '../../words.ts';
import type { Stage } from './stage.ts';

/** Which stage holds, or why that is not known. */
export interface Settled {
  readonly holds: Stage | null;
  readonly open: Value | null;
  /** What is to be said of each stage, in their order. */
  readonly notes: readonly (Words | null)[];
}

/** The latest stage that has a score holds, if it says why it differs from the one before. */
export function settle(stages: readonly Stage[], { unreasoned }: Pick<Reviewed, 'unreasoned'>): Settled {
  const missing: Missing[] = stages.flatMap((one) => one.missing);
  const notes: (Words | null)[] = [];
  let holds: Stage | null = null;
  for (const one of stages) {
    const changed: Decimal | null = one.score !== null && holds?.score ? holds.score : null;
    const differs = changed !== null && one.score !== null && !changed.eq(one.score);
    if (differs && one.stage.reason !== 'not-required' && one.reason === '') {
      notes.push(NO_REASON[unreasoned]);
      if (unreasoned === 'stop') missing.push(reasonOf(one));
      continue;
    }
    notes.push(differs && one.reason !== '' ? because(changed, one) : null);
    if (one.score !== null) holds = one;
  }
  if (missing.length > 0) return { holds, open: lacking(missing), notes };
  return { holds, open: holds === null ? lacking(stages.map(noneYet)) : null, notes };
}

const NO_REASON = {
  'earlier-holds': say('改动未写理由，不计', 'it changes the score without a reason and does not count'),
  stop: say('改动未写理由', 'it changes the score without a reason'),
} as const;

const because = (before: Decimal, { reason }: Stage): Words =>
  say(`由 ${plain(before)} 改，理由：${reason}`, `changed from ${plain(before)} because: ${reason}`);

const reasonOf = ({ stage }: Stage): Missing => ({
  what: `form:${stage.entries.form}.${stage.reason}`,
  words: say(`“${stage.title['zh-CN']}”未写改动理由`, `“${stage.title.en}” gives no reason for its change`),
});

const noneYet = ({ stage }: Stage): Missing => ({
  what: `form:${stage.entries.form}`,
  words: say(`“${stage.title['zh-CN']}”尚未评分`, `“${stage.title.en}” has no score yet`),
});
