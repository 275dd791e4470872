import type { RuleRef } from './explanation.ts';
import type { Place } from './problem.ts';
import type { Adaptation } from './schema/adaptation.ts';
import type { Form } from './schema/form.ts';
import type { LocalItems } from './schema/local-items.ts';
import type { Obligation } from './schema/obligation.ts';
import type { Assignment, Calendar, Kinds, Measure, Parameter } from './schema/pack.ts';
import type { Rating } from './schema/rating.ts';
import type { Value } from './value.ts';

export type OrganisationKind = NonNullable<Kinds['organisations']>[number];
export type PostKind = NonNullable<Kinds['posts']>[number];
export type PostingKind = NonNullable<Kinds['postings']>[number];
export type Unit = NonNullable<Kinds['units']>[number];
export type DutyGroup = NonNullable<Kinds['duty_groups']>[number];

/** A part of a pack with the pack it came from. */
export type PartKind =
  | 'form'
  | 'obligation'
  | 'measure'
  | 'parameter'
  | 'calendar'
  | 'assignment'
  | 'rating'
  | 'local-items'
  | 'adaptation'
  | 'organisation-kind'
  | 'post-kind'
  | 'posting-kind'
  | 'unit'
  | 'duty-group';

/**
 * All parts of the packs in force together, by id: what checks, duties, measures and assignments
 * look names up in. Built once by `joinPacks`.
 */
export interface Parts {
  readonly forms: ReadonlyMap<string, Form>;
  readonly obligations: ReadonlyMap<string, Obligation>;
  readonly measures: ReadonlyMap<string, Measure>;
  readonly assignments: ReadonlyMap<string, Assignment>;
  readonly ratings: ReadonlyMap<string, Rating>;
  /** Items that packs put into the slots of ratings, by the id of the part. */
  readonly localItems: ReadonlyMap<string, LocalItems>;
  /** What packs change of those they build on, by the id of the part. */
  readonly adaptations: ReadonlyMap<string, Adaptation>;
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly calendars: ReadonlyMap<number, Calendar>;
  readonly organisationKinds: ReadonlyMap<string, OrganisationKind>;
  readonly postKinds: ReadonlyMap<string, PostKind>;
  readonly postingKinds: ReadonlyMap<string, PostingKind>;
  readonly units: ReadonlyMap<string, Unit>;
  readonly dutyGroups: ReadonlyMap<string, DutyGroup>;
  /** The value that holds on a day: not known ("not set") when masked, missing or not yet in force. */
  parameter(id: string, on: string): Value;
  /** The rule reference of a part, for explanations. */
  ruleOf(kind: PartKind, id: string): RuleRef;
  /** Whether a pack builds on another, directly or through others. */
  buildsOn(pack: string, other: string): boolean;
  /** Days on which the pack of a part is in force. */
  inForce(kind: PartKind, id: string): { readonly from?: string; readonly to?: string };
  /** Where a part, or the value at a JSON pointer inside it, was written. */
  placeOf(kind: PartKind, id: string, pointer?: string): Place;
}
