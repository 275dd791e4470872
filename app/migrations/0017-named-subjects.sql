create table entry_named (
  jurisdiction_id text not null,
  entry_id uuid not null,
  field text not null,
  subject_kind text not null check (subject_kind in ('organisation', 'person', 'posting')),
  subject_id uuid not null,
  organisation_id uuid not null,
  constraint entry_named_pkey primary key (jurisdiction_id, entry_id, field, subject_id),
  constraint entry_named_entry foreign key (jurisdiction_id, entry_id) references entry (jurisdiction_id, id),
  constraint entry_named_organisation foreign key (jurisdiction_id, organisation_id) references organisation (jurisdiction_id, id)
);
create index entry_named_of_subject on entry_named (jurisdiction_id, subject_id, entry_id);
create index entry_named_of_organisation on entry_named (jurisdiction_id, organisation_id, entry_id);
comment on table entry_named is 'jurisdiction: whom a field of an entry names besides whom it is about, such as the villages of a notice; organisation_id is the organisation on whose row that one stands. What the entry says of them is in its data. Append-only.';
grant select, insert on entry_named to luoshi_app;

alter table entry_named enable row level security;
create policy own_jurisdiction on entry_named
  using (jurisdiction_id = nullif(current_setting('luoshi.jurisdiction', true), ''))
  with check (jurisdiction_id = nullif(current_setting('luoshi.jurisdiction', true), ''));
