-- How four duties of posted cadres stand, worked out by hand from the rules as they are written down.

-- Whether a day lies in leave that was approved by the as-of day.
create function hand.on_leave(jurisdiction text, as_of date, posting uuid, day date) returns boolean stable language sql as $$
  select exists (
    select from entry e
    join entry_confirmation c on c.jurisdiction_id = e.jurisdiction_id and c.entry_id = e.id
      and c.outcome = 'confirmed' and c.recorded_on <= as_of
    where e.jurisdiction_id = jurisdiction and e.subject_id = posting and e.form = 'leave' and e.recorded_on <= as_of
      and not exists (select from entry_supersession s
        where s.jurisdiction_id = e.jurisdiction_id and s.entry_id = e.id and s.recorded_on <= as_of)
      and day between hand.text(e.data, 'first_day')::date and hand.text(e.data, 'last_day')::date) $$;

-- Two days a week; in part of a week in proportion to its working days; holidays and then leave lessen it in proportion to
-- the weekdays that are left. Each step is rounded down to half days.
create function hand.office_days(
  jurisdiction text, as_of date, posting uuid, first_day date, last_day date, from_day date, to_day date)
  returns numeric stable language sql as $$
  with whole as (
    select count(*) filter (where working) as all_days,
      count(*) filter (where working and day between from_day and to_day) as bound_days
    from hand.day where day between first_day and last_day),
  bound as (
    select day, holiday, working or extract(isodow from day) < 6 as counts,
      hand.on_leave(jurisdiction, as_of, posting, day) as away
    from hand.day where day between from_day and to_day),
  -- A span without a single weekday is counted in calendar days.
  counted as (select * from bound where counts or not exists (select from bound b where b.counts)),
  days as (
    select count(*)::numeric as all_days, count(*) filter (where not holiday)::numeric as open_days,
      count(*) filter (where not holiday and not away)::numeric as left_days from counted),
  part as (
    select case when (first_day, last_day) = (from_day, to_day) or all_days = 0 then 2
      else floor(2 * 2 * bound_days::numeric / all_days) / 2 end as need from whole),
  holidays as (
    select case when open_days = 0 then 0 when open_days = all_days then need
      else floor(2 * need * open_days / all_days) / 2 end as need from part, days)
  select case when open_days = 0 or left_days = 0 then 0 when left_days = open_days then need
    else floor(2 * need * left_days / open_days) / 2 end from holidays, days $$;

-- What is owed: one row for each posting and period that had begun by the as-of day. `need` is null when the period is not
-- asked for. `catch_up_by` is the last day of catching up.
create function hand.owed(duty text, jurisdiction text, as_of date) returns table (
  posting uuid, place uuid, first_day date, last_day date, life_from date, life_to date,
  due date, soon date, catch_up_by date, need numeric) stable language sql as $$
  with bound as (
    select p.id, p.kind, p.organisation_id as place, p.valid_from as life_from,
      case when p.end_known_on > as_of or p.valid_to is null then date '9999-12-31' else p.valid_to end as life_to
    from posting p where p.jurisdiction_id = jurisdiction and p.valid_from <= as_of
      and (p.kind = 'first-secretary' or p.kind = 'resident-team' and duty = 'monthly-activity')),
  period as (
    select b.*, s.first_day, s.last_day from bound b, lateral (
      select d::date as first_day, d::date + 6 as last_day
        from generate_series(date '2025-12-29', as_of, '7 days') d where duty = 'weekly-joint-office'
      union all
      select d::date, (d + interval '1 month')::date - 1
        from generate_series(date '2026-01-01', as_of, '1 month') d where duty = 'monthly-activity'
      union all
      select d::date, (d + interval '3 months')::date - 1
        from generate_series(date '2026-01-01', as_of, '3 months') d where duty = 'unit-support'
      union all
      -- In post by 10 June 2026, whoever was sent by then.
      select b.life_from, date '2026-06-10' where duty = 'in-post' and b.life_from <= date '2026-06-10') s
    -- The rules hold from 1 January 2026; a period needs a day on which both the posting and the rule exist.
    where greatest(s.first_day, b.life_from, date '2026-01-01') <= least(s.last_day, b.life_to)),
  dated as (
    select p.*, greatest(first_day, life_from, date '2026-01-01') as from_day, least(last_day, life_to) as to_day,
      case when duty = 'weekly-joint-office' then hand.working_day_after(last_day, 3)
        else hand.working_day_after(last_day, 5) end as due
    from period p)
  select d.id, d.place, d.first_day, d.last_day, d.life_from, d.life_to, d.due,
    d.due - case duty when 'weekly-joint-office' then 5 when 'unit-support' then 20 else 10 end,
    d.due + case duty when 'weekly-joint-office' then 14 when 'monthly-activity' then 15 when 'unit-support' then 30 else 60 end,
    case duty
      when 'in-post' then 1
      when 'unit-support' then case when d.from_day = d.first_day and d.to_day = d.last_day then 1 end
      when 'monthly-activity' then case
        when d.from_day > d.first_day or d.to_day < d.last_day then null
        -- Leave lifts the month only when no working day is left.
        when exists (select from hand.day w where w.day between d.first_day and d.last_day and w.working
          and not hand.on_leave(jurisdiction, as_of, d.id, w.day)) then 1 else 0 end
      else hand.office_days(jurisdiction, as_of, d.id, d.first_day, d.last_day, d.from_day, d.to_day)
    end
  from dated d $$;

