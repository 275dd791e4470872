import type { Fact } from '../facts.ts';
import type { Parts } from '../parts.ts';
import { confirmedBy } from '../variables.ts';
import type { WorldIndex } from '../world-index.ts';

/**
 * Whether a person or posting holds an accepted exemption on a day: an entry of the form that was known
 * and stood, was not rejected and, where the form asks for a second person, was confirmed. The reason
 * itself is never read.
 */
export function exempted(
  form: string | undefined,
  { posting, person }: { readonly posting?: string; readonly person: string },
  { index, parts, asOf }: { readonly index: WorldIndex; readonly parts: Parts; readonly asOf: string },
): boolean {
  if (form === undefined) return false;
  const mustConfirm = (parts.forms.get(form)?.confirmation ?? 'none') !== 'none';
  const accepted = (fact: Fact): boolean =>
    fact.recordedOn <= asOf &&
    (fact.endedOn === undefined || fact.endedOn > asOf) &&
    !(fact.confirmation?.outcome === 'rejected' && fact.confirmation.on <= asOf) &&
    (!mustConfirm || confirmedBy(fact, asOf));
  return (
    index.facts(form, { kind: 'person', id: person }).some(accepted) ||
    (posting !== undefined && index.facts(form, { kind: 'posting', id: posting }).some(accepted))
  );
}
