// Made from the catalog by script/schema --write. Read it, do not edit it.
import type { JurisdictionTables } from './schema/jurisdiction-tables.ts';
import type { LocalTables } from './schema/local-tables.ts';
import type { ReferenceTables } from './schema/reference-tables.ts';

export type { Json } from './schema/column-types.ts';

export interface Tables extends JurisdictionTables, ReferenceTables, LocalTables {}

/** How each table is distributed, and whether its rows may ever change. */
export const tableClasses = {
  account: { class: 'jurisdiction', appendOnly: false },
  audit: { class: 'jurisdiction', appendOnly: true },
  audit_seal: { class: 'jurisdiction', appendOnly: true },
  credential: { class: 'local', appendOnly: false },
  entry: { class: 'jurisdiction', appendOnly: true },
  entry_confirmation: { class: 'jurisdiction', appendOnly: true },
  entry_file: { class: 'jurisdiction', appendOnly: true },
  entry_named: { class: 'jurisdiction', appendOnly: true },
  entry_supersession: { class: 'jurisdiction', appendOnly: true },
  evaluation: { class: 'jurisdiction', appendOnly: false },
  file: { class: 'jurisdiction', appendOnly: true },
  file_upload: { class: 'jurisdiction', appendOnly: true },
  import_receipt: { class: 'jurisdiction', appendOnly: true },
  jurisdiction: { class: 'reference', appendOnly: false },
  login: { class: 'local', appendOnly: false },
  login_account: { class: 'local', appendOnly: false },
  membership: { class: 'jurisdiction', appendOnly: false },
  migration: { class: 'local', appendOnly: false },
  organisation: { class: 'jurisdiction', appendOnly: false },
  organisation_closure: { class: 'jurisdiction', appendOnly: false },
  organisation_edge: { class: 'jurisdiction', appendOnly: false },
  organisation_event: { class: 'jurisdiction', appendOnly: true },
  organisation_name: { class: 'jurisdiction', appendOnly: false },
  organisation_succession: { class: 'jurisdiction', appendOnly: true },
  pack_in_force: { class: 'jurisdiction', appendOnly: false },
  pack_version: { class: 'reference', appendOnly: false },
  person: { class: 'jurisdiction', appendOnly: false },
  person_secret: { class: 'jurisdiction', appendOnly: false },
  posting: { class: 'jurisdiction', appendOnly: false },
  rating_result: { class: 'jurisdiction', appendOnly: true },
  rating_run: { class: 'jurisdiction', appendOnly: true },
  role_grant: { class: 'jurisdiction', appendOnly: false },
  rollup: { class: 'jurisdiction', appendOnly: false },
  session: { class: 'local', appendOnly: false },
  sign_in_failure: { class: 'local', appendOnly: false },
  standing: { class: 'jurisdiction', appendOnly: false },
  standing_dirty: { class: 'jurisdiction', appendOnly: false },
  tenure: { class: 'jurisdiction', appendOnly: false },
  tree_node: { class: 'jurisdiction', appendOnly: false },
  tree_version: { class: 'jurisdiction', appendOnly: false },
  verification: { class: 'local', appendOnly: false },
} as const satisfies Record<keyof Tables, object>;