-- What was done: entries of the duty's forms that stood on the as-of day and were confirmed by then.
create function hand.done(duty text, jurisdiction text, as_of date) returns table (
  posting uuid, done_on date, recorded_on date, form text, recorded_at timestamptz, id uuid, worth numeric)
  stable language sql as $$
  select e.subject_id, e.happened_on, e.recorded_on, e.form, e.recorded_at, e.id,
    case when duty = 'weekly-joint-office' and hand.text(e.data, 'part') = 'half_day' then 0.5 else 1 end
  from entry e
  join entry_confirmation c on c.jurisdiction_id = e.jurisdiction_id and c.entry_id = e.id
    and c.outcome = 'confirmed' and c.recorded_on <= as_of
  where e.jurisdiction_id = jurisdiction and e.recorded_on <= as_of
    and not exists (select from entry_supersession s
      where s.jurisdiction_id = e.jurisdiction_id and s.entry_id = e.id and s.recorded_on <= as_of)
    and case duty
      when 'weekly-joint-office' then e.form = 'village-day' and hand.list(e.data, 'with_whom') ? 'village_cadres'
        and hand.text(e.data, 'part') is not null
      when 'monthly-activity' then e.form = 'study-activity'
      when 'unit-support' then e.form in ('unit-support', 'head-visit')
      when 'in-post' then e.form = 'arrival'
    end $$;

-- One period of one posting, and one act, while its lights are worked out.
create type hand.period as (place uuid, first_day date, last_day date, from_day date, to_day date,
  due date, soon date, catch_up_by date, need numeric);
create type hand.act as (done_on date, recorded_on date, worth numeric);

-- The light of every period. In time is what was recorded by the due day. Late is what was recorded afterwards within the
-- time to catch up, and what later periods have to spare: the oldest shortfall first, each entry once and whole.
create function hand.lights(duty text, jurisdiction text, as_of date) returns table (
  posting uuid, place uuid, first_day date, last_day date, light text) stable language plpgsql as $$
declare
  someone uuid;
  ones hand.period[]; acts hand.act[];
  timely numeric[]; total numeric[];
  period_of int[]; counts numeric[]; spare boolean[];
  rest_timely numeric; rest_total numeric; gained numeric; in_time boolean; can_go boolean;
