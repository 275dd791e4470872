import { type RawBuilder, sql } from 'kysely';
import { Day, Type, Uuid } from '../platform/actions/schema.ts';
import { namesSome } from './named-reader.ts';

/** What a list or an export of entries can be narrowed to; the same fields in both. */
export const EntryFilterFields = {
  form: Type.Optional(Type.String({ description: 'Id of a form.' })),
  organisation: Type.Optional(Uuid('Only this organisation and what lies below it today.')),
  subject: Type.Optional(Uuid('Only entries about this organisation, person or posting, or that name it.')),
  from: Type.Optional(Day('Happened on this day or later.')),
  to: Type.Optional(Day('Happened on this day or earlier.')),
  standing: Type.Optional(Type.Boolean({ description: 'Leave out what was corrected or withdrawn.' })),
} as const;

export interface EntryFilter {
  readonly form?: string;
  readonly organisation?: string;
  readonly subject?: string;
  readonly from?: string;
  readonly to?: string;
  readonly standing?: boolean;
}

/** `naming` are the forms whose entries name others than whom they are about. */
export function conditionsOf(filter: EntryFilter, naming: readonly string[]): RawBuilder<unknown>[] {
  const conditions: RawBuilder<unknown>[] = [];
  if (filter.form) conditions.push(sql`e.form = ${filter.form}`);
  if (filter.subject) {
    const named = namesSome(naming, sql`m.subject_id = ${filter.subject}::uuid`);
    conditions.push(sql`(e.subject_id = ${filter.subject}::uuid or ${named})`);
  }
  if (filter.from) conditions.push(sql`e.happened_on >= ${filter.from}::date`);
  if (filter.to) conditions.push(sql`e.happened_on <= ${filter.to}::date`);
  if (filter.standing) conditions.push(sql`s.id is null`);
  if (filter.organisation) {
    const below = sql`(select below.descendant_id from organisation_closure below
      where below.jurisdiction_id = e.jurisdiction_id and below.ancestor_id = ${filter.organisation}::uuid)`;
    conditions.push(sql`(e.organisation_id in ${below} or ${namesSome(naming, sql`m.organisation_id in ${below}`)})`);
  }
  return conditions;
}
