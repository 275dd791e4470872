-- The sum of the migrations, made by script/schema --write. Read it, do not edit it.

-- jurisdiction: a login's place in one jurisdiction; what it may do stands in role_grant.
create table account (
  jurisdiction_id text not null,
  id uuid not null,
  login_id text not null,
  person_id uuid,
  display_name text not null,
  closed_at timestamp with time zone,
  constraint account_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint account_login UNIQUE (jurisdiction_id, login_id),
  constraint account_person FOREIGN KEY (jurisdiction_id, person_id) REFERENCES person(jurisdiction_id, id),
  constraint account_pkey PRIMARY KEY (jurisdiction_id, id)
);
alter table account enable row level security;
create policy own_jurisdiction on account using ((jurisdiction_id = NULLIF(current_setting('luoshi.jurisdiction'::text, true), ''::text))) with check ((jurisdiction_id = NULLIF(current_setting('luoshi.jurisdiction'::text, true), ''::text)));
grant insert, select, update on account to luoshi_app;

-- jurisdiction: who did what, when, to what, with which result. Never holds secrets. Append-only.
create table audit (
  jurisdiction_id text not null,
  id uuid not null,
  at timestamp with time zone not null,
  account_id uuid,
  action text not null,
  subject text,
  outcome text not null,
  detail jsonb not null default '{}'::jsonb,
  constraint audit_outcome_check CHECK ((outcome = ANY (ARRAY['done'::text, 'refused'::text, 'invalid'::text, 'not-found'::text, 'conflict'::text, 'failed'::text]))),
  constraint audit_pkey PRIMARY KEY (jurisdiction_id, id)
);
CREATE INDEX audit_in_time ON public.audit USING btree (jurisdiction_id, at);
alter table audit enable row level security;
create policy own_jurisdiction on audit using ((jurisdiction_id = NULLIF(current_setting('luoshi.jurisdiction'::text, true), ''::text))) with check ((jurisdiction_id = NULLIF(current_setting('luoshi.jurisdiction'::text, true), ''::text)));
grant insert, select on audit to luoshi_app;

-- jurisdiction: the hash chain over audit rows: each seal covers a batch and the seal before it, so a changed or missing row shows. Append-only.
create table audit_seal (
  jurisdiction_id text not null,
  number bigint not null,
  sealed_at timestamp with time zone not null,
  row_count integer not null,
  row_ids uuid[] not null,
  previous text not null,
  hash text not null,
  constraint audit_seal_number_check CHECK ((number > 0)),
  constraint audit_seal_pkey PRIMARY KEY (jurisdiction_id, number)
);
alter table audit_seal enable row level security;
create policy own_jurisdiction on audit_seal using ((jurisdiction_id = NULLIF(current_setting('luoshi.jurisdiction'::text, true), ''::text))) with check ((jurisdiction_id = NULLIF(current_setting('luoshi.jurisdiction'::text, true), ''::text)));
grant insert, select on audit_seal to luoshi_app;

-- local: password hashes (the auth library's account).
create table credential (
  id text not null,
  account_id text not null,
  provider_id text not null,
  user_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamp with time zone,
  refresh_token_expires_at timestamp with time zone,
  scope text,
  password text,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint credential_pkey PRIMARY KEY (id),
  constraint credential_user_id_fkey FOREIGN KEY (user_id) REFERENCES login(id) ON DELETE CASCADE
);
CREATE INDEX credential_of ON public.credential USING btree (user_id);
grant delete, insert, select, update on credential to luoshi_app;

-- jurisdiction: a fact of any form: recorded once, never changed. id comes from the client; organisation_id is the organisation whose row it concerns. Append-only.
create table entry (
  jurisdiction_id text not null,
  id uuid not null,
  form text not null,
  subject_kind text not null,
  subject_id uuid not null,
  organisation_id uuid not null,
  happened_on date not null,
  data jsonb not null,
  recorded_at timestamp with time zone not null,
  recorded_on date not null,
  recorded_by uuid not null,
  source text not null,
  import_id uuid,
  content_hash text not null,
  pack_hash text not null,
  constraint entry_account FOREIGN KEY (jurisdiction_id, recorded_by) REFERENCES account(jurisdiction_id, id),
  constraint entry_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint entry_organisation FOREIGN KEY (jurisdiction_id, organisation_id) REFERENCES organisation(jurisdiction_id, id),
  constraint entry_pkey PRIMARY KEY (jurisdiction_id, id),
  constraint entry_source_check CHECK ((source = ANY (ARRAY['web'::text, 'cli'::text, 'api'::text, 'excel'::text, 'csv'::text]))),
  constraint entry_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['organisation'::text, 'person'::text, 'posting'::text])))
);
CREATE INDEX entry_in_time ON public.entry USING btree (jurisdiction_id, happened_on, id);
CREATE INDEX entry_of_import ON public.entry USING btree (jurisdiction_id, import_id) WHERE (import_id IS NOT NULL);
CREATE INDEX entry_of_organisation ON public.entry USING btree (jurisdiction_id, organisation_id, happened_on);
CREATE INDEX entry_of_subject ON public.entry USING btree (jurisdiction_id, subject_id, form, happened_on);
alter table entry enable row level security;
create policy own_jurisdiction on entry using ((jurisdiction_id = NULLIF(current_setting('luoshi.jurisdiction'::text, true), ''::text))) with check ((jurisdiction_id = NULLIF(current_setting('luoshi.jurisdiction'::text, true), ''::text)));
grant insert, select on entry to luoshi_app;

