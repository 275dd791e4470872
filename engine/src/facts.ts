/**
 * What the engine is given besides the packs: who there is, and what was recorded. Everything is
 * plain data; the caller (a server, a browser, a test) has already limited it to what its reader
 * may see. Dates are `YYYY-MM-DD` in the jurisdiction's civil calendar; instants are ISO 8601 UTC.
 */
import type { ValueJson } from './value.ts';

export type SubjectKind = 'organisation' | 'person' | 'posting';

export interface SubjectRef {
  readonly kind: SubjectKind;
  readonly id: string;
}

/** Attributes come from organisation and person records and are typed by the pack's kinds. */
export type Attributes = Readonly<Record<string, string | number | boolean | null>>;

export interface Organisation {
  readonly id: string;
  /** A kind named by a pack: `village`, `township`, `county-department` … */
  readonly kind: string;
  readonly name: string;
  readonly parent: string | null;
  readonly from: string;
  /** The last day on which it existed; absent while it exists. */
  readonly to?: string;
  readonly attributes?: Attributes;
  /** Those it came from, by merger or by division. */
  readonly succeeds?: readonly Succeeded[];
}

/** An organisation whose record another carries on. */
export interface Succeeded {
  readonly organisation: string;
  /** Since when; the successor's first day when absent, or the day after the other's last when that is later. */
  readonly from?: string;
  /** Which part of it, 0 to 1, where it was divided; all of it when absent. */
  readonly share?: string | number;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  /** The organisation (Party branch) the person is a member of, when the person is a member. */
  readonly memberOf?: string;
  readonly memberSince?: string;
  readonly attributes?: Attributes;
}

/** That a person belongs to an organisation (a Party branch, a household) from a day to a day. */
export interface Membership {
  readonly person: string;
  readonly organisation: string;
  /** Its first day; absent when nobody knows it. */
  readonly from?: string;
  /** The last day; absent while it runs. */
  readonly to?: string;
}

/** A person sent to an organisation for a time: a first secretary, a resident-team member. */
export interface Posting {
  readonly id: string;
  /** A posting kind named by a pack: `first-secretary`, `resident-team`. */
  readonly kind: string;
  readonly person: string;
  /** Where the person works: the village. The posting's duties show on this organisation's row. */
  readonly organisation: string;
  readonly sendingOrganisation: string;
  readonly level: string;
  readonly from: string;
  /** The last day of the posting; absent while it runs. */
  readonly to?: string;
  readonly attributes?: Attributes;
}

/** Who holds a post (a standing office such as village secretary) of an organisation. */
export interface Tenure {
  readonly id: string;
  readonly post: string;
  readonly organisation: string;
  readonly person: string;
  readonly from: string;
  readonly to?: string;
}

/** Ids of those a field names, each with the number stated for it. */
export type Shares = Readonly<Record<string, number>>;

export type FieldValue = string | number | boolean | null | readonly string[] | Shares;

/** What somebody is about to record. */
export interface EntryDraft {
  readonly form: string;
  readonly subject: SubjectRef;
  readonly data: Readonly<Record<string, FieldValue>>;
}

/** One entry: recorded once, never changed; a correction is another entry. */
export interface Fact {
  readonly id: string;
  readonly form: string;
  readonly subject: SubjectRef;
  /** The civil day on which it happened. */
  readonly date: string;
  readonly data: Readonly<Record<string, FieldValue>>;
  /** Civil day on which it was recorded (decides "recorded in time" and as-of reading). */
  readonly recordedOn: string;
  /** Instant at which it was recorded; breaks ties between entries of one day. */
  readonly recordedAt: string;
  readonly recordedBy: { readonly account: string; readonly name: string };
  readonly confirmation?: {
    readonly on: string;
    readonly by: string;
    readonly outcome: 'confirmed' | 'rejected';
  };
  /** Civil day from which a later entry replaces this one, or it was withdrawn. */
  readonly endedOn?: string;
  readonly endedBy?: { readonly kind: 'superseded' | 'withdrawn'; readonly reason?: string; readonly by?: string };
}

/** What a subject came out as in a rating, once that was made public. */
export interface PublishedResult {
  readonly rating: string;
  /** Key of the period: `2026`, `2026-Q1`. */
  readonly period: string;
  readonly subject: SubjectRef;
  /** The civil day from which a result of this period was public; a correction keeps it. */
  readonly on: string;
  /** The steps as last published, and numbers as text. */
  readonly steps: Readonly<Record<string, ValueJson>>;
}

export interface World {
  readonly organisations: readonly Organisation[];
  readonly persons: readonly Person[];
  readonly postings: readonly Posting[];
  readonly tenures: readonly Tenure[];
  /** Of persons who moved or left all they ever had; the others belong where their record says. */
  readonly memberships?: readonly Membership[];
  readonly facts: readonly Fact[];
  /** Of ratings that duties read; absent where none does. */
  readonly published?: readonly PublishedResult[];
}
