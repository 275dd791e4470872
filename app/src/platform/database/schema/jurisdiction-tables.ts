// Made from the catalog by script/schema --write. Read it, do not edit it.
import type { Bytea, Day, Defaulted, Instant, Jsonb, Numeric } from './column-types.ts';

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

interface MembershipTable {
  jurisdiction_id: string;
  id: string;
  person_id: string;
  organisation_id: string;
  valid_from: Day | null;
  valid_to: Day | null;
  known_on: Day | null;
  end_known_on: Day | null;
  end_reason: string | null;
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

interface OrganisationSuccessionTable {
  jurisdiction_id: string;
  id: string;
  organisation_id: string;
  predecessor_id: string;
  succeeded_on: Day;
  share: Numeric | null;
}

interface PackInForceTable {
  jurisdiction_id: string;
  id: string;
  pack_id: string;
  hash: string;
  valid_from: Day;
  valid_to: Day | null;
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
  beyond: Defaulted<number>;
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

export interface JurisdictionTables {
  account: AccountTable;
  audit: AuditTable;
  audit_seal: AuditSealTable;
  entry: EntryTable;
  entry_confirmation: EntryConfirmationTable;
  entry_file: EntryFileTable;
  entry_named: EntryNamedTable;
  entry_supersession: EntrySupersessionTable;
  evaluation: EvaluationTable;
  file: FileTable;
  file_upload: FileUploadTable;
  import_receipt: ImportReceiptTable;
  membership: MembershipTable;
  organisation: OrganisationTable;
  organisation_closure: OrganisationClosureTable;
  organisation_edge: OrganisationEdgeTable;
  organisation_event: OrganisationEventTable;
  organisation_name: OrganisationNameTable;
  organisation_succession: OrganisationSuccessionTable;
  pack_in_force: PackInForceTable;
  person: PersonTable;
  person_secret: PersonSecretTable;
  posting: PostingTable;
  rating_result: RatingResultTable;
  rating_run: RatingRunTable;
  role_grant: RoleGrantTable;
  rollup: RollupTable;
  standing: StandingTable;
  standing_dirty: StandingDirtyTable;
  tenure: TenureTable;
  tree_node: TreeNodeTable;
  tree_version: TreeVersionTable;
}