begin
  for someone in select distinct o.posting from hand.owed(duty, jurisdiction, as_of) o loop
    ones := array(select row(o.place, o.first_day, o.last_day, greatest(o.first_day, o.life_from),
        least(o.last_day, o.life_to), o.due, o.soon, o.catch_up_by, o.need)::hand.period
      from hand.owed(duty, jurisdiction, as_of) o where o.posting = someone order by o.first_day);
    acts := array(select row(d.done_on, d.recorded_on, d.worth)::hand.act from hand.done(duty, jurisdiction, as_of) d
      where d.posting = someone
      order by d.done_on, d.recorded_on, d.form = 'head-visit', d.recorded_at, d.id);
    timely := array_fill(0::numeric, array[cardinality(ones)]); total := timely;
    period_of := array_fill(null::int, array[cardinality(acts)]); spare := array_fill(false, array[cardinality(acts)]);
    counts := array_fill(0::numeric, array[cardinality(acts)]);

    -- What each period has of its own, first what was recorded in time. One day counts once at most.
    for p in 1 .. cardinality(ones) loop
      foreach in_time in array array[true, false] loop
        for a in 1 .. cardinality(acts) loop
          continue when acts[a].done_on not between ones[p].from_day and ones[p].to_day
            or in_time <> (acts[a].recorded_on <= ones[p].due) or acts[a].recorded_on > ones[p].catch_up_by;
          gained := acts[a].worth;
          if duty = 'weekly-joint-office' then
            gained := least(gained, 1 - coalesce((select sum(counts[o]) from generate_subscripts(acts, 1) o
              where period_of[o] = p and acts[o].done_on = acts[a].done_on), 0));
          end if;
          period_of[a] := p; counts[a] := gained; total[p] := total[p] + gained;
          if in_time then timely[p] := timely[p] + gained; end if;
        end loop;
      end loop;
    end loop;

    -- What a period can do without, oldest first: what was met stays met, what was caught up stays caught up.
    for p in 1 .. cardinality(ones) loop
      rest_timely := timely[p]; rest_total := total[p];
      for a in 1 .. cardinality(acts) loop
        continue when period_of[a] is distinct from p or counts[a] = 0;
        in_time := acts[a].recorded_on <= ones[p].due;
        can_go := rest_total - counts[a] >= coalesce(ones[p].need, 0) and (not in_time
          or timely[p] < coalesce(ones[p].need, 0) or rest_timely - counts[a] >= coalesce(ones[p].need, 0));
        continue when not can_go;
        spare[a] := true; rest_total := rest_total - counts[a];
        if in_time then rest_timely := rest_timely - counts[a]; end if;
      end loop;
    end loop;

    -- Catching up, the oldest shortfall first.
    for p in 1 .. cardinality(ones) loop
      continue when ones[p].need is null;
      for a in 1 .. cardinality(acts) loop
        exit when total[p] >= ones[p].need;
        continue when acts[a].done_on <= ones[p].last_day or acts[a].done_on > ones[p].catch_up_by
          or acts[a].recorded_on > ones[p].catch_up_by or (period_of[a] is not null and not spare[a]);
        gained := case when period_of[a] is null then acts[a].worth else counts[a] end;
        if duty = 'weekly-joint-office' then
          gained := least(gained, 1 - coalesce((select sum(counts[o]) from generate_subscripts(acts, 1) o
            where period_of[o] = p and acts[o].done_on = acts[a].done_on), 0));
        end if;
        period_of[a] := p; counts[a] := gained; spare[a] := false; total[p] := total[p] + gained;
      end loop;
    end loop;

    for p in 1 .. cardinality(ones) loop
      posting := someone; place := ones[p].place; first_day := ones[p].first_day; last_day := ones[p].last_day;
      light := case when ones[p].need is null then 'not-applicable' when ones[p].need = 0 then 'excused'
        when timely[p] >= ones[p].need then 'met' when total[p] >= ones[p].need then 'late'
        when as_of > ones[p].due then 'overdue' when as_of >= ones[p].soon then 'due-soon' else 'open' end;
      return next;
    end loop;
  end loop;
end $$;
