import { openRecord, record, type Variables, type VariableType } from '../condition.ts';
import type { Fact } from '../facts.ts';
import type { Parts } from '../parts.ts';
import type { Form } from '../schema/form.ts';
import { entryVariables, organisationVariables, personVariables, postingVariables } from '../variables.ts';
import type { WorldIndex } from '../world-index.ts';
import { present } from './binding.ts';

/** Names usable in conditions over entries of a form; `subject` is what the entry is about. */
export const formVariables = (form: Form, parts: Parts): Variables => entryVariables(form, aboutType(form, parts));

function aboutType({ subject }: Form, parts: Parts): VariableType {
  const types = [
    ...(subject.posting ? [postingVariables(present(subject.posting, parts.postingKinds))] : []),
    ...(subject.organisation ? [organisationVariables(present(subject.organisation, parts.organisationKinds))] : []),
    ...(subject.person ? [personVariables] : []),
  ];
  const [only] = types;
  return types.length === 1 && only ? only : openRecord({ id: { type: 'text' }, attributes: record({}) });
}

/** What an entry is about, as conditions read it. */
export const aboutWhom = ({ subject }: Fact, index: WorldIndex): object | undefined => {
  if (subject.kind === 'posting') return index.postings.get(subject.id);
  return subject.kind === 'organisation' ? index.organisations.get(subject.id) : index.persons.get(subject.id);
};
