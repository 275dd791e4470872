-- What was done: works, aid, deeds, problems.

-- measure: road-length
-- period: quarter
-- above: sum
select v.id as unit, o.* from hand.villages($1, $2, $3, $4) v, lateral (
  select hand.state(bool_or(ours is null or ours and length is null)) as state,
    coalesce(sum(length) filter (where ours), 0) as value
  from (select hand.text(data, 'kind') = 'road' and confirmed as ours, hand.number(data, 'road_length') as length
    from hand.during($1, $2, $3, $4, 'outcome', v.id)) held) o

-- measure: wells
-- period: quarter
-- above: sum
select v.id as unit, o.* from hand.villages($1, $2, $3, $4) v, lateral (
  select hand.state(bool_or(ours is null or ours and wells is null)) as state,
    coalesce(sum(wells) filter (where ours), 0) as value
  from (select hand.text(data, 'kind') = 'well' and confirmed as ours, hand.number(data, 'wells') as wells
    from hand.during($1, $2, $3, $4, 'outcome', v.id)) held) o

-- measure: bridges
-- period: quarter
-- above: sum
select v.id as unit, o.* from hand.villages($1, $2, $3, $4) v, lateral (
  select hand.state(bool_or(ours is null or ours and bridges is null)) as state,
    coalesce(sum(bridges) filter (where ours), 0) as value
  from (select hand.text(data, 'kind') = 'bridge' and confirmed as ours, hand.number(data, 'bridges') as bridges
    from hand.during($1, $2, $3, $4, 'outcome', v.id)) held) o

-- measure: person-visits
-- period: quarter
-- above: sum
select v.id as unit, p.* from hand.villages($1, $2, $3, $4) v, lateral (
  select hand.state(bool_or(visitors is null)) as state, coalesce(sum(visitors), 0) as value
  from (select hand.number(data, 'visitors') as visitors
    from hand.during($1, $2, $3, $4, 'visit', v.id)) held) p

-- measure: visits-per-working-day
-- period: quarter
-- above: nothing
select v.id as unit,
  case when days.working = 0 and not coalesce(p.unknown, false) then 'not-applicable' else hand.state(p.unknown) end as state,
  round(p.visitors / nullif(days.working, 0), 2) as value
from hand.villages($1, $2, $3, $4) v,
  (select count(*) filter (where working) as working from hand.day where day between $2 and $3) days,
  lateral (
    select bool_or(visitors is null) as unknown, coalesce(sum(visitors), 0) as visitors
    from (select hand.number(data, 'visitors') as visitors
      from hand.during($1, $2, $3, $4, 'visit', v.id)) held) p

-- measure: aid-money
-- period: quarter
-- above: sum
select v.id as unit, a.* from hand.villages($1, $2, $3, $4) v, lateral (
  select hand.state(bool_or(ours is null or ours and yuan is null)) as state,
    coalesce(sum(yuan) filter (where ours), 0) as value
  from (select hand.text(data, 'kind') in ('cash', 'goods') as ours, hand.number(data, 'money_value') as yuan
    from hand.during($1, $2, $3, $4, 'aid', v.id)) held) a

-- measure: aid-in-kind-value
-- period: quarter
-- above: sum
select v.id as unit, a.* from hand.villages($1, $2, $3, $4) v, lateral (
  select hand.state(bool_or(ours is null or ours and yuan is null)) as state,
    coalesce(sum(yuan) filter (where ours), 0) as value
  from (select hand.text(data, 'kind') in ('fertiliser', 'harvest') as ours, hand.number(data, 'money_value') as yuan
    from hand.during($1, $2, $3, $4, 'aid', v.id)) held) a

-- measure: aid-value
-- period: quarter
-- above: sum
-- Every kind there is; one whose kind was left empty may be a kind that does not belong here.
select v.id as unit, a.* from hand.villages($1, $2, $3, $4) v, lateral (
  select hand.state(bool_or(kind is null or yuan is null)) as state, coalesce(sum(yuan), 0) as value
  from (select hand.text(data, 'kind') as kind, hand.number(data, 'money_value') as yuan
    from hand.during($1, $2, $3, $4, 'aid', v.id)) held) a

