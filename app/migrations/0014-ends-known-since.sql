-- An end that is recorded later must not change how an earlier day is read: nobody knew of it then.
alter table posting add column end_known_on date;
alter table tenure add column end_known_on date;
comment on column posting.end_known_on is 'The civil day on which valid_to was recorded; null when it was known from the beginning.';
comment on column tenure.end_known_on is 'The civil day on which valid_to was recorded; null when it was known from the beginning.';
