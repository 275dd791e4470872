create table membership (
  jurisdiction_id text not null,
  id uuid not null,
  person_id uuid not null,
  organisation_id uuid not null,
  valid_from date,
  valid_to date,
  known_on date,
  end_known_on date,
  constraint membership_pkey primary key (jurisdiction_id, id),
  constraint membership_person foreign key (jurisdiction_id, person_id) references person (jurisdiction_id, id),
  constraint membership_organisation foreign key (jurisdiction_id, organisation_id) references organisation (jurisdiction_id, id),
  constraint membership_span check (valid_to is null or valid_from is null or valid_to >= valid_from),
  constraint membership_one_at_a_time exclude using gist (
    jurisdiction_id with =, (person_id::text) with =, daterange(valid_from, valid_to, '[]') with &&)
);
create index membership_of_organisation on membership (jurisdiction_id, organisation_id);
create index membership_of_person on membership (jurisdiction_id, person_id);
comment on table membership is 'jurisdiction: to which organisation a person who moved or left belonged, from a day to a day; others belong where person.member_of says. valid_from is null when nobody knows it. known_on and end_known_on are the civil days on which beginning and end were recorded; null when known from the beginning.';
grant select, insert, update on membership to luoshi_app;

alter table membership enable row level security;
create policy own_jurisdiction on membership
  using (jurisdiction_id = nullif(current_setting('luoshi.jurisdiction', true), ''))
  with check (jurisdiction_id = nullif(current_setting('luoshi.jurisdiction', true), ''));