-- jurisdiction: a second person's word that an entry happened. Replaces photos and location. Append-only.
create table entry_confirmation (
  jurisdiction_id text not null,
  id uuid not null,
  entry_id uuid not null,
  outcome text not null,
  reason text,
  recorded_at timestamp with time zone not null,
  recorded_on date not null,
  recorded_by uuid not null,
  constraint entry_confirmation_of FOREIGN KEY (jurisdiction_id, entry_id) REFERENCES entry(jurisdiction_id, id),
  constraint entry_confirmation_once UNIQUE (jurisdiction_id, entry_id),
  constraint entry_confirmation_outcome_check CHECK ((outcome = ANY (ARRAY['confirmed'::text, 'rejected'::text]))),
  constraint entry_confirmation_pkey PRIMARY KEY (jurisdiction_id, id),
  constraint entry_confirmation_reason CHECK (((outcome = 'confirmed'::text) OR (reason <> ''::text)))
);
alter table entry_confirmation enable row level security;
create policy own_jurisdiction on entry_confirmation using ((jurisdiction_id = NULLIF(current_setting('luoshi.jurisdiction'::text, true), ''::text))) with check ((jurisdiction_id = NULLIF(current_setting('luoshi.jurisdiction'::text, true), ''::text)));
grant insert, select on entry_confirmation to luoshi_app;

-- jurisdiction: which attachment belongs to which field of which entry. Append-only.
create table entry_file (
  jurisdiction_id text not null,
  entry_id uuid not null,
  sha256 text not null,
  field text not null,
  constraint entry_file_entry FOREIGN KEY (jurisdiction_id, entry_id) REFERENCES entry(jurisdiction_id, id),
  constraint entry_file_file FOREIGN KEY (jurisdiction_id, sha256) REFERENCES file(jurisdiction_id, sha256),
  constraint entry_file_pkey PRIMARY KEY (jurisdiction_id, entry_id, field, sha256)
);
CREATE INDEX entry_file_of_file ON public.entry_file USING btree (jurisdiction_id, sha256);
alter table entry_file enable row level security;
create policy own_jurisdiction on entry_file using ((jurisdiction_id = NULLIF(current_setting('luoshi.jurisdiction'::text, true), ''::text))) with check ((jurisdiction_id = NULLIF(current_setting('luoshi.jurisdiction'::text, true), ''::text)));
grant insert, select on entry_file to luoshi_app;

-- jurisdiction: whom a field of an entry names besides whom it is about, such as the villages of a notice; organisation_id is the organisation on whose row that one stands. What the entry says of them is in its data. Append-only.
create table entry_named (
  jurisdiction_id text not null,
  entry_id uuid not null,
  field text not null,
  subject_kind text not null,
  subject_id uuid not null,
  organisation_id uuid not null,
  constraint entry_named_entry FOREIGN KEY (jurisdiction_id, entry_id) REFERENCES entry(jurisdiction_id, id),
  constraint entry_named_organisation FOREIGN KEY (jurisdiction_id, organisation_id) REFERENCES organisation(jurisdiction_id, id),
  constraint entry_named_pkey PRIMARY KEY (jurisdiction_id, entry_id, field, subject_id),
  constraint entry_named_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['organisation'::text, 'person'::text, 'posting'::text])))
);
CREATE INDEX entry_named_of_organisation ON public.entry_named USING btree (jurisdiction_id, organisation_id, entry_id);
CREATE INDEX entry_named_of_subject ON public.entry_named USING btree (jurisdiction_id, subject_id, entry_id);
alter table entry_named enable row level security;
create policy own_jurisdiction on entry_named using ((jurisdiction_id = NULLIF(current_setting('luoshi.jurisdiction'::text, true), ''::text))) with check ((jurisdiction_id = NULLIF(current_setting('luoshi.jurisdiction'::text, true), ''::text)));
grant insert, select on entry_named to luoshi_app;

-- jurisdiction: an entry was corrected by another one, or withdrawn (by_entry_id is null). Both stay readable. Append-only.
create table entry_supersession (
  jurisdiction_id text not null,
  id uuid not null,
  entry_id uuid not null,
  by_entry_id uuid,
  reason text not null,
  recorded_at timestamp with time zone not null,
  recorded_on date not null,
  recorded_by uuid not null,
  constraint entry_supersession_by FOREIGN KEY (jurisdiction_id, by_entry_id) REFERENCES entry(jurisdiction_id, id),
  constraint entry_supersession_of FOREIGN KEY (jurisdiction_id, entry_id) REFERENCES entry(jurisdiction_id, id),
  constraint entry_supersession_once UNIQUE (jurisdiction_id, entry_id),
  constraint entry_supersession_pkey PRIMARY KEY (jurisdiction_id, id),
  constraint entry_supersession_reason_check CHECK ((reason <> ''::text))
);
CREATE INDEX entry_supersession_by_entry ON public.entry_supersession USING btree (jurisdiction_id, by_entry_id) WHERE (by_entry_id IS NOT NULL);
alter table entry_supersession enable row level security;
create policy own_jurisdiction on entry_supersession using ((jurisdiction_id = NULLIF(current_setting('luoshi.jurisdiction'::text, true), ''::text))) with check ((jurisdiction_id = NULLIF(current_setting('luoshi.jurisdiction'::text, true), ''::text)));
grant insert, select on entry_supersession to luoshi_app;

