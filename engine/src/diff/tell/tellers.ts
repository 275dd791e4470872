import type { Words } from '../../value.ts';
import { say } from '../../words.ts';
import type { Passed } from '../compare.ts';
import type { DiffSection } from '../sections.ts';
import type { DiffPart } from '../sentences.ts';
import { adaptationSummary } from './adaptations.ts';
import { DUTY_TELLERS, dutySummary } from './duties.ts';
import { FORM_TELLERS, formSummary } from './forms.ts';
import { OTHER_TELLERS } from './others.ts';
import { RATING_TELLERS, ratingSummary } from './ratings.ts';
import type { Teller } from './teller.ts';

const TELLERS: ReadonlyMap<string, Teller> = new Map(
  [...DUTY_TELLERS, ...FORM_TELLERS, ...RATING_TELLERS, ...OTHER_TELLERS].map((one) => [
    `${one.section}/${one.path}`,
    one,
  ]),
);

const pathOf = (trail: readonly Passed[]): string =>
  trail.map((passed) => ('key' in passed ? passed.key : '*')).join('/');

/** How a change at the end of a trail is told; undefined where it has no sentence of its own. */
export const tellerAt = (section: DiffSection, trail: readonly Passed[]): Teller | undefined =>
  TELLERS.get(`${section}/${pathOf(trail)}`);

/** Whether a place is told as a whole, so that one need not look for what differs inside. */
export function isToldWhole(section: DiffSection, trail: readonly Passed[], before: unknown, after: unknown): boolean {
  const teller = tellerAt(section, trail);
  return teller !== undefined && (teller.whole?.(before, after) ?? true);
}

/** What a new part comes to, in a few words. */
export function summaryOf({ section, after, parts }: DiffPart): Words {
  if (section === 'obligation') return dutySummary(after, parts);
  if (section === 'form') return formSummary(after);
  if (section === 'rating') return ratingSummary(after, parts);
  if (section === 'adaptation') return adaptationSummary(after, parts);
  return say('', '');
}
