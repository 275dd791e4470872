import type { Fact } from '../facts.ts';
import type { Parts } from '../parts.ts';
import type { Exemption } from '../schema/pack.ts';
import type { Words } from '../value.ts';
import { confirmedBy } from '../variables.ts';
import { say } from '../words.ts';
import type { WorldIndex } from '../world-index.ts';

/** `held`: on that day. `ended`: the latest last day of those that have run out. `none`: there never was one. */
export type ExemptionState =
  | { readonly state: 'held' }
  | { readonly state: 'ended'; readonly lastDay: string }
  | { readonly state: 'none' };

/**
 * Whether a person or posting holds an accepted exemption on a day: an entry of the form that was known
 * and stood, whose last day has not passed, that was not rejected and, where the form asks for a second
 * person, was confirmed. The reason itself is never read. An entry without the last day it must state lifts nothing.
 */
export function exemptionOn(
  exemption: Exemption | undefined,
  { posting, person }: { readonly posting?: string; readonly person: string },
  { index, parts, asOf }: { readonly index: WorldIndex; readonly parts: Parts; readonly asOf: string },
): ExemptionState {
  if (exemption === undefined) return { state: 'none' };
  const { form, until } = exemption;
  const mustConfirm = (parts.forms.get(form)?.confirmation ?? 'none') !== 'none';
  const facts = [
    ...index.facts(form, { kind: 'person', id: person }),
    ...(posting === undefined ? [] : index.facts(form, { kind: 'posting', id: posting })),
  ].filter((fact) => acceptedOn(fact, asOf, mustConfirm));
  if (until === 'withdrawn') return { state: facts.length > 0 ? 'held' : 'none' };
  const lastDay = facts
    .map((fact) => fact.data[until.field])
    .filter((day) => typeof day === 'string')
    .reduce((latest, day) => (day > latest ? day : latest), '');
  if (lastDay === '') return { state: 'none' };
  return lastDay >= asOf ? { state: 'held' } : { state: 'ended', lastDay };
}

/** Whether an entry was known on a day, stood, was not rejected and, where it must be, was confirmed. */
export const acceptedOn = (fact: Fact, day: string, mustConfirm: boolean): boolean =>
  fact.date <= day &&
  fact.recordedOn <= day &&
  (fact.endedOn === undefined || fact.endedOn > day) &&
  !(fact.confirmation?.outcome === 'rejected' && fact.confirmation.on <= day) &&
  (!mustConfirm || confirmedBy(fact, day));

/** Says of an exemption that has run out when it did, so that nobody wonders why it no longer counts. */
export const sinceEnded = (words: Words, exemption: ExemptionState): Words =>
  exemption.state === 'ended'
    ? say(
        `${words['zh-CN']}（豁免已于 ${exemption.lastDay} 到期）`,
        `${words.en} (the exemption ended on ${exemption.lastDay})`,
      )
    : words;
