create table login_account (
  login_id text not null references login (id) on delete cascade,
  jurisdiction_id text not null references jurisdiction (id),
  account_id uuid not null,
  constraint login_account_pkey primary key (login_id, jurisdiction_id)
);
comment on table login_account is 'local: in which jurisdictions a login has an account; read before a jurisdiction is known.';
grant select, insert, delete on login_account to luoshi_app;
