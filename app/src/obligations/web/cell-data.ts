import type { StandingExplanation } from '@luoshi/engine';
import type { OutputOf } from '../../platform/web/client.ts';

export type StandingItem = OutputOf<'obligations.standings'>['standings'][number];

/** What `obligations.explain` answers, with the engine's own type of the tree that crosses the wire as JSON. */
export type Explained = Omit<OutputOf<'obligations.explain'>, 'explanation'> & {
  readonly explanation: StandingExplanation;
};

/** What identifies a standing when one asks why. */
export function explainInput({ obligation, subjectKind, subject, period }: StandingItem, asOf: string | undefined) {
  return {
    obligation,
    subjectKind: subjectKind as 'organisation' | 'person' | 'posting',
    subject,
    period: period.key,
    ...(asOf ? { asOf } : {}),
  };
}
