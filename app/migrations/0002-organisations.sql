create table organisation (
  jurisdiction_id text not null references jurisdiction (id),
  id uuid not null,
  kind text not null,
  code text,
  founded_on date not null,
  dissolved_on date,
  attributes jsonb not null default '{}',
  constraint organisation_pkey primary key (jurisdiction_id, id),
  constraint organisation_code_key unique (jurisdiction_id, code),
  constraint organisation_life check (dissolved_on is null or dissolved_on >= founded_on)
);
comment on table organisation is 'jurisdiction: an organisation of a kind named by a pack. Name and place in the tree are dated rows of their own. dissolved_on is its last day.';
grant select, insert, update on organisation to luoshi_app;

-- The exclusions compare ids as text, so that no query takes their GiST index for a look-up: the planner holds it to be as
-- cheap as the btree, and it is many times slower.
create table organisation_name (
  jurisdiction_id text not null,
  id uuid not null,
  organisation_id uuid not null,
  name text not null check (name <> ''),
  pinyin text not null default '',
  initials text not null default '',
  valid_from date not null,
  valid_to date,
  constraint organisation_name_pkey primary key (jurisdiction_id, id),
  constraint organisation_name_of foreign key (jurisdiction_id, organisation_id) references organisation (jurisdiction_id, id),
  constraint organisation_name_span check (valid_to is null or valid_to >= valid_from),
  constraint organisation_name_once exclude using gist (
    jurisdiction_id with =, (organisation_id::text) with =, daterange(valid_from, valid_to, '[]') with &&)
);
create unique index organisation_name_today on organisation_name (jurisdiction_id, organisation_id) where valid_to is null;
create index organisation_name_of_organisation on organisation_name (jurisdiction_id, organisation_id, valid_from);
comment on table organisation_name is 'jurisdiction: the name an organisation bore from a day to a day, with pinyin and initials for search.';
grant select, insert, update on organisation_name to luoshi_app;

create table organisation_edge (
  jurisdiction_id text not null,
  id uuid not null,
  child_id uuid not null,
  parent_id uuid,
  valid_from date not null,
  valid_to date,
  constraint organisation_edge_pkey primary key (jurisdiction_id, id),
  constraint organisation_edge_child foreign key (jurisdiction_id, child_id) references organisation (jurisdiction_id, id),
  constraint organisation_edge_parent foreign key (jurisdiction_id, parent_id) references organisation (jurisdiction_id, id),
  constraint organisation_edge_span check (valid_to is null or valid_to >= valid_from),
  constraint organisation_edge_self check (child_id <> parent_id),
  constraint organisation_edge_once exclude using gist (
    jurisdiction_id with =, (child_id::text) with =, daterange(valid_from, valid_to, '[]') with &&)
);
create unique index organisation_edge_today on organisation_edge (jurisdiction_id, child_id) where valid_to is null;
create index organisation_edge_by_parent on organisation_edge (jurisdiction_id, parent_id, valid_from);
create index organisation_edge_by_child on organisation_edge (jurisdiction_id, child_id, valid_from);
comment on table organisation_edge is 'jurisdiction: the truth of the tree: whose child an organisation was from a day to a day. parent_id is null for the root.';
grant select, insert, update on organisation_edge to luoshi_app;

create table organisation_closure (
  jurisdiction_id text not null,
  ancestor_id uuid not null,
  descendant_id uuid not null,
  depth int not null check (depth >= 0),
  constraint organisation_closure_pkey primary key (jurisdiction_id, ancestor_id, descendant_id),
  constraint organisation_closure_ancestor foreign key (jurisdiction_id, ancestor_id) references organisation (jurisdiction_id, id),
  constraint organisation_closure_descendant foreign key (jurisdiction_id, descendant_id) references organisation (jurisdiction_id, id)
);
create index organisation_closure_up on organisation_closure (jurisdiction_id, descendant_id, depth, ancestor_id);
comment on table organisation_closure is 'jurisdiction: today''s tree as all ancestor–descendant pairs, each organisation with itself at depth 0; a dissolved one keeps its last place, so that its records stay in scope. Kept in the transaction of every event; can be rebuilt from the edges.';
grant select, insert, update, delete on organisation_closure to luoshi_app;

create table organisation_event (
  jurisdiction_id text not null,
  id uuid not null,
  organisation_id uuid not null,
  kind text not null,
  happened_on date not null,
  data jsonb not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  constraint organisation_event_pkey primary key (jurisdiction_id, id),
  constraint organisation_event_of foreign key (jurisdiction_id, organisation_id) references organisation (jurisdiction_id, id)
);
create index organisation_event_of_organisation on organisation_event (jurisdiction_id, organisation_id, happened_on);
comment on table organisation_event is 'jurisdiction: founded, renamed, moved, merged, absorbed, split, dissolved: what happened to an organisation. Append-only.';
grant select, insert on organisation_event to luoshi_app;

create table tree_version (
  jurisdiction_id text not null references jurisdiction (id),
  id uuid not null,
  as_of date not null,
  made_at timestamptz not null,
  nodes int not null,
  constraint tree_version_pkey primary key (jurisdiction_id, id),
  constraint tree_version_day unique (jurisdiction_id, as_of, id)
);
comment on table tree_version is 'jurisdiction: a numbered picture of the tree on a day, taken when figures are published or a period closes.';
grant select, insert on tree_version to luoshi_app;

create table tree_node (
  jurisdiction_id text not null,
  tree_version_id uuid not null,
  organisation_id uuid not null,
  parent_id uuid,
  l int not null,
  r int not null,
  level int not null,
  constraint tree_node_pkey primary key (jurisdiction_id, tree_version_id, organisation_id),
  constraint tree_node_version foreign key (jurisdiction_id, tree_version_id) references tree_version (jurisdiction_id, id),
  constraint tree_node_organisation foreign key (jurisdiction_id, organisation_id) references organisation (jurisdiction_id, id),
  constraint tree_node_interval check (l <= r)
);
create index tree_node_pre_order on tree_node (jurisdiction_id, tree_version_id, l);
comment on table tree_node is 'jurisdiction: pre-order intervals of one tree version: descendants of a node are the rows with l between its l and r.';
grant select, insert on tree_node to luoshi_app;