-- jurisdiction: for which civil day, packs and tree the standings were computed as a whole. Its row is the lock that lets one evaluator work at a time.
create table evaluation (
  jurisdiction_id text not null,
  as_of date not null,
  basis text not null,
  constraint evaluation_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint evaluation_pkey PRIMARY KEY (jurisdiction_id)
);
alter table evaluation enable row level security;
create policy own_jurisdiction on evaluation using ((jurisdiction_id = NULLIF(current_setting('luoshi.jurisdiction'::text, true), ''::text))) with check ((jurisdiction_id = NULLIF(current_setting('luoshi.jurisdiction'::text, true), ''::text)));
grant insert, select, update on evaluation to luoshi_app;

-- jurisdiction: an attachment, named by the hash of its content; the bytes lie outside the database. Append-only.
create table file (
  jurisdiction_id text not null,
  sha256 text not null,
  size bigint not null,
  media_type text not null,
  name text not null,
  stored_at timestamp with time zone not null,
  stored_by uuid not null,
  constraint file_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint file_pkey PRIMARY KEY (jurisdiction_id, sha256),
  constraint file_sha256_check CHECK ((length(sha256) = 64)),
  constraint file_size_check CHECK ((size > 0))
);
alter table file enable row level security;
create policy own_jurisdiction on file using ((jurisdiction_id = NULLIF(current_setting('luoshi.jurisdiction'::text, true), ''::text))) with check ((jurisdiction_id = NULLIF(current_setting('luoshi.jurisdiction'::text, true), ''::text)));
grant insert, select on file to luoshi_app;

-- jurisdiction: who uploaded a file, so that two people with the same file can both cite it. Append-only.
create table file_upload (
  jurisdiction_id text not null,
  sha256 text not null,
  account_id uuid not null,
  name text not null,
  uploaded_at timestamp with time zone not null,
  constraint file_upload_account FOREIGN KEY (jurisdiction_id, account_id) REFERENCES account(jurisdiction_id, id),
  constraint file_upload_file FOREIGN KEY (jurisdiction_id, sha256) REFERENCES file(jurisdiction_id, sha256),
  constraint file_upload_name_check CHECK ((name <> ''::text)),
  constraint file_upload_pkey PRIMARY KEY (jurisdiction_id, sha256, account_id)
);
alter table file_upload enable row level security;
create policy own_jurisdiction on file_upload using ((jurisdiction_id = NULLIF(current_setting('luoshi.jurisdiction'::text, true), ''::text))) with check ((jurisdiction_id = NULLIF(current_setting('luoshi.jurisdiction'::text, true), ''::text)));
grant insert, select on file_upload to luoshi_app;

-- jurisdiction: a file that was imported: the same content is never taken twice. Append-only.
create table import_receipt (
  jurisdiction_id text not null,
  id uuid not null,
  content_hash text not null,
  kind text not null,
  file_name text not null,
  rows integer not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  constraint import_receipt_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint import_receipt_once UNIQUE (jurisdiction_id, kind, content_hash),
  constraint import_receipt_pkey PRIMARY KEY (jurisdiction_id, id),
  constraint import_receipt_rows_check CHECK ((rows >= 0))
);
alter table import_receipt enable row level security;
create policy own_jurisdiction on import_receipt using ((jurisdiction_id = NULLIF(current_setting('luoshi.jurisdiction'::text, true), ''::text))) with check ((jurisdiction_id = NULLIF(current_setting('luoshi.jurisdiction'::text, true), ''::text)));
grant insert, select on import_receipt to luoshi_app;

-- reference: one county, or the body of a prefecture, province or the nation. Tenant, unit of backup and of distribution. Its id is the division code.
create table jurisdiction (
  id text not null,
  name text not null,
  level integer not null,
  parent_id text,
  time_zone text not null default 'Asia/Shanghai'::text,
  constraint jurisdiction_level_check CHECK (((level >= 0) AND (level <= 3))),
  constraint jurisdiction_name_check CHECK ((name <> ''::text)),
  constraint jurisdiction_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES jurisdiction(id),
  constraint jurisdiction_pkey PRIMARY KEY (id)
);
grant insert, select, update on jurisdiction to luoshi_app;

