create table entry (
  jurisdiction_id text not null references jurisdiction (id),
  id uuid not null,
  form text not null,
  subject_kind text not null check (subject_kind in ('organisation', 'person', 'posting')),
  subject_id uuid not null,
  organisation_id uuid not null,
  happened_on date not null,
  data jsonb not null,
  recorded_at timestamptz not null,
  recorded_on date not null,
  recorded_by uuid not null,
  source text not null check (source in ('web', 'cli', 'api', 'excel', 'csv')),
  import_id uuid,
  content_hash text not null,
  pack_hash text not null,
  constraint entry_pkey primary key (jurisdiction_id, id),
  constraint entry_organisation foreign key (jurisdiction_id, organisation_id) references organisation (jurisdiction_id, id),
  constraint entry_account foreign key (jurisdiction_id, recorded_by) references account (jurisdiction_id, id)
);
create index entry_of_subject on entry (jurisdiction_id, subject_id, form, happened_on);
create index entry_of_organisation on entry (jurisdiction_id, organisation_id, happened_on);
comment on table entry is 'jurisdiction: a fact of any form: recorded once, never changed. id comes from the client; organisation_id is the organisation whose row it concerns. Append-only.';
grant select, insert on entry to luoshi_app;

create table entry_supersession (
  jurisdiction_id text not null,
  id uuid not null,
  entry_id uuid not null,
  by_entry_id uuid,
  reason text not null check (reason <> ''),
  recorded_at timestamptz not null,
  recorded_on date not null,
  recorded_by uuid not null,
  constraint entry_supersession_pkey primary key (jurisdiction_id, id),
  constraint entry_supersession_once unique (jurisdiction_id, entry_id),
  constraint entry_supersession_of foreign key (jurisdiction_id, entry_id) references entry (jurisdiction_id, id),
  constraint entry_supersession_by foreign key (jurisdiction_id, by_entry_id) references entry (jurisdiction_id, id)
);
comment on table entry_supersession is 'jurisdiction: an entry was corrected by another one, or withdrawn (by_entry_id is null). Both stay readable. Append-only.';
grant select, insert on entry_supersession to luoshi_app;

create table entry_confirmation (
  jurisdiction_id text not null,
  id uuid not null,
  entry_id uuid not null,
  outcome text not null check (outcome in ('confirmed', 'rejected')),
  reason text,
  recorded_at timestamptz not null,
  recorded_on date not null,
  recorded_by uuid not null,
  constraint entry_confirmation_pkey primary key (jurisdiction_id, id),
  constraint entry_confirmation_once unique (jurisdiction_id, entry_id),
  constraint entry_confirmation_of foreign key (jurisdiction_id, entry_id) references entry (jurisdiction_id, id),
  constraint entry_confirmation_reason check (outcome = 'confirmed' or reason <> '')
);
comment on table entry_confirmation is 'jurisdiction: a second person''s word that an entry happened. Replaces photos and location. Append-only.';
grant select, insert on entry_confirmation to luoshi_app;

create table file (
  jurisdiction_id text not null references jurisdiction (id),
  sha256 text not null check (length(sha256) = 64),
  size bigint not null check (size > 0),
  media_type text not null,
  name text not null,
  stored_at timestamptz not null,
  stored_by uuid not null,
  constraint file_pkey primary key (jurisdiction_id, sha256)
);
comment on table file is 'jurisdiction: an attachment, named by the hash of its content; the bytes lie outside the database. Append-only.';
grant select, insert on file to luoshi_app;

create table entry_file (
  jurisdiction_id text not null,
  entry_id uuid not null,
  sha256 text not null,
  field text not null,
  constraint entry_file_pkey primary key (jurisdiction_id, entry_id, field, sha256),
  constraint entry_file_entry foreign key (jurisdiction_id, entry_id) references entry (jurisdiction_id, id),
  constraint entry_file_file foreign key (jurisdiction_id, sha256) references file (jurisdiction_id, sha256)
);
comment on table entry_file is 'jurisdiction: which attachment belongs to which field of which entry. Append-only.';
grant select, insert on entry_file to luoshi_app;

create table import_receipt (
  jurisdiction_id text not null references jurisdiction (id),
  id uuid not null,
  content_hash text not null,
  kind text not null,
  file_name text not null,
  rows int not null check (rows >= 0),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  constraint import_receipt_pkey primary key (jurisdiction_id, id),
  constraint import_receipt_once unique (jurisdiction_id, kind, content_hash)
);
comment on table import_receipt is 'jurisdiction: a file that was imported: the same content is never taken twice. Append-only.';
grant select, insert on import_receipt to luoshi_app;
