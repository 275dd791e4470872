import type { Form, SubjectKind, SubjectRef } from '@luoshi/engine';

/** Somebody or something an entry can be about, as far as entering needs to know it. */
export interface Subject {
  readonly ref: SubjectRef;
  /** The pack's kind of the organisation or posting; `person` for persons. */
  readonly kind: string;
  readonly name: string;
  /** The organisation on whose row it stands. */
  readonly organisation: string;
  readonly organisationName: string;
  /** The person posted, or the person itself. */
  readonly person: string | null;
  readonly from: string | null;
  /** The last day, when there is one. */
  readonly to: string | null;
}

/** Which subjects a form is about: kind of subject, and the pack's kinds (none named for persons). */
export interface SubjectSelector {
  readonly kind: SubjectKind;
  readonly kinds: readonly string[];
}

export function selectorOf({ posting, organisation }: Form['subject']): SubjectSelector {
  if (posting) return { kind: 'posting', kinds: posting };
  if (organisation) return { kind: 'organisation', kinds: organisation };
  return { kind: 'person', kinds: [] };
}

export function takesSubject(whom: Form['subject'], subject: Pick<Subject, 'ref' | 'kind'>): boolean {
  const selector = selectorOf(whom);
  if (subject.ref.kind !== selector.kind) return false;
  return selector.kind === 'person' || selector.kinds.includes(subject.kind);
}

export const existsOn = (subject: Pick<Subject, 'from' | 'to'>, day: string): boolean =>
  (subject.from === null || subject.from <= day) && (subject.to === null || day <= subject.to);