-- local: who can sign in (the auth library's user). Names no jurisdiction: the account does.
create table login (
  id text not null,
  name text not null,
  email text not null,
  email_verified boolean not null default false,
  image text,
  username text,
  display_username text,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint login_email_key UNIQUE (email),
  constraint login_pkey PRIMARY KEY (id),
  constraint login_username_key UNIQUE (username)
);
grant delete, insert, select, update on login to luoshi_app;

-- local: in which jurisdictions a login has an account; read before a jurisdiction is known.
create table login_account (
  login_id text not null,
  jurisdiction_id text not null,
  account_id uuid not null,
  constraint login_account_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint login_account_login_id_fkey FOREIGN KEY (login_id) REFERENCES login(id) ON DELETE CASCADE,
  constraint login_account_pkey PRIMARY KEY (login_id, jurisdiction_id)
);
grant delete, insert, select on login_account to luoshi_app;

-- jurisdiction: to which organisation a person who moved or left belonged, from a day to a day; others belong where person.member_of says. valid_from is null when nobody knows it. known_on and end_known_on are the civil days on which beginning and end were recorded; null when known from the beginning. end_reason is why it ended, in the words of who recorded it.
create table membership (
  jurisdiction_id text not null,
  id uuid not null,
  person_id uuid not null,
  organisation_id uuid not null,
  valid_from date,
  valid_to date,
  known_on date,
  end_known_on date,
  end_reason text,
  constraint membership_one_at_a_time EXCLUDE USING gist (jurisdiction_id WITH =, ((person_id)::text) WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&),
  constraint membership_organisation FOREIGN KEY (jurisdiction_id, organisation_id) REFERENCES organisation(jurisdiction_id, id),
  constraint membership_person FOREIGN KEY (jurisdiction_id, person_id) REFERENCES person(jurisdiction_id, id),
  constraint membership_pkey PRIMARY KEY (jurisdiction_id, id),
  constraint membership_span CHECK (((valid_to IS NULL) OR (valid_from IS NULL) OR (valid_to >= valid_from)))
);
CREATE INDEX membership_of_organisation ON public.membership USING btree (jurisdiction_id, organisation_id);
CREATE INDEX membership_of_person ON public.membership USING btree (jurisdiction_id, person_id);
alter table membership enable row level security;
create policy own_jurisdiction on membership using ((jurisdiction_id = NULLIF(current_setting('luoshi.jurisdiction'::text, true), ''::text))) with check ((jurisdiction_id = NULLIF(current_setting('luoshi.jurisdiction'::text, true), ''::text)));
grant insert, select, update on membership to luoshi_app;

-- local: migrations applied to this database, with the hash of each file.
create table migration (
  name text not null,
  sha256 text not null,
  applied_at timestamp with time zone not null default now(),
  constraint migration_pkey PRIMARY KEY (name)
);
grant select on migration to luoshi_app;

-- jurisdiction: an organisation of a kind named by a pack. Name and place in the tree are dated rows of their own. dissolved_on is its last day.
create table organisation (
  jurisdiction_id text not null,
  id uuid not null,
  kind text not null,
  code text,
  founded_on date not null,
  dissolved_on date,
  attributes jsonb not null default '{}'::jsonb,
  constraint organisation_code_key UNIQUE (jurisdiction_id, code),
  constraint organisation_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint organisation_life CHECK (((dissolved_on IS NULL) OR (dissolved_on >= founded_on))),
  constraint organisation_pkey PRIMARY KEY (jurisdiction_id, id)
);
alter table organisation enable row level security;
create policy own_jurisdiction on organisation using ((jurisdiction_id = NULLIF(current_setting('luoshi.jurisdiction'::text, true), ''::text))) with check ((jurisdiction_id = NULLIF(current_setting('luoshi.jurisdiction'::text, true), ''::text)));
grant insert, select, update on organisation to luoshi_app;

-- jurisdiction: today's tree as all ancestor–descendant pairs, each organisation with itself at depth 0; a dissolved one keeps its last place, so that its records stay in scope. Kept in the transaction of every event; can be rebuilt from the edges.
create table organisation_closure (
  jurisdiction_id text not null,
  ancestor_id uuid not null,
  descendant_id uuid not null,
  depth integer not null,
  constraint organisation_closure_ancestor FOREIGN KEY (jurisdiction_id, ancestor_id) REFERENCES organisation(jurisdiction_id, id),
  constraint organisation_closure_depth_check CHECK ((depth >= 0)),
  constraint organisation_closure_descendant FOREIGN KEY (jurisdiction_id, descendant_id) REFERENCES organisation(jurisdiction_id, id),
  constraint organisation_closure_pkey PRIMARY KEY (jurisdiction_id, ancestor_id, descendant_id)
);
CREATE INDEX organisation_closure_up ON public.organisation_closure USING btree (jurisdiction_id, descendant_id, depth, ancestor_id);
alter table organisation_closure enable row level security;
create policy own_jurisdiction on organisation_closure using ((jurisdiction_id = NULLIF(current_setting('luoshi.jurisdiction'::text, true), ''::text))) with check ((jurisdiction_id = NULLIF(current_setting('luoshi.jurisdiction'::text, true), ''::text)));
grant delete, insert, select, update on organisation_closure to luoshi_app;

-- jurisdiction: the truth of the tree: whose child an organisation was from a day to a day. parent_id is null for the root.
create table organisation_edge (
  jurisdiction_id text not null,
  id uuid not null,
  child_id uuid not null,
  parent_id uuid,
  valid_from date not null,
  valid_to date,
  constraint organisation_edge_child FOREIGN KEY (jurisdiction_id, child_id) REFERENCES organisation(jurisdiction_id, id),
  constraint organisation_edge_once EXCLUDE USING gist (jurisdiction_id WITH =, ((child_id)::text) WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&),
  constraint organisation_edge_parent FOREIGN KEY (jurisdiction_id, parent_id) REFERENCES organisation(jurisdiction_id, id),
  constraint organisation_edge_pkey PRIMARY KEY (jurisdiction_id, id),
  constraint organisation_edge_self CHECK ((child_id <> parent_id)),
  constraint organisation_edge_span CHECK (((valid_to IS NULL) OR (valid_to >= valid_from)))
);
CREATE INDEX organisation_edge_by_child ON public.organisation_edge USING btree (jurisdiction_id, child_id, valid_from);
CREATE INDEX organisation_edge_by_parent ON public.organisation_edge USING btree (jurisdiction_id, parent_id, valid_from);
CREATE UNIQUE INDEX organisation_edge_today ON public.organisation_edge USING btree (jurisdiction_id, child_id) WHERE (valid_to IS NULL);
alter table organisation_edge enable row level security;
create policy own_jurisdiction on organisation_edge using ((jurisdiction_id = NULLIF(current_setting('luoshi.jurisdiction'::text, true), ''::text))) with check ((jurisdiction_id = NULLIF(current_setting('luoshi.jurisdiction'::text, true), ''::text)));
grant insert, select, update on organisation_edge to luoshi_app;

-- jurisdiction: founded, renamed, moved, merged, absorbed, split, dissolved: what happened to an organisation. Append-only.
create table organisation_event (
  jurisdiction_id text not null,
  id uuid not null,
  organisation_id uuid not null,
  kind text not null,
  happened_on date not null,
  data jsonb not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  constraint organisation_event_of FOREIGN KEY (jurisdiction_id, organisation_id) REFERENCES organisation(jurisdiction_id, id),
  constraint organisation_event_pkey PRIMARY KEY (jurisdiction_id, id)
);
CREATE INDEX organisation_event_of_organisation ON public.organisation_event USING btree (jurisdiction_id, organisation_id, happened_on);
alter table organisation_event enable row level security;
create policy own_jurisdiction on organisation_event using ((jurisdiction_id = NULLIF(current_setting('luoshi.jurisdiction'::text, true), ''::text))) with check ((jurisdiction_id = NULLIF(current_setting('luoshi.jurisdiction'::text, true), ''::text)));
grant insert, select on organisation_event to luoshi_app;

-- jurisdiction: the name an organisation bore from a day to a day, with pinyin and initials for search.
create table organisation_name (
  jurisdiction_id text not null,
  id uuid not null,
  organisation_id uuid not null,
  name text not null,
  pinyin text not null default ''::text,
  initials text not null default ''::text,
  valid_from date not null,
  valid_to date,
  constraint organisation_name_name_check CHECK ((name <> ''::text)),
  constraint organisation_name_of FOREIGN KEY (jurisdiction_id, organisation_id) REFERENCES organisation(jurisdiction_id, id),
  constraint organisation_name_once EXCLUDE USING gist (jurisdiction_id WITH =, ((organisation_id)::text) WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&),
  constraint organisation_name_pkey PRIMARY KEY (jurisdiction_id, id),
  constraint organisation_name_span CHECK (((valid_to IS NULL) OR (valid_to >= valid_from)))
);
CREATE INDEX organisation_name_of_organisation ON public.organisation_name USING btree (jurisdiction_id, organisation_id, valid_from);
CREATE UNIQUE INDEX organisation_name_today ON public.organisation_name USING btree (jurisdiction_id, organisation_id) WHERE (valid_to IS NULL);
alter table organisation_name enable row level security;
create policy own_jurisdiction on organisation_name using ((jurisdiction_id = NULLIF(current_setting('luoshi.jurisdiction'::text, true), ''::text))) with check ((jurisdiction_id = NULLIF(current_setting('luoshi.jurisdiction'::text, true), ''::text)));
grant insert, select, update on organisation_name to luoshi_app;

-- jurisdiction: since which day an organisation carries on the record of another, by merger or division, where a rule says so; share is the part of it that was taken over, null for all. Append-only.
create table organisation_succession (
  jurisdiction_id text not null,
  id uuid not null,
  organisation_id uuid not null,
  predecessor_id uuid not null,
  succeeded_on date not null,
  share numeric,
  constraint organisation_succession_from FOREIGN KEY (jurisdiction_id, predecessor_id) REFERENCES organisation(jurisdiction_id, id),
  constraint organisation_succession_of FOREIGN KEY (jurisdiction_id, organisation_id) REFERENCES organisation(jurisdiction_id, id),
  constraint organisation_succession_once UNIQUE (jurisdiction_id, organisation_id, predecessor_id),
  constraint organisation_succession_other CHECK ((organisation_id <> predecessor_id)),
  constraint organisation_succession_pkey PRIMARY KEY (jurisdiction_id, id),
  constraint organisation_succession_share CHECK (((share > (0)::numeric) AND (share <= (1)::numeric)))
);
CREATE INDEX organisation_succession_by_predecessor ON public.organisation_succession USING btree (jurisdiction_id, predecessor_id);
alter table organisation_succession enable row level security;
create policy own_jurisdiction on organisation_succession using ((jurisdiction_id = NULLIF(current_setting('luoshi.jurisdiction'::text, true), ''::text))) with check ((jurisdiction_id = NULLIF(current_setting('luoshi.jurisdiction'::text, true), ''::text)));
grant insert, select on organisation_succession to luoshi_app;

-- jurisdiction: which version of a pack holds from a day to a day.
create table pack_in_force (
  jurisdiction_id text not null,
  id uuid not null,
  pack_id text not null,
  hash text not null,
  valid_from date not null,
  valid_to date,
  constraint pack_in_force_hash_fkey FOREIGN KEY (hash) REFERENCES pack_version(hash),
  constraint pack_in_force_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint pack_in_force_once EXCLUDE USING gist (jurisdiction_id WITH =, pack_id WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&),
  constraint pack_in_force_pkey PRIMARY KEY (jurisdiction_id, id),
  constraint pack_in_force_span CHECK (((valid_to IS NULL) OR (valid_to >= valid_from)))
);
alter table pack_in_force enable row level security;
create policy own_jurisdiction on pack_in_force using ((jurisdiction_id = NULLIF(current_setting('luoshi.jurisdiction'::text, true), ''::text))) with check ((jurisdiction_id = NULLIF(current_setting('luoshi.jurisdiction'::text, true), ''::text)));
grant insert, select, update on pack_in_force to luoshi_app;

-- reference: installed packs by content hash; files is [{path, text}]. Never changed: a published figure can be computed again with the version of its day.
create table pack_version (
  hash text not null,
  pack_id text not null,
  version text not null,
  files jsonb not null,
  installed_at timestamp with time zone not null,
  language integer not null default 1,
  constraint pack_version_pkey PRIMARY KEY (hash)
);
grant insert, select on pack_version to luoshi_app;

-- jurisdiction: a person as far as work needs it. Never holds opinions, beliefs, private life or whereabouts.
create table person (
  jurisdiction_id text not null,
  id uuid not null,
  name text not null,
  pinyin text not null default ''::text,
  initials text not null default ''::text,
  member_of uuid,
  member_since date,
  attributes jsonb not null default '{}'::jsonb,
  constraint person_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint person_member_of FOREIGN KEY (jurisdiction_id, member_of) REFERENCES organisation(jurisdiction_id, id),
  constraint person_name_check CHECK ((name <> ''::text)),
  constraint person_pkey PRIMARY KEY (jurisdiction_id, id)
);
CREATE INDEX person_by_pinyin ON public.person USING btree (jurisdiction_id, pinyin, id);
CREATE INDEX person_of_branch ON public.person USING btree (jurisdiction_id, member_of);
alter table person enable row level security;
create policy own_jurisdiction on person using ((jurisdiction_id = NULLIF(current_setting('luoshi.jurisdiction'::text, true), ''::text))) with check ((jurisdiction_id = NULLIF(current_setting('luoshi.jurisdiction'::text, true), ''::text)));
grant insert, select, update on person to luoshi_app;

-- jurisdiction: ID number and phone, encrypted by the application (AES-256-GCM, key outside the database). The digest is keyed and only serves to find doubles.
create table person_secret (
  jurisdiction_id text not null,
  person_id uuid not null,
  key_id text not null,
  id_number bytea,
  id_number_digest bytea,
  phone bytea,
  constraint person_secret_id_number UNIQUE (jurisdiction_id, id_number_digest),
  constraint person_secret_of FOREIGN KEY (jurisdiction_id, person_id) REFERENCES person(jurisdiction_id, id),
  constraint person_secret_pkey PRIMARY KEY (jurisdiction_id, person_id)
);
alter table person_secret enable row level security;
create policy own_jurisdiction on person_secret using ((jurisdiction_id = NULLIF(current_setting('luoshi.jurisdiction'::text, true), ''::text))) with check ((jurisdiction_id = NULLIF(current_setting('luoshi.jurisdiction'::text, true), ''::text)));
grant delete, insert, select, update on person_secret to luoshi_app;

-- jurisdiction: a person sent by one organisation to work in another, from a day to a day (a first secretary). valid_to is the last day.
create table posting (
  jurisdiction_id text not null,
  id uuid not null,
  kind text not null,
  person_id uuid not null,
  organisation_id uuid not null,
  sending_organisation_id uuid not null,
  level text not null,
  order_number text,
  valid_from date not null,
  valid_to date,
  attributes jsonb not null default '{}'::jsonb,
  end_known_on date,
  constraint posting_once EXCLUDE USING gist (jurisdiction_id WITH =, kind WITH =, ((person_id)::text) WITH =, ((organisation_id)::text) WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&),
  constraint posting_organisation FOREIGN KEY (jurisdiction_id, organisation_id) REFERENCES organisation(jurisdiction_id, id),
  constraint posting_person FOREIGN KEY (jurisdiction_id, person_id) REFERENCES person(jurisdiction_id, id),
  constraint posting_pkey PRIMARY KEY (jurisdiction_id, id),
  constraint posting_sending FOREIGN KEY (jurisdiction_id, sending_organisation_id) REFERENCES organisation(jurisdiction_id, id),
  constraint posting_span CHECK (((valid_to IS NULL) OR (valid_to >= valid_from)))
);
CREATE INDEX posting_of_organisation ON public.posting USING btree (jurisdiction_id, organisation_id, valid_from);
CREATE INDEX posting_of_person ON public.posting USING btree (jurisdiction_id, person_id, valid_from);
CREATE INDEX posting_of_sender ON public.posting USING btree (jurisdiction_id, sending_organisation_id, valid_from);
alter table posting enable row level security;
create policy own_jurisdiction on posting using ((jurisdiction_id = NULLIF(current_setting('luoshi.jurisdiction'::text, true), ''::text))) with check ((jurisdiction_id = NULLIF(current_setting('luoshi.jurisdiction'::text, true), ''::text)));
grant insert, select, update on posting to luoshi_app;

-- jurisdiction: what one subject came out as in a run: score, grade, place, every step, what follows. shown_on is the first day this outcome was public, in this version or an earlier one that said the same; object_until is null where the rules give no time for objections. Append-only.
create table rating_result (
  jurisdiction_id text not null,
  run_id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  organisation_id uuid not null,
  name text not null,
  score jsonb,
  grade jsonb,
  place jsonb,
  steps jsonb not null,
  consequences jsonb not null,
  shown_on date not null,
  object_until date,
  constraint rating_result_organisation FOREIGN KEY (jurisdiction_id, organisation_id) REFERENCES organisation(jurisdiction_id, id),
  constraint rating_result_pkey PRIMARY KEY (jurisdiction_id, run_id, subject_id),
  constraint rating_result_run FOREIGN KEY (jurisdiction_id, run_id) REFERENCES rating_run(jurisdiction_id, id),
  constraint rating_result_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['organisation'::text, 'person'::text, 'posting'::text])))
);
CREATE INDEX rating_result_of_subject ON public.rating_result USING btree (jurisdiction_id, subject_id);
alter table rating_result enable row level security;
create policy own_jurisdiction on rating_result using ((jurisdiction_id = NULLIF(current_setting('luoshi.jurisdiction'::text, true), ''::text))) with check ((jurisdiction_id = NULLIF(current_setting('luoshi.jurisdiction'::text, true), ''::text)));
grant insert, select on rating_result to luoshi_app;

