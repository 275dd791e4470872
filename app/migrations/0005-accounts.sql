create table login (
  id text primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  username text unique,
  display_username text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table login is 'local: who can sign in (the auth library''s user). Names no jurisdiction: the account does.';
create table credential (
  id text primary key,
  account_id text not null,
  provider_id text not null,
  user_id text not null references login (id) on delete cascade,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index credential_of on credential (user_id);
comment on table credential is 'local: password hashes (the auth library''s account).';
create table session (
  id text primary key,
  expires_at timestamptz not null,
  token text not null unique,
  ip_address text,
  user_agent text,
  user_id text not null references login (id) on delete cascade,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index session_of on session (user_id);
comment on table session is 'local: open sessions, found by cookie.';
create table verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table verification is 'local: one-time tokens of the auth library.';
create table sign_in_failure (
  username text primary key,
  failures int not null,
  last_at timestamptz not null,
  locked_until timestamptz
);
comment on table sign_in_failure is 'local: failed sign-ins in a row; five lock the name for a while.';
grant select, insert, update, delete on login, credential, session, verification, sign_in_failure to luoshi_app;

create table account (
  jurisdiction_id text not null references jurisdiction (id),
  id uuid not null,
  login_id text not null,
  person_id uuid,
  display_name text not null,
  closed_at timestamptz,
  constraint account_pkey primary key (jurisdiction_id, id),
  constraint account_login unique (jurisdiction_id, login_id),
  constraint account_person foreign key (jurisdiction_id, person_id) references person (jurisdiction_id, id)
);
comment on table account is 'jurisdiction: a login''s place in one jurisdiction; what it may do stands in role_grant.';
grant select, insert, update on account to luoshi_app;

create table role_grant (
  jurisdiction_id text not null,
  id uuid not null,
  account_id uuid not null,
  role text not null check (role in ('administrator', 'county-officer', 'township-officer', 'village-clerk', 'first-secretary', 'sending-unit')),
  organisation_id uuid,
  valid_from date not null,
  valid_to date,
  constraint role_grant_pkey primary key (jurisdiction_id, id),
  constraint role_grant_account foreign key (jurisdiction_id, account_id) references account (jurisdiction_id, id),
  constraint role_grant_organisation foreign key (jurisdiction_id, organisation_id) references organisation (jurisdiction_id, id),
  constraint role_grant_scope check (role = 'administrator' or role = 'first-secretary' or organisation_id is not null)
);
create index role_grant_of_account on role_grant (jurisdiction_id, account_id);
comment on table role_grant is 'jurisdiction: a role within a scope. Officers and clerks: the subtree below organisation_id; sending unit: postings it sent; first secretary: the postings of the account''s person; administrator: accounts and packs, no business data.';
grant select, insert, update on role_grant to luoshi_app;
