/**
 * An organisation and what can happen to it. Name and place are dated: an event holds from its day on, and nothing that
 * was before that day is changed by it.
 */
export type EventKind = 'founded' | 'renamed' | 'moved' | 'merged' | 'absorbed' | 'split' | 'succeeded' | 'dissolved';

/** An organisation as a day sees it. */
export interface Organisation {
  readonly id: string;
  readonly kind: string;
  readonly code: string | null;
  readonly name: string;
  readonly parent: string | null;
  readonly foundedOn: string;
  /** Its last day; null while it lives. */
  readonly dissolvedOn: string | null;
}

/** An organisation with the days since which its newest name and place hold: no event may come before them. */
export interface CurrentOrganisation extends Organisation {
  readonly nameSince: string;
  readonly placeSince: string;
}

/** One that is about to be founded. */
export interface NewOrganisation {
  readonly id: string;
  readonly kind: string;
  readonly code: string | null;
  readonly name: string;
  readonly parent: string | null;
  readonly attributes: Readonly<Record<string, Attribute>>;
}

export type Attribute = string | number | boolean | null;

export const isAlive = (organisation: Organisation, on: string): boolean =>
  organisation.foundedOn <= on && (organisation.dissolvedOn === null || organisation.dissolvedOn >= on);