-- jurisdiction: one publication of the results of a rating for a period; a correction is a further version. packs is [{id, version, hash}], fact_hash covers who there was and what was recorded by as_of and published_at, so that it can be worked out again; layout says how the rows read. Append-only.
create table rating_run (
  jurisdiction_id text not null,
  id uuid not null,
  rating text not null,
  period_key text not null,
  version integer not null,
  reason text,
  as_of date not null,
  published_at timestamp with time zone not null,
  published_on date not null,
  published_by uuid not null,
  packs jsonb not null,
  fact_hash text not null,
  fact_hashes jsonb not null,
  software text not null,
  layout jsonb not null,
  constraint rating_run_account FOREIGN KEY (jurisdiction_id, published_by) REFERENCES account(jurisdiction_id, id),
  constraint rating_run_fact_hash_check CHECK ((length(fact_hash) = 64)),
  constraint rating_run_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint rating_run_pkey PRIMARY KEY (jurisdiction_id, id),
  constraint rating_run_reason CHECK (((version = 1) OR (reason <> ''::text))),
  constraint rating_run_version UNIQUE (jurisdiction_id, rating, period_key, version),
  constraint rating_run_version_check CHECK ((version > 0))
);
alter table rating_run enable row level security;
create policy own_jurisdiction on rating_run using ((jurisdiction_id = NULLIF(current_setting('luoshi.jurisdiction'::text, true), ''::text))) with check ((jurisdiction_id = NULLIF(current_setting('luoshi.jurisdiction'::text, true), ''::text)));
grant insert, select on rating_run to luoshi_app;

