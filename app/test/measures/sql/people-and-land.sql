-- Reserve, members, election, collective economy, land and disclosure.

-- measure: successors
-- period: to-date
-- above: share
select v.id as unit, hand.state(persons is null) as state, persons as value, persons = 0 as meets
from hand.villages($1, $2, $3, $4) v left join hand.newest($1, $4, 'reserve-review', v.id) n on true,
  lateral (select hand.number(data, 'successors') as persons) found

-- measure: applicants
-- period: to-date
-- above: share
select v.id as unit, hand.state(persons is null) as state, persons as value, persons = 0 as meets
from hand.villages($1, $2, $3, $4) v left join hand.newest($1, $4, 'member-pipeline', v.id) n on true,
  lateral (select hand.number(data, 'applicants') as persons) found

-- measure: election-steps
-- period: to-date
-- above: share
select v.id as unit, s.*, s.value >= 5 as meets from hand.villages($1, $2, $3, $4) v, lateral (
  select hand.state(bool_or(step is null)) as state, count(distinct step) as value
  from (select hand.text(data, 'step') as step from hand.so_far($1, $4, 'election-step', v.id)) held) s

-- measure: path-expected
-- period: to-date
-- above: sum
select v.id as unit, hand.state(hand.number(data, 'expected_income') is null) as state,
  hand.number(data, 'expected_income') as value
from hand.villages($1, $2, $3, $4) v left join hand.newest($1, $4, 'collective-path', v.id) n on true

-- measure: path-actual
-- period: to-date
-- above: sum
select v.id as unit, hand.state(hand.number(data, 'actual_income') is null) as state,
  hand.number(data, 'actual_income') as value
from hand.villages($1, $2, $3, $4) v left join hand.newest($1, $4, 'collective-path', v.id) n on true

-- measure: path-achieved
-- period: to-date
-- above: ratio of path-actual to path-expected

-- measure: parcels-surveyed
-- period: to-date
-- above: sum
select v.id as unit, l.* from hand.villages($1, $2, $3, $4) v, lateral (
  select hand.state(bool_or(number is null)) as state, count(distinct number) as value
  from (select hand.text(data, 'number') as number from hand.so_far($1, $4, 'land-parcel', v.id)) held) l

-- measure: parcels-total
-- period: to-date
-- above: sum
select v.id as unit, hand.state(hand.number(data, 'parcels_total') is null) as state,
  hand.number(data, 'parcels_total') as value
from hand.villages($1, $2, $3, $4) v left join hand.newest($1, $4, 'land-audit', v.id) n on true

-- measure: parcels-surveyed-share
-- period: to-date
-- above: ratio of parcels-surveyed to parcels-total

-- measure: arrears-due
-- period: to-date
-- above: sum
select v.id as unit, l.* from hand.villages($1, $2, $3, $4) v, lateral (
  select hand.state(bool_or(yuan is null)) as state, coalesce(sum(yuan), 0) as value
  from (select hand.number(data, 'arrears') as yuan from hand.so_far($1, $4, 'land-parcel', v.id)) held) l

-- measure: arrears-collected
-- period: to-date
-- above: sum
select v.id as unit, l.* from hand.villages($1, $2, $3, $4) v, lateral (
  select hand.state(bool_or(yuan is null)) as state, coalesce(sum(yuan), 0) as value
  from (select hand.number(data, 'collected') as yuan from hand.so_far($1, $4, 'land-parcel', v.id)) held) l

-- measure: arrears-collected-share
-- period: to-date
-- above: ratio of arrears-collected to arrears-due

-- measure: lowest-rent
-- period: to-date
-- above: nothing
select v.id as unit, l.* from hand.villages($1, $2, $3, $4) v, lateral (
  select hand.state(count(*) = 0 or bool_or(yuan is null)) as state, min(yuan) as value
  from (select hand.number(data, 'rent_per_mu') as yuan from hand.so_far($1, $4, 'land-parcel', v.id)) held) l

-- measure: parcels-begun
-- period: to-date
-- above: share
select v.id as unit, 'known' as state, parcels as value, parcels = 0 as meets
from hand.villages($1, $2, $3, $4) v,
  lateral (select count(*) as parcels from hand.so_far($1, $4, 'land-parcel', v.id)) l

-- measure: objections-answered
-- period: quarter
-- above: nothing
select v.id as unit, d.* from hand.villages($1, $2, $3, $4) v, lateral (
  select case when count(*) = 0 then 'not-applicable' when bool_or(not answered) then 'known'
      else hand.state(bool_or(answered is null)) end as state,
    (not coalesce(bool_or(not answered), false))::int as value
  from (select hand.number(data, 'objections_answered') >= hand.number(data, 'objections') as answered
    from hand.during($1, $2, $3, $4, 'finance-disclosure', v.id)) held) d

-- measure: line-by-line-share
-- period: year
-- above: nothing
select v.id as unit, d.* from hand.villages($1, $2, $3, $4) v, lateral (
  select case when count(*) = 0 then 'not-applicable' else hand.state(bool_or(by_line is null)) end as state,
    round(count(*) filter (where by_line), 60) / nullif(count(*), 0) as value
  from (select hand.yes(data, 'line_by_line') as by_line
    from hand.during($1, $2, $3, $4, 'finance-disclosure', v.id)) held) d

-- measure: no-post-members
-- period: to-date
-- above: sum
select v.id as unit, hand.state(hand.number(data, 'no_post_members') is null) as state,
  hand.number(data, 'no_post_members') as value
from hand.villages($1, $2, $3, $4) v left join hand.newest($1, $4, 'village-profile', v.id) n on true

-- measure: no-post-filed
-- period: to-date
-- above: sum
select v.id as unit, m.* from hand.villages($1, $2, $3, $4) v, lateral (
  select hand.state(bool_or(code is null)) as state, count(distinct code) as value
  from (select hand.text(data, 'code') as code from hand.so_far($1, $4, 'no-post-member', v.id)) held) m

-- measure: no-post-filed-share
-- period: to-date
-- above: ratio of no-post-filed to no-post-members

-- measure: no-post-met
-- period: to-date
-- above: sum
select v.id as unit, m.* from hand.villages($1, $2, $3, $4) v, lateral (
  select hand.state(bool_or(met is null or met and code is null)) as state,
    count(distinct code) filter (where met) as value
  from (select hand.yes(data, 'met_in_person') as met, hand.text(data, 'code') as code
    from hand.so_far($1, $4, 'no-post-member', v.id)) held) m

-- measure: no-post-met-share
-- period: to-date
-- above: ratio of no-post-met to no-post-members

-- measure: no-post-systems-alive
-- period: year
-- above: share
select v.id as unit, s.*, case when $3 >= date '2026-01-01' then s.value >= 5 end as meets
from hand.villages($1, $2, $3, $4) v, lateral (
  select hand.state(bool_or(part is null)) as state, count(distinct part) as value
  from (select hand.text(data, 'part') as part
    from hand.during($1, $2, $3, $4, 'no-post-action', v.id)) held) s

-- measure: duty-post-holders
-- period: to-date
-- above: sum
select v.id as unit, hand.state(hand.number(data, 'members_with_post') is null) as state,
  hand.number(data, 'members_with_post') as value
from hand.villages($1, $2, $3, $4) v left join hand.newest($1, $4, 'member-duty-post', v.id) n on true

-- measure: duty-post-share
-- period: to-date
-- above: ratio of duty-post-holders to no-post-members