-- measure: aid-fertiliser
-- period: quarter
-- above: sum
select v.id as unit, a.* from hand.villages($1, $2, $3, $4) v, lateral (
  select hand.state(bool_or(ours is null or ours and tonnes is null)) as state,
    coalesce(sum(tonnes) filter (where ours), 0) as value
  from (select hand.text(data, 'kind') = 'fertiliser' as ours, hand.number(data, 'fertiliser_weight') as tonnes
    from hand.during($1, $2, $3, $4, 'aid', v.id)) held) a

-- measure: aid-harvest
-- period: quarter
-- above: sum
select v.id as unit, a.* from hand.villages($1, $2, $3, $4) v, lateral (
  select hand.state(bool_or(ours is null or ours and mu is null)) as state,
    coalesce(sum(mu) filter (where ours), 0) as value
  from (select hand.text(data, 'kind') = 'harvest' as ours, hand.number(data, 'area_harvested') as mu
    from hand.during($1, $2, $3, $4, 'aid', v.id)) held) a

-- measure: aid-over-60
-- period: quarter
-- above: sum
select v.id as unit, a.* from hand.villages($1, $2, $3, $4) v, lateral (
  select hand.state(bool_or(ours is null or ours and households is null)) as state,
    coalesce(sum(households) filter (where ours), 0) as value
  from (select hand.text(data, 'recipients') = 'over_60' as ours, hand.number(data, 'recipient_count') as households
    from hand.during($1, $2, $3, $4, 'aid', v.id)) held) a

-- measure: largest-aid
-- period: quarter
-- above: nothing
select v.id as unit, a.* from hand.villages($1, $2, $3, $4) v, lateral (
  select hand.state(count(*) = 0 or bool_or(yuan is null)) as state, max(yuan) as value
  from (select hand.number(data, 'money_value') as yuan from hand.during($1, $2, $3, $4, 'aid', v.id)) held) a

-- measure: deeds
-- period: quarter
-- above: sum
select v.id as unit, 'known' as state, (select count(*) from hand.during($1, $2, $3, $4, 'deed', v.id)) as value
from hand.villages($1, $2, $3, $4) v

-- measure: deeds-confirmed
-- period: quarter
-- above: sum
select v.id as unit, 'known' as state,
  (select count(*) from hand.during($1, $2, $3, $4, 'deed', v.id) where confirmed) as value
from hand.villages($1, $2, $3, $4) v

-- measure: deeds-confirmed-share
-- period: quarter
-- above: ratio of deeds-confirmed to deeds

-- measure: deeds-distinct
-- period: quarter
-- above: sum
select v.id as unit, d.* from hand.villages($1, $2, $3, $4) v, lateral (
  select hand.state(bool_or(what is null)) as state, count(distinct what) as value
  from (select hand.text(data, 'what') as what from hand.during($1, $2, $3, $4, 'deed', v.id)) held) d

-- measure: hard-deeds-share
-- period: quarter
-- above: nothing
select v.id as unit, d.* from hand.villages($1, $2, $3, $4) v, lateral (
  select case when count(*) = 0 then 'not-applicable' else hand.state(bool_or(size is null)) end as state,
    round(count(*) filter (where size = 'hard'), 60) / nullif(count(*), 0) as value
  from (select hand.text(data, 'size') as size from hand.during($1, $2, $3, $4, 'deed', v.id)) held) d

-- measure: gains-residents
-- period: quarter
-- above: sum
select v.id as unit, d.* from hand.villages($1, $2, $3, $4) v, lateral (
  select hand.state(bool_or(gained is null)) as state, count(*) filter (where gained ? 'residents') as value
  from (select hand.list(data, 'beneficiaries') as gained
    from hand.during($1, $2, $3, $4, 'deed', v.id) where confirmed) held) d