-- jurisdiction: a role within a scope. Officers and clerks: the subtree below organisation_id; sending unit: postings it sent; first secretary: the postings of the account's person; administrator: accounts and packs, no business data.
create table role_grant (
  jurisdiction_id text not null,
  id uuid not null,
  account_id uuid not null,
  role text not null,
  organisation_id uuid,
  valid_from date not null,
  valid_to date,
  revoked_at timestamp with time zone,
  constraint role_grant_account FOREIGN KEY (jurisdiction_id, account_id) REFERENCES account(jurisdiction_id, id),
  constraint role_grant_organisation FOREIGN KEY (jurisdiction_id, organisation_id) REFERENCES organisation(jurisdiction_id, id),
  constraint role_grant_pkey PRIMARY KEY (jurisdiction_id, id),
  constraint role_grant_role_check CHECK ((role = ANY (ARRAY['administrator'::text, 'county-officer'::text, 'township-officer'::text, 'village-clerk'::text, 'first-secretary'::text, 'sending-unit'::text]))),
  constraint role_grant_scope CHECK (((role = 'administrator'::text) OR (role = 'first-secretary'::text) OR (organisation_id IS NOT NULL)))
);
CREATE INDEX role_grant_of_account ON public.role_grant USING btree (jurisdiction_id, account_id);
alter table role_grant enable row level security;
create policy own_jurisdiction on role_grant using ((jurisdiction_id = NULLIF(current_setting('luoshi.jurisdiction'::text, true), ''::text))) with check ((jurisdiction_id = NULLIF(current_setting('luoshi.jurisdiction'::text, true), ''::text)));
grant insert, select, update on role_grant to luoshi_app;

