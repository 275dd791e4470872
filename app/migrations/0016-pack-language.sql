-- Packs kept before this are read from the first language on; a step finds nothing to change in one that is written as later.
alter table pack_version add column language int not null default 1;
comment on column pack_version.language is 'The pack language in which the files are written; they are kept as written and brought to the present one when they are read.';
