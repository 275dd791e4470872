import type { Finding } from '../../problem.ts';
import type { Ledger, LedgerRow } from '../../schema/rating/ledger.ts';
import { say } from '../../words.ts';
import type { StepChecker } from '../types.ts';

/** Judges that it is said when the ends hold, where that makes a difference, and that it can be so. */
export function checkWhenEndsHold(part: Ledger, at: string, { add }: StepChecker): boolean {
  const wrong = [notStated(part, at), expiring(part, at), withoutResets(part, at), notRunning(part, at)];
  const findings = wrong.filter((finding) => finding !== null);
  for (const finding of findings) add(finding);
  return findings.length === 0;
}

const rowsOf = ({ plus = [], minus = [] }: Ledger): readonly LedgerRow[] => [...plus, ...minus];

const lasts = ({ valid }: LedgerRow): boolean => (Array.isArray(valid) ? valid : [valid]).every((row) => 'ends' in row);

function notStated(part: Ledger, at: string): Finding | null {
  const both = part.plus !== undefined && part.minus !== undefined;
  const hasEnd = part.floor !== 'none' || part.cap !== 'none';
  if (part.ends_hold !== undefined || !both || !hasEnd || !rowsOf(part).every(lasts)) return null;
  return {
    code: 'open-choice',
    at,
    words: say('没有写明 ends_hold：上下限何时起作用', '“ends_hold” is not stated: when its ends hold'),
    wayOut: say(
      'at-the-end（期末对总和）或 at-every-entry（扣到下限为止，其后从下限加起）',
      'at-the-end (over the sum) or at-every-entry (what comes later begins at the end)',
    ),
  };
}

const expiring = (part: Ledger, at: string): Finding | null =>
  part.ends_hold !== 'at-every-entry' || rowsOf(part).every(lasts)
    ? null
    : {
        code: 'ends-and-validity',
        at: `${at}/ends_hold`,
        words: say(
          '有有效期的积分失效后，先前按上下限截去的无从算起',
          'Once points expire it cannot be said what an end cut off before',
        ),
        wayOut: say(
          '写 valid: { ends: never }，或 ends_hold: at-the-end',
          'Write valid: { ends: never }, or ends_hold: at-the-end',
        ),
      };

const withoutResets = (part: Ledger, at: string): Finding | null =>
  part.gives !== 'resets' || part.resets
    ? null
    : {
        code: 'no-resets',
        at: `${at}/gives`,
        words: say('没有写满多少分清零', 'It is not said at how many points it begins anew'),
        wayOut: say('写 resets: { at: 12, leaves: zero }', 'Write resets: { at: 12, leaves: zero }'),
      };

const notRunning = (part: Ledger, at: string): Finding | null =>
  part.resets === undefined || part.ends_hold === 'at-every-entry'
    ? null
    : {
        code: 'no-resets',
        at: `${at}/resets`,
        words: say('满额清零须逐笔计', 'It can begin anew only when it is worked out entry by entry'),
        wayOut: say('写 ends_hold: at-every-entry', 'Write ends_hold: at-every-entry'),
      };