-- jurisdiction: today's current-period lights of an organisation's subtree, counted per duty, one wide row each; kept by the evaluator with the standings.
create table rollup (
  jurisdiction_id text not null,
  organisation_id uuid not null,
  obligation text not null,
  overdue integer not null default 0,
  due_soon integer not null default 0,
  not_known integer not null default 0,
  open integer not null default 0,
  late integer not null default 0,
  met integer not null default 0,
  excused integer not null default 0,
  beyond integer not null default 0,
  constraint rollup_organisation FOREIGN KEY (jurisdiction_id, organisation_id) REFERENCES organisation(jurisdiction_id, id),
  constraint rollup_pkey PRIMARY KEY (jurisdiction_id, organisation_id, obligation)
);
alter table rollup enable row level security;
create policy own_jurisdiction on rollup using ((jurisdiction_id = NULLIF(current_setting('luoshi.jurisdiction'::text, true), ''::text))) with check ((jurisdiction_id = NULLIF(current_setting('luoshi.jurisdiction'::text, true), ''::text)));
grant delete, insert, select, update on rollup to luoshi_app;

-- local: open sessions, found by cookie.
create table session (
  id text not null,
  expires_at timestamp with time zone not null,
  token text not null,
  ip_address text,
  user_agent text,
  user_id text not null,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint session_pkey PRIMARY KEY (id),
  constraint session_token_key UNIQUE (token),
  constraint session_user_id_fkey FOREIGN KEY (user_id) REFERENCES login(id) ON DELETE CASCADE
);
CREATE INDEX session_of ON public.session USING btree (user_id);
grant delete, insert, select, update on session to luoshi_app;

-- local: failed sign-ins in a row; five lock the name for a while.
create table sign_in_failure (
  username text not null,
  failures integer not null,
  last_at timestamp with time zone not null,
  locked_until timestamp with time zone,
  constraint sign_in_failure_pkey PRIMARY KEY (username)
);
grant delete, insert, select, update on sign_in_failure to luoshi_app;

