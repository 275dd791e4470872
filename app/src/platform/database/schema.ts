// Made from the catalog by script/schema --write. Read it, do not edit it.
import type { ColumnType } from 'kysely';

/** YYYY-MM-DD. */
type Day = string;
/** ISO text with milliseconds and Z; a Date may be written too. */
type Instant = ColumnType<string, string | Date, string | Date>;
/** An exact decimal, read as text. */
type Numeric = ColumnType<string, string | number, string | number>;
type Bytea = ColumnType<Buffer, Uint8Array, Uint8Array>;
/** Written as a value or as JSON text. */
type Jsonb = ColumnType<Json, unknown, unknown>;
/** The database fills it in when it is left out. */
type Defaulted<T> =
  T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>;
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

interface AccountTable {
  jurisdiction_id: string;
  id: string;
  login_id: string;
  person_id: string | null;
  display_name: string;
  closed_at: Instant | null;
}

interface AuditTable {
  jurisdiction_id: string;
  id: string;
  at: Instant;
  account_id: string | null;
  action: string;
  subject: string | null;
  outcome: string;
  detail: Defaulted<Jsonb>;
}

interface AuditSealTable {
  jurisdiction_id: string;
  number: number;
  sealed_at: Instant;
  row_count: number;
  row_ids: string[];
  previous: string;
  hash: string;
}

interface CredentialTable {
  id: string;
  account_id: string;
  provider_id: string;
  user_id: string;
  access_token: string | null;
  refresh_token: string | null;
  id_token: string | null;
  access_token_expires_at: Instant | null;
  refresh_token_expires_at: Instant | null;
  scope: string | null;
  password: string | null;
  created_at: Defaulted<Instant>;
  updated_at: Defaulted<Instant>;
}

interface EntryTable {
  jurisdiction_id: string;
  id: string;
  form: string;
  subject_kind: string;
  subject_id: string;
  organisation_id: string;
  happened_on: Day;
  data: Jsonb;
  recorded_at: Instant;
  recorded_on: Day;
  recorded_by: string;
  source: string;
  import_id: string | null;
  content_hash: string;
  pack_hash: string;
}

interface EntryConfirmationTable {
  jurisdiction_id: string;
  id: string;
  entry_id: string;
  outcome: string;
  reason: string | null;
  recorded_at: Instant;
  recorded_on: Day;
  recorded_by: string;
}

interface EntryFileTable {
  jurisdiction_id: string;
  entry_id: string;
  sha256: string;
  field: string;
}

interface EntryNamedTable {
  jurisdiction_id: string;
  entry_id: string;
  field: string;
  subject_kind: string;
  subject_id: string;
  organisation_id: string;
}

interface EntrySupersessionTable {
  jurisdiction_id: string;
  id: string;
  entry_id: string;
  by_entry_id: string | null;
  reason: string;
  recorded_at: Instant;
  recorded_on: Day;
  recorded_by: string;
}

interface EvaluationTable {
  jurisdiction_id: string;
  as_of: Day;
  basis: string;
}

interface FileTable {
  jurisdiction_id: string;
  sha256: string;
  size: number;
  media_type: string;
  name: string;
  stored_at: Instant;
  stored_by: string;
}

interface FileUploadTable {
  jurisdiction_id: string;
  sha256: string;
  account_id: string;
  name: string;
  uploaded_at: Instant;
}

interface ImportReceiptTable {
  jurisdiction_id: string;
  id: string;
  content_hash: string;
  kind: string;
  file_name: string;
  rows: number;
  recorded_at: Instant;
  recorded_by: string;
}

interface JurisdictionTable {
  id: string;
  name: string;
  level: number;
  parent_id: string | null;
  time_zone: Defaulted<string>;
}

interface LoginTable {
  id: string;
  name: string;
  email: string;
  email_verified: Defaulted<boolean>;
  image: string | null;
  username: string | null;
  display_username: string | null;
  created_at: Defaulted<Instant>;
  updated_at: Defaulted<Instant>;
}

interface LoginAccountTable {
  login_id: string;
  jurisdiction_id: string;
  account_id: string;
}

interface MembershipTable {
  jurisdiction_id: string;
  id: string;
  person_id: string;
  organisation_id: string;
  valid_from: Day | null;
  valid_to: Day | null;
  known_on: Day | null;
  end_known_on: Day | null;
}

interface MigrationTable {
  name: string;
  sha256: string;
  applied_at: Defaulted<Instant>;
}

interface OrganisationTable {
  jurisdiction_id: string;
  id: string;
  kind: string;
  code: string | null;
  founded_on: Day;
  dissolved_on: Day | null;
  attributes: Defaulted<Jsonb>;
}

interface OrganisationClosureTable {
  jurisdiction_id: string;
  ancestor_id: string;
  descendant_id: string;
  depth: number;
}

interface OrganisationEdgeTable {
  jurisdiction_id: string;
  id: string;
  child_id: string;
  parent_id: string | null;
  valid_from: Day;
  valid_to: Day | null;
}

interface OrganisationEventTable {
  jurisdiction_id: string;
  id: string;
  organisation_id: string;
  kind: string;
  happened_on: Day;
  data: Jsonb;
  recorded_at: Instant;
  recorded_by: string;
}

interface OrganisationNameTable {
  jurisdiction_id: string;
  id: string;
  organisation_id: string;
  name: string;
  pinyin: Defaulted<string>;
  initials: Defaulted<string>;
  valid_from: Day;
  valid_to: Day | null;
}

interface PackInForceTable {
  jurisdiction_id: string;
  id: string;
  pack_id: string;
  hash: string;
  valid_from: Day;
  valid_to: Day | null;
}