-- measure: gains-village-organisation
-- period: quarter
-- above: sum
select v.id as unit, d.* from hand.villages($1, $2, $3, $4) v, lateral (
  select hand.state(bool_or(gained is null)) as state, count(*) filter (where gained ? 'village_organisation') as value
  from (select hand.list(data, 'beneficiaries') as gained
    from hand.during($1, $2, $3, $4, 'deed', v.id) where confirmed) held) d

-- measure: gains-sending-unit
-- period: quarter
-- above: sum
select v.id as unit, d.* from hand.villages($1, $2, $3, $4) v, lateral (
  select hand.state(bool_or(gained is null)) as state, count(*) filter (where gained ? 'sending_unit') as value
  from (select hand.list(data, 'beneficiaries') as gained
    from hand.during($1, $2, $3, $4, 'deed', v.id) where confirmed) held) d

-- measure: gains-cadre
-- period: quarter
-- above: sum
select v.id as unit, d.* from hand.villages($1, $2, $3, $4) v, lateral (
  select hand.state(bool_or(gained is null)) as state, count(*) filter (where gained ? 'cadre') as value
  from (select hand.list(data, 'beneficiaries') as gained
    from hand.during($1, $2, $3, $4, 'deed', v.id) where confirmed) held) d

-- measure: problems-raised
-- period: quarter
-- above: sum
select v.id as unit, p.* from hand.villages($1, $2, $3, $4) v, lateral (
  select hand.state(bool_or(number is null)) as state, count(distinct number) as value
  from (select hand.text(data, 'number') as number
    from hand.during($1, $2, $3, $4, 'problem-raised', v.id)) held) p

-- measure: problems-solved
-- period: quarter
-- above: sum
select v.id as unit, p.* from hand.villages($1, $2, $3, $4) v, lateral (
  select hand.state(bool_or(agreed is null or agreed and number is null)) as state,
    count(distinct number) filter (where agreed) as value
  from (select hand.yes(data, 'confirmed_by_raiser') as agreed, hand.text(data, 'number_solved') as number
    from hand.during($1, $2, $3, $4, 'problem-solved', v.id)) held) p

-- measure: problems-open
-- period: to-date
-- above: sum
-- Numbers of problems raised that no entry agreed to by the one who raised it calls solved. Where none was raised none is open,
-- whatever is not known of those solved.
select v.id as unit, hand.state(raised.unknown or raised.numbers is not null and solved.unknown) as state,
  (select count(*) from unnest(raised.numbers) number where number <> all (coalesce(solved.numbers, '{}'))) as value
from hand.villages($1, $2, $3, $4) v,
  lateral (
    select bool_or(number is null) as unknown, array_agg(distinct number) filter (where number is not null) as numbers
    from (select hand.text(data, 'number') as number from hand.so_far($1, $4, 'problem-raised', v.id)) held) raised,
  lateral (
    select bool_or(agreed is null or agreed and number is null) as unknown,
      coalesce(array_agg(number) filter (where agreed and number is not null), '{}') as numbers
    from (select hand.yes(data, 'confirmed_by_raiser') as agreed, hand.text(data, 'number_solved') as number
      from hand.so_far($1, $4, 'problem-solved', v.id)) held) solved

-- measure: problems-solved-share
-- period: quarter
-- above: ratio of problems-solved to problems-raised

-- measure: days-to-solve
-- period: quarter
-- above: nothing
select v.id as unit, p.* from hand.villages($1, $2, $3, $4) v, lateral (
  select hand.state(coalesce(bool_or(agreed is null or agreed and days is null), false) or count(*) filter (where agreed) = 0) as state,
    round(sum(days) filter (where agreed), 60) / nullif(count(*) filter (where agreed), 0) as value
  from (select hand.yes(data, 'confirmed_by_raiser') as agreed, hand.number(data, 'days_taken') as days
    from hand.during($1, $2, $3, $4, 'problem-solved', v.id)) held) p
