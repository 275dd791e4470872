create table file_upload (
  jurisdiction_id text not null,
  sha256 text not null,
  account_id uuid not null,
  name text not null check (name <> ''),
  uploaded_at timestamptz not null,
  constraint file_upload_pkey primary key (jurisdiction_id, sha256, account_id),
  constraint file_upload_file foreign key (jurisdiction_id, sha256) references file (jurisdiction_id, sha256),
  constraint file_upload_account foreign key (jurisdiction_id, account_id) references account (jurisdiction_id, id)
);
comment on table file_upload is 'jurisdiction: who uploaded a file, so that two people with the same file can both cite it. Append-only.';
grant select, insert on file_upload to luoshi_app;
alter table file_upload enable row level security;
create policy own_jurisdiction on file_upload
  using (jurisdiction_id = nullif(current_setting('luoshi.jurisdiction', true), ''))
  with check (jurisdiction_id = nullif(current_setting('luoshi.jurisdiction', true), ''));

create index entry_in_time on entry (jurisdiction_id, happened_on, id);
create index entry_file_of_file on entry_file (jurisdiction_id, sha256);
create index entry_supersession_by_entry on entry_supersession (jurisdiction_id, by_entry_id) where by_entry_id is not null;
create index entry_of_import on entry (jurisdiction_id, import_id) where import_id is not null;
