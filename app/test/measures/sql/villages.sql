-- The state of the villages: baseline, five haves, infrastructure, premises, surveys.

-- measure: five-haves
-- period: to-date
-- above: share
select v.id as unit, hand.state(haves is null) as state, haves as value,
  case when $3 >= date '2026-01-01' then haves >= 5 end as meets
from hand.villages($1, $2, $3, $4) v
left join hand.newest($1, $4, 'five-haves-check', v.id) n on true,
  lateral (select hand.yes(data, 'good_leader')::int + hand.yes(data, 'collective_income')::int
    + hand.yes(data, 'premises')::int + hand.yes(data, 'working_rules')::int
    + hand.yes(data, 'satisfying_service')::int as haves) five

-- measure: baseline-filled
-- period: to-date
-- above: share
select v.id as unit, hand.state(n.id is null) as state, filled as value, filled = 9 as meets
from hand.villages($1, $2, $3, $4) v
left join hand.newest($1, $4, 'village-profile', v.id) n on true,
  lateral (select count(hand.text(data, field)) as filled from unnest(array['households', 'population', 'members',
    'no_post_members', 'members_senior_school', 'members_leading_income', 'collective_income', 'arable_land',
    'hardened_road']) field) counted

-- measure: baseline-completeness
-- period: to-date
-- above: nothing
select v.id as unit, hand.state(n.id is null) as state, round(filled * 100.0 / 9, 1) as value
from hand.villages($1, $2, $3, $4) v
left join hand.newest($1, $4, 'village-profile', v.id) n on true,
  lateral (select count(hand.text(data, field)) as filled from unnest(array['households', 'population', 'members',
    'no_post_members', 'members_senior_school', 'members_leading_income', 'collective_income', 'arable_land',
    'hardened_road']) field) counted

-- measure: households
-- period: to-date
-- above: sum
select v.id as unit, hand.state(hand.number(data, 'households') is null) as state, hand.number(data, 'households') as value
from hand.villages($1, $2, $3, $4) v left join hand.newest($1, $4, 'village-profile', v.id) n on true

-- measure: households-visited
-- period: to-date
-- above: sum
select v.id as unit, s.* from hand.villages($1, $2, $3, $4) v, lateral (
  select hand.state(bool_or(visited is null)) as state, coalesce(sum(visited), 0) as value
  from (select hand.number(data, 'households_visited') as visited
    from hand.so_far($1, $4, 'village-survey', v.id)) held) s

-- measure: survey-coverage
-- period: to-date
-- above: ratio of households-visited to households

-- measure: needs
-- period: quarter
-- above: sum
select v.id as unit, s.* from hand.villages($1, $2, $3, $4) v, lateral (
  select hand.state(bool_or(needs is null)) as state, coalesce(sum(needs), 0) as value
  from (select hand.number(data, 'needs_infrastructure') + hand.number(data, 'needs_income')
      + hand.number(data, 'needs_services') as needs
    from hand.during($1, $2, $3, $4, 'village-survey', v.id)) held) s

-- measure: gap-road
-- period: to-date
-- above: sum
select v.id as unit, hand.state(n.id is null) as state,
  coalesce(hand.list(data, 'lacking') ? 'road', false)::int as value
from hand.villages($1, $2, $3, $4) v left join hand.newest($1, $4, 'infrastructure-gap', v.id) n on true

-- measure: gap-water
-- period: to-date
-- above: sum
select v.id as unit, hand.state(n.id is null) as state,
  coalesce(hand.list(data, 'lacking') ? 'water', false)::int as value
from hand.villages($1, $2, $3, $4) v left join hand.newest($1, $4, 'infrastructure-gap', v.id) n on true

-- measure: gap-power
-- period: to-date
-- above: sum
select v.id as unit, hand.state(n.id is null) as state,
  coalesce(hand.list(data, 'lacking') ? 'power', false)::int as value
from hand.villages($1, $2, $3, $4) v left join hand.newest($1, $4, 'infrastructure-gap', v.id) n on true

-- measure: gap-gas
-- period: to-date
-- above: sum
select v.id as unit, hand.state(n.id is null) as state,
  coalesce(hand.list(data, 'lacking') ? 'gas', false)::int as value
from hand.villages($1, $2, $3, $4) v left join hand.newest($1, $4, 'infrastructure-gap', v.id) n on true

-- measure: gap-heating
-- period: to-date
-- above: sum
select v.id as unit, hand.state(n.id is null) as state,
  coalesce(hand.list(data, 'lacking') ? 'heating', false)::int as value
