create table person (
  jurisdiction_id text not null references jurisdiction (id),
  id uuid not null,
  name text not null check (name <> ''),
  pinyin text not null default '',
  initials text not null default '',
  member_of uuid,
  member_since date,
  attributes jsonb not null default '{}',
  constraint person_pkey primary key (jurisdiction_id, id),
  constraint person_member_of foreign key (jurisdiction_id, member_of) references organisation (jurisdiction_id, id)
);
comment on table person is 'jurisdiction: a person as far as work needs it. Never holds opinions, beliefs, private life or whereabouts.';
grant select, insert, update on person to luoshi_app;

create table person_secret (
  jurisdiction_id text not null,
  person_id uuid not null,
  key_id text not null,
  id_number bytea,
  id_number_digest bytea,
  phone bytea,
  constraint person_secret_pkey primary key (jurisdiction_id, person_id),
  constraint person_secret_of foreign key (jurisdiction_id, person_id) references person (jurisdiction_id, id),
  constraint person_secret_id_number unique (jurisdiction_id, id_number_digest)
);
comment on table person_secret is 'jurisdiction: ID number and phone, encrypted by the application (AES-256-GCM, key outside the database). The digest is keyed and only serves to find doubles.';
grant select, insert, update, delete on person_secret to luoshi_app;

create table tenure (
  jurisdiction_id text not null,
  id uuid not null,
  post text not null,
  organisation_id uuid not null,
  person_id uuid not null,
  valid_from date not null,
  valid_to date,
  constraint tenure_pkey primary key (jurisdiction_id, id),
  constraint tenure_organisation foreign key (jurisdiction_id, organisation_id) references organisation (jurisdiction_id, id),
  constraint tenure_person foreign key (jurisdiction_id, person_id) references person (jurisdiction_id, id),
  constraint tenure_span check (valid_to is null or valid_to >= valid_from)
);
create index tenure_of_organisation on tenure (jurisdiction_id, organisation_id, post, valid_from);
comment on table tenure is 'jurisdiction: who holds a post (a kind named by a pack) of an organisation, from a day to a day.';
grant select, insert, update on tenure to luoshi_app;

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
  attributes jsonb not null default '{}',
  constraint posting_pkey primary key (jurisdiction_id, id),
  constraint posting_person foreign key (jurisdiction_id, person_id) references person (jurisdiction_id, id),
  constraint posting_organisation foreign key (jurisdiction_id, organisation_id) references organisation (jurisdiction_id, id),
  constraint posting_sending foreign key (jurisdiction_id, sending_organisation_id) references organisation (jurisdiction_id, id),
  constraint posting_span check (valid_to is null or valid_to >= valid_from),
  constraint posting_once exclude using gist (
    jurisdiction_id with =, kind with =, (person_id::text) with =, (organisation_id::text) with =, daterange(valid_from, valid_to, '[]') with &&)
);
create index posting_of_organisation on posting (jurisdiction_id, organisation_id, valid_from);
create index posting_of_sender on posting (jurisdiction_id, sending_organisation_id, valid_from);
create index posting_of_person on posting (jurisdiction_id, person_id, valid_from);
comment on table posting is 'jurisdiction: a person sent by one organisation to work in another, from a day to a day (a first secretary). valid_to is the last day.';
grant select, insert, update on posting to luoshi_app;
