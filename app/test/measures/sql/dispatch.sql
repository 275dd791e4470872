-- Who was sent where. Persons are counted once, however many postings in a row they hold in a village.

-- measure: first-secretaries
-- period: quarter
-- above: sum
select v.id as unit, 'known' as state, count(distinct p.person_id) as value
from hand.villages($1, $2, $3, $4) v
left join hand.postings($1, $2, $3, $4, 'first-secretary') p on p.organisation_id = v.id
group by v.id

-- measure: first-secretaries-province
-- period: quarter
-- above: sum
select v.id as unit, 'known' as state, count(distinct p.person_id) as value
from hand.villages($1, $2, $3, $4) v
left join hand.postings($1, $2, $3, $4, 'first-secretary') p on p.organisation_id = v.id and p.level = 'province'
group by v.id

-- measure: first-secretaries-city
-- period: quarter
-- above: sum
select v.id as unit, 'known' as state, count(distinct p.person_id) as value
from hand.villages($1, $2, $3, $4) v
left join hand.postings($1, $2, $3, $4, 'first-secretary') p on p.organisation_id = v.id and p.level = 'city'
group by v.id

-- measure: first-secretaries-county
-- period: quarter
-- above: sum
select v.id as unit, 'known' as state, count(distinct p.person_id) as value
from hand.villages($1, $2, $3, $4) v
left join hand.postings($1, $2, $3, $4, 'first-secretary') p on p.organisation_id = v.id and p.level = 'county'
group by v.id

-- measure: first-secretaries-township
-- period: quarter
-- above: sum
select v.id as unit, 'known' as state, count(distinct p.person_id) as value
from hand.villages($1, $2, $3, $4) v
left join hand.postings($1, $2, $3, $4, 'first-secretary') p on p.organisation_id = v.id and p.level = 'township'
group by v.id

-- measure: sending-units
-- period: quarter
-- above: nothing
select c.id as unit, 'known' as state, count(distinct p.sending_organisation_id) as value
from hand.organisations($1, $2, $3, $4) c
join hand.tree($1, $4) t on t.above = c.id
left join hand.postings($1, $2, $3, $4, 'first-secretary') p on p.organisation_id = t.below
where c.lives and c.kind = 'county'
group by c.id

-- measure: target-villages
-- period: quarter
-- above: sum
select v.id as unit, 'known' as state,
  case when (v.attributes ->> 'dispatch_target')::boolean then 1 else 0 end as value
from hand.villages($1, $2, $3, $4) v

-- measure: target-villages-covered
-- period: quarter
-- above: sum
select v.id as unit, 'known' as state,
  case when (v.attributes ->> 'dispatch_target')::boolean and exists (
    select from hand.postings($1, $2, $3, $4, 'first-secretary') p where p.organisation_id = v.id)
  then 1 else 0 end as value
from hand.villages($1, $2, $3, $4) v

-- measure: target-villages-covered-share
-- period: quarter
-- above: ratio of target-villages-covered to target-villages

-- measure: helpers
-- period: quarter
-- above: sum
select v.id as unit, 'known' as state, count(distinct p.person_id) as value
from hand.villages($1, $2, $3, $4) v
left join hand.postings($1, $2, $3, $4, 'village-helper') p on p.organisation_id = v.id
group by v.id

-- measure: helped-households
-- period: to-date
-- above: sum
select v.id as unit, h.* from hand.villages($1, $2, $3, $4) v, lateral (
  select hand.state(bool_or(households is null)) as state, coalesce(sum(households), 0) as value
  from (select hand.number(data, 'households') as households
    from hand.so_far($1, $4, 'helper-households', v.id)) held) h

-- measure: village-helper-coverage
-- period: quarter
-- above: share
select v.id as unit, 'known' as state, count(distinct p.person_id) as value,
  case when $3 >= date '2026-01-01' then count(distinct p.person_id) >= 1 end as meets
from hand.villages($1, $2, $3, $4) v
left join hand.postings($1, $2, $3, $4, 'village-helper') p on p.organisation_id = v.id
group by v.id

-- measure: contacts
-- period: to-date
-- above: sum
select v.id as unit, c.* from hand.villages($1, $2, $3, $4) v, lateral (
  select hand.state(bool_or(consent is null or consent and code is null)) as state,
    count(distinct code) filter (where consent) as value
  from (select hand.yes(data, 'consent') as consent, hand.text(data, 'code') as code
    from hand.so_far($1, $4, 'contact', v.id)) held) c