-- jurisdiction: the computed light of one duty for one subject in one period; is_current marks the latest period that has begun. Can be rebuilt from entries and packs at any time, and a command proves it equal.
create table standing (
  jurisdiction_id text not null,
  obligation text not null,
  subject_kind text not null,
  subject_id uuid not null,
  period_key text not null,
  organisation_id uuid not null,
  period_start date not null,
  period_end date not null,
  due_on date not null,
  light text not null,
  need numeric,
  done numeric not null,
  unit text not null,
  awaiting integer not null,
  missing jsonb not null default '[]'::jsonb,
  changes_on date,
  is_current boolean not null,
  constraint standing_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint standing_organisation FOREIGN KEY (jurisdiction_id, organisation_id) REFERENCES organisation(jurisdiction_id, id),
  constraint standing_pkey PRIMARY KEY (jurisdiction_id, subject_id, obligation, period_key)
);
CREATE INDEX standing_current ON public.standing USING btree (jurisdiction_id, organisation_id) WHERE is_current;
CREATE INDEX standing_of_organisation ON public.standing USING btree (jurisdiction_id, organisation_id, period_start, period_end);
alter table standing enable row level security;
create policy own_jurisdiction on standing using ((jurisdiction_id = NULLIF(current_setting('luoshi.jurisdiction'::text, true), ''::text))) with check ((jurisdiction_id = NULLIF(current_setting('luoshi.jurisdiction'::text, true), ''::text)));
grant delete, insert, select, update on standing to luoshi_app;

-- jurisdiction: subjects whose standings must be computed again; written in the transaction of the fact, emptied by the evaluator.
create table standing_dirty (
  jurisdiction_id text not null,
  id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  since timestamp with time zone not null,
  constraint standing_dirty_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint standing_dirty_pkey PRIMARY KEY (jurisdiction_id, id)
);
alter table standing_dirty enable row level security;
create policy own_jurisdiction on standing_dirty using ((jurisdiction_id = NULLIF(current_setting('luoshi.jurisdiction'::text, true), ''::text))) with check ((jurisdiction_id = NULLIF(current_setting('luoshi.jurisdiction'::text, true), ''::text)));
grant delete, insert, select on standing_dirty to luoshi_app;

-- jurisdiction: who holds a post (a kind named by a pack) of an organisation, from a day to a day.
create table tenure (
  jurisdiction_id text not null,
  id uuid not null,
  post text not null,
  organisation_id uuid not null,
  person_id uuid not null,
  valid_from date not null,
  valid_to date,
  end_known_on date,
  constraint tenure_organisation FOREIGN KEY (jurisdiction_id, organisation_id) REFERENCES organisation(jurisdiction_id, id),
  constraint tenure_person FOREIGN KEY (jurisdiction_id, person_id) REFERENCES person(jurisdiction_id, id),
  constraint tenure_pkey PRIMARY KEY (jurisdiction_id, id),
  constraint tenure_span CHECK (((valid_to IS NULL) OR (valid_to >= valid_from)))
);
CREATE INDEX tenure_of_organisation ON public.tenure USING btree (jurisdiction_id, organisation_id, post, valid_from);
CREATE INDEX tenure_of_person ON public.tenure USING btree (jurisdiction_id, person_id, valid_from);
alter table tenure enable row level security;
create policy own_jurisdiction on tenure using ((jurisdiction_id = NULLIF(current_setting('luoshi.jurisdiction'::text, true), ''::text))) with check ((jurisdiction_id = NULLIF(current_setting('luoshi.jurisdiction'::text, true), ''::text)));
grant insert, select, update on tenure to luoshi_app;

-- jurisdiction: pre-order intervals of one tree version: descendants of a node are the rows with l between its l and r.
create table tree_node (
  jurisdiction_id text not null,
  tree_version_id uuid not null,
  organisation_id uuid not null,
  parent_id uuid,
  l integer not null,
  r integer not null,
  level integer not null,
  constraint tree_node_interval CHECK ((l <= r)),
  constraint tree_node_organisation FOREIGN KEY (jurisdiction_id, organisation_id) REFERENCES organisation(jurisdiction_id, id),
  constraint tree_node_pkey PRIMARY KEY (jurisdiction_id, tree_version_id, organisation_id),
  constraint tree_node_version FOREIGN KEY (jurisdiction_id, tree_version_id) REFERENCES tree_version(jurisdiction_id, id)
);
CREATE INDEX tree_node_pre_order ON public.tree_node USING btree (jurisdiction_id, tree_version_id, l);
alter table tree_node enable row level security;
create policy own_jurisdiction on tree_node using ((jurisdiction_id = NULLIF(current_setting('luoshi.jurisdiction'::text, true), ''::text))) with check ((jurisdiction_id = NULLIF(current_setting('luoshi.jurisdiction'::text, true), ''::text)));
grant insert, select on tree_node to luoshi_app;

-- jurisdiction: a numbered picture of the tree on a day, taken when figures are published or a period closes.
create table tree_version (
  jurisdiction_id text not null,
  id uuid not null,
  as_of date not null,
  made_at timestamp with time zone not null,
  nodes integer not null,
  constraint tree_version_day UNIQUE (jurisdiction_id, as_of, id),
  constraint tree_version_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint tree_version_pkey PRIMARY KEY (jurisdiction_id, id)
);
alter table tree_version enable row level security;
create policy own_jurisdiction on tree_version using ((jurisdiction_id = NULLIF(current_setting('luoshi.jurisdiction'::text, true), ''::text))) with check ((jurisdiction_id = NULLIF(current_setting('luoshi.jurisdiction'::text, true), ''::text)));
grant insert, select on tree_version to luoshi_app;

-- local: one-time tokens of the auth library.
create table verification (
  id text not null,
  identifier text not null,
  value text not null,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint verification_pkey PRIMARY KEY (id)
);
grant delete, insert, select, update on verification to luoshi_app;