from hand.villages($1, $2, $3, $4) v left join hand.newest($1, $4, 'infrastructure-gap', v.id) n on true

-- measure: gap-telecom
-- period: to-date
-- above: sum
select v.id as unit, hand.state(n.id is null) as state,
  coalesce(hand.list(data, 'lacking') ? 'telecom', false)::int as value
from hand.villages($1, $2, $3, $4) v left join hand.newest($1, $4, 'infrastructure-gap', v.id) n on true

-- measure: gap-sewage
-- period: to-date
-- above: sum
select v.id as unit, hand.state(n.id is null) as state,
  coalesce(hand.list(data, 'lacking') ? 'sewage', false)::int as value
from hand.villages($1, $2, $3, $4) v left join hand.newest($1, $4, 'infrastructure-gap', v.id) n on true

-- measure: gap-refuse
-- period: to-date
-- above: sum
select v.id as unit, hand.state(n.id is null) as state,
  coalesce(hand.list(data, 'lacking') ? 'refuse', false)::int as value
from hand.villages($1, $2, $3, $4) v left join hand.newest($1, $4, 'infrastructure-gap', v.id) n on true

-- measure: gap-kinds
-- period: to-date
-- above: share
select v.id as unit, hand.state(n.id is null) as state, lacking as value, lacking <= 0 as meets
from hand.villages($1, $2, $3, $4) v left join hand.newest($1, $4, 'infrastructure-gap', v.id) n on true,
  lateral (select coalesce(jsonb_array_length(hand.list(data, 'lacking')), 0) as lacking) counted

-- measure: premises-in-use
-- period: to-date
-- above: sum
-- A village of which nothing is recorded has no subsidised premises.
select v.id as unit, hand.state(n.id is not null and hand.text(data, 'state') is null) as state,
  coalesce(hand.text(data, 'state') = 'in_use', false)::int as value
from hand.villages($1, $2, $3, $4) v left join hand.newest($1, $4, 'premises-state', v.id) n on true

-- measure: premises-in-use-share
-- period: to-date
-- above: nothing
-- Of the 190 premises of the source.
select c.id as unit,
  case when count(v.id) = 0 then 'not-applicable'
    else hand.state($4 < date '2026-01-01' or bool_or(n.id is not null and hand.text(n.data, 'state') is null)) end as state,
  round(count(*) filter (where hand.text(n.data, 'state') = 'in_use'), 60) / 190 as value
from hand.organisations($1, $2, $3, $4) c
join hand.tree($1, $4) t on t.above = c.id
left join hand.villages($1, $2, $3, $4) v on v.id = t.below
left join hand.newest($1, $4, 'premises-state', v.id) n on true
where c.lives and c.kind = 'county'
group by c.id

-- measure: premises-defects
-- period: to-date
-- above: sum
select v.id as unit, hand.state(n.id is not null and hand.number(data, 'defects_open') is null) as state,
  coalesce(hand.number(data, 'defects_open'), 0) as value
from hand.villages($1, $2, $3, $4) v left join hand.newest($1, $4, 'premises-state', v.id) n on true

-- measure: premises-sound
-- period: to-date
-- above: nothing
select v.id as unit, hand.state(n.id is not null and hand.number(data, 'defects_open') is null) as state,
  (coalesce(hand.number(data, 'defects_open'), 0) = 0)::int as value
from hand.villages($1, $2, $3, $4) v left join hand.newest($1, $4, 'premises-state', v.id) n on true

-- measure: rectification-proposed
-- period: to-date
-- above: nothing
-- One of the three situations is enough, as the newest check found them.
select v.id as unit, hand.state(proposed is null) as state, proposed::int as value
from hand.villages($1, $2, $3, $4) v left join hand.newest($1, $4, 'rectification-check', v.id) n on true,
  lateral (select hand.yes(data, 'no_development_idea') or hand.yes(data, 'unsolved_public_problems')
    or hand.yes(data, 'no_income_rise') as proposed) three

-- measure: leading-group-roles
-- period: to-date
-- above: nothing
select o.id as unit, hand.state(roles is null) as state, roles as value
from hand.organisations($1, $2, $3, $4) o left join hand.newest($1, $4, 'leading-group', o.id) n on true,
  lateral (select hand.yes(data, 'head_leads')::int + hand.yes(data, 'deputy_named')::int
    + hand.yes(data, 'office_director_named')::int as roles) three
where o.lives and o.kind in ('county-department', 'township', 'subdistrict')