interface PackVersionTable {
  hash: string;
  pack_id: string;
  version: string;
  files: Jsonb;
  installed_at: Instant;
  language: Defaulted<number>;
}

interface PersonTable {
  jurisdiction_id: string;
  id: string;
  name: string;
  pinyin: Defaulted<string>;
  initials: Defaulted<string>;
  member_of: string | null;
  member_since: Day | null;
  attributes: Defaulted<Jsonb>;
}

interface PersonSecretTable {
  jurisdiction_id: string;
  person_id: string;
  key_id: string;
  id_number: Bytea | null;
  id_number_digest: Bytea | null;
  phone: Bytea | null;
}

interface PostingTable {
  jurisdiction_id: string;
  id: string;
  kind: string;
  person_id: string;
  organisation_id: string;
  sending_organisation_id: string;
  level: string;
  order_number: string | null;
  valid_from: Day;
  valid_to: Day | null;
  attributes: Defaulted<Jsonb>;
  end_known_on: Day | null;
}

interface RatingResultTable {
  jurisdiction_id: string;
  run_id: string;
  subject_kind: string;
  subject_id: string;
  organisation_id: string;
  name: string;
  score: Jsonb | null;
  grade: Jsonb | null;
  place: Jsonb | null;
  steps: Jsonb;
  consequences: Jsonb;
  shown_on: Day;
  object_until: Day | null;
}

interface RatingRunTable {
  jurisdiction_id: string;
  id: string;
  rating: string;
  period_key: string;
  version: number;
  reason: string | null;
  as_of: Day;
  published_at: Instant;
  published_on: Day;
  published_by: string;
  packs: Jsonb;
  fact_hash: string;
  fact_hashes: Jsonb;
  software: string;
  layout: Jsonb;
}

interface RoleGrantTable {
  jurisdiction_id: string;
  id: string;
  account_id: string;
  role: string;
  organisation_id: string | null;
  valid_from: Day;
  valid_to: Day | null;
  revoked_at: Instant | null;
}

interface RollupTable {
  jurisdiction_id: string;
  organisation_id: string;
  obligation: string;
  overdue: Defaulted<number>;
  due_soon: Defaulted<number>;
  not_known: Defaulted<number>;
  open: Defaulted<number>;
  late: Defaulted<number>;
  met: Defaulted<number>;
  excused: Defaulted<number>;
}

interface SessionTable {
  id: string;
  expires_at: Instant;
  token: string;
  ip_address: string | null;
  user_agent: string | null;
  user_id: string;
  created_at: Defaulted<Instant>;
  updated_at: Defaulted<Instant>;
}

interface SignInFailureTable {
  username: string;
  failures: number;
  last_at: Instant;
  locked_until: Instant | null;
}

interface StandingTable {
  jurisdiction_id: string;
  obligation: string;
  subject_kind: string;
  subject_id: string;
  period_key: string;
  organisation_id: string;
  period_start: Day;
  period_end: Day;
  due_on: Day;
  light: string;
  need: Numeric | null;
  done: Numeric;
  unit: string;
  awaiting: number;
  missing: Defaulted<Jsonb>;
  changes_on: Day | null;
  is_current: boolean;
}

interface StandingDirtyTable {
  jurisdiction_id: string;
  id: string;
  subject_kind: string;
  subject_id: string;
  since: Instant;
}

interface TenureTable {
  jurisdiction_id: string;
  id: string;
  post: string;
  organisation_id: string;
  person_id: string;
  valid_from: Day;
  valid_to: Day | null;
  end_known_on: Day | null;
}

interface TreeNodeTable {
  jurisdiction_id: string;
  tree_version_id: string;
  organisation_id: string;
  parent_id: string | null;
  l: number;
  r: number;
  level: number;
}

interface TreeVersionTable {
  jurisdiction_id: string;
  id: string;
  as_of: Day;
  made_at: Instant;
  nodes: number;
}

interface VerificationTable {
  id: string;
  identifier: string;
  value: string;
  expires_at: Instant;
  created_at: Defaulted<Instant>;
  updated_at: Defaulted<Instant>;
}

export interface Tables {
  account: AccountTable;
  audit: AuditTable;
  audit_seal: AuditSealTable;
  credential: CredentialTable;
  entry: EntryTable;
  entry_confirmation: EntryConfirmationTable;
  entry_file: EntryFileTable;
  entry_named: EntryNamedTable;
  entry_supersession: EntrySupersessionTable;
  evaluation: EvaluationTable;
  file: FileTable;
  file_upload: FileUploadTable;
  import_receipt: ImportReceiptTable;
  jurisdiction: JurisdictionTable;
  login: LoginTable;
  login_account: LoginAccountTable;
  membership: MembershipTable;
  migration: MigrationTable;
  organisation: OrganisationTable;
  organisation_closure: OrganisationClosureTable;
  organisation_edge: OrganisationEdgeTable;
  organisation_event: OrganisationEventTable;
  organisation_name: OrganisationNameTable;
  pack_in_force: PackInForceTable;
  pack_version: PackVersionTable;
  person: PersonTable;
  person_secret: PersonSecretTable;
  posting: PostingTable;
  rating_result: RatingResultTable;
  rating_run: RatingRunTable;
  role_grant: RoleGrantTable;
  rollup: RollupTable;
  session: SessionTable;
  sign_in_failure: SignInFailureTable;
  standing: StandingTable;
  standing_dirty: StandingDirtyTable;
  tenure: TenureTable;
  tree_node: TreeNodeTable;
  tree_version: TreeVersionTable;
  verification: VerificationTable;
}

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
