import type { FieldValue, Form } from '@luoshi/engine';
import type { WorkingDay } from './days.ts';
import type { DemoOrganisation, DemoPosting, DemoWorld } from './world.ts';

/** One row of a form's workbook. */
export interface DemoEntry {
  readonly form: string;
  /** Code of the organisation on whose row it stands. */
  readonly organisation: string;
  /** Set when it is about a posting. */
  readonly posting?: DemoPosting;
  /** Key of the person it is about. */
  readonly person?: string;
  readonly day: string;
  readonly data: Readonly<Record<string, FieldValue>>;
  readonly recordedOn: string;
  readonly confirmed?: { readonly on: string; readonly by: string };
}

/** What makers of entries know. */
export interface Scene {
  readonly world: DemoWorld;
  readonly forms: ReadonlyMap<string, Form>;
  readonly isWorkingDay: WorkingDay;
  /** How reliably an organisation's people do and record things, in [0, 1]. */
  diligence(organisation: string): number;
  village(code: string): DemoOrganisation;
  /** Members of the village's branch. */
  members(code: string): number;
  /** Who gives the second word for the form's entries here. */
  confirmer(form: Form, organisation: string): string;
}

/** A thing that happened, before anybody has written it down. */
export interface Happening {
  readonly organisation: string;
  readonly posting?: DemoPosting;
  readonly person?: string;
  readonly day: string;
  readonly data: Readonly<Record<string, FieldValue>>;
  /** Its second word was given on the day. */
  readonly settled?: true;
}
