-- What the queries of this folder say alike: who lives when, what stands below what, which entries count.
-- Written from the meaning of the tables, apart from the engine.
create schema hand;
grant usage on schema hand to public;

-- Official working days, from the notices of the State Council; a year without a notice is Monday to Friday.
create table hand.day (day date primary key, holiday boolean not null, working boolean not null);
grant select on hand.day to public;
insert into hand.day
select day::date, holiday, not holiday and (extract(isodow from day) < 6 or made_up)
from generate_series(date '2024-12-30', date '2028-01-02', '1 day') day,
  lateral (select
    coalesce(bool_or(day between first and last), false) as holiday
    from (values
      (date '2025-01-01', date '2025-01-01'), ('2025-01-28', '2025-02-04'), ('2025-04-04', '2025-04-06'),
      ('2025-05-01', '2025-05-05'), ('2025-05-31', '2025-06-02'), ('2025-10-01', '2025-10-08'),
      ('2026-01-01', '2026-01-03'), ('2026-02-15', '2026-02-23'), ('2026-04-04', '2026-04-06'),
      ('2026-05-01', '2026-05-05'), ('2026-06-19', '2026-06-21'), ('2026-09-25', '2026-09-27'),
      ('2026-10-01', '2026-10-07')) notice (first, last)) off,
  lateral (select day::date in (
      '2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11',
      '2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10') as made_up) worked;

-- The n-th working day after a day.
create function hand.working_day_after(date, int) returns date stable language sql as $$
  select day from hand.day where day > $1 and day < $1 + 60 and working order by day offset $2 - 1 limit 1 $$;

create function hand.state(unknown boolean) returns text immutable language sql as $$
  select case when $1 then 'not-known' else 'known' end $$;

-- jurisdiction, first and last day of the period, as-of day. Whoever was founded later is not there yet.
create function hand.organisations(text, date, date, date)
  returns table (id uuid, kind text, attributes jsonb, lives boolean) stable language sql as $$
  select o.id, o.kind, o.attributes, o.founded_on <= $3 and coalesce(o.dissolved_on, 'infinity') >= $2
  from organisation o where o.jurisdiction_id = $1 and o.founded_on <= $4 $$;

create function hand.villages(text, date, date, date) returns table (id uuid, attributes jsonb) stable language sql as $$
  select o.id, o.attributes from hand.organisations($1, $2, $3, $4) o
  where o.lives and o.kind in ('village', 'community') $$;

-- jurisdiction, as-of day: every organisation with all below it and itself. One that was dissolved keeps its last place.
create function hand.tree(text, date) returns table (above uuid, below uuid) stable language sql as $$
  with recursive place as (
    select distinct on (e.child_id) e.child_id, e.parent_id from organisation_edge e
    where e.jurisdiction_id = $1 and e.valid_from <= $2 order by e.child_id, e.valid_from desc),
  line as (
    select o.id as above, o.id as below from organisation o where o.jurisdiction_id = $1 and o.founded_on <= $2
    union all
    select place.parent_id, line.below from line join place on place.child_id = line.above
    where place.parent_id is not null)
  select line.above, line.below from line $$;

-- jurisdiction, first and last day, as-of day, form, village: entries that happened in these days, were recorded by the
-- as-of day and then had neither been rejected nor corrected nor withdrawn.
create function hand.during(text, date, date, date, text, uuid)
  returns table (id uuid, happened_on date, recorded_at timestamptz, data jsonb, confirmed boolean) stable language sql as $$
  select e.id, e.happened_on, e.recorded_at, e.data, c.outcome is not null
  from entry e
  left join entry_confirmation c on c.jurisdiction_id = e.jurisdiction_id and c.entry_id = e.id and c.recorded_on <= $4
  where e.jurisdiction_id = $1 and e.organisation_id = $6 and e.form = $5
    and e.happened_on between $2 and $3 and e.recorded_on <= $4
    and (c.outcome is null or c.outcome = 'confirmed')
    and not exists (select from entry_supersession s
      where s.jurisdiction_id = e.jurisdiction_id and s.entry_id = e.id and s.recorded_on <= $4) $$;

-- jurisdiction, as-of day, form, village: all entries so far.
create function hand.so_far(text, date, text, uuid)
  returns table (id uuid, happened_on date, recorded_at timestamptz, data jsonb, confirmed boolean) stable language sql as $$
  select * from hand.during($1, '0001-01-01', $2, $2, $3, $4) $$;

-- The entry that describes the latest state; of two of one day the one recorded later.
create function hand.newest(text, date, text, uuid) returns table (id uuid, data jsonb) stable language sql as $$
  select id, data from hand.so_far($1, $2, $3, $4) order by happened_on desc, recorded_at desc, id desc limit 1 $$;

-- Answers of an entry; null when the question was left empty.
create function hand.text(jsonb, text) returns text immutable language sql as $$ select nullif($1 ->> $2, '') $$;
create function hand.number(jsonb, text) returns numeric immutable language sql as $$
  select nullif($1 ->> $2, '')::numeric $$;
create function hand.yes(jsonb, text) returns boolean immutable language sql as $$
  select nullif($1 ->> $2, '')::boolean $$;
create function hand.list(jsonb, text) returns jsonb immutable language sql as $$
  select case jsonb_typeof($1 -> $2) when 'array' then $1 -> $2 end $$;

-- jurisdiction, first and last day, as-of day, kind: postings that ran on a day of the period. An end that was recorded after
-- the as-of day was not known then.
create function hand.postings(text, date, date, date, text)
  returns table (id uuid, person_id uuid, organisation_id uuid, sending_organisation_id uuid, level text)
  stable language sql as $$
  select p.id, p.person_id, p.organisation_id, p.sending_organisation_id, p.level
  from posting p
  where p.jurisdiction_id = $1 and p.kind = $5 and p.valid_from <= least($3, $4)
    and (p.valid_to is null or p.valid_to >= $2 or p.end_known_on > $4) $$;
