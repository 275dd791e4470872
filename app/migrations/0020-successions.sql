create table organisation_succession (
  jurisdiction_id text not null,
  id uuid not null,
  organisation_id uuid not null,
  predecessor_id uuid not null,
  succeeded_on date not null,
  share numeric,
  constraint organisation_succession_pkey primary key (jurisdiction_id, id),
  constraint organisation_succession_of foreign key (jurisdiction_id, organisation_id) references organisation (jurisdiction_id, id),
  constraint organisation_succession_from foreign key (jurisdiction_id, predecessor_id) references organisation (jurisdiction_id, id),
  constraint organisation_succession_once unique (jurisdiction_id, organisation_id, predecessor_id),
  constraint organisation_succession_other check (organisation_id <> predecessor_id),
  constraint organisation_succession_share check (share > 0 and share <= 1)
);
create index organisation_succession_by_predecessor on organisation_succession (jurisdiction_id, predecessor_id);
comment on table organisation_succession is 'jurisdiction: since which day an organisation carries on the record of another, by merger or division, where a rule says so; share is the part of it that was taken over, null for all. Append-only.';
grant select, insert on organisation_succession to luoshi_app;

alter table organisation_succession enable row level security;
create policy own_jurisdiction on organisation_succession
  using (jurisdiction_id = nullif(current_setting('luoshi.jurisdiction', true), ''))
  with check (jurisdiction_id = nullif(current_setting('luoshi.jurisdiction', true), ''));
