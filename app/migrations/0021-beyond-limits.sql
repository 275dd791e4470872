alter table rollup add column beyond int not null default 0;
comment on column rollup.beyond is 'standings with more done than a limit allows; they are not among the overdue ones';

-- Everything is judged anew on the next round, so that what went beyond a limit is told apart from what is overdue.
update evaluation set as_of = '0001-01-01';
