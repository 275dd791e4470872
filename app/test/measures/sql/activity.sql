-- Activities, joint office, support and exchange. Each query gives (unit, state, value) of the villages.

-- measure: activities
-- period: quarter
-- above: sum
select v.id as unit, 'known' as state,
  (select count(*) from hand.during($1, $2, $3, $4, 'study-activity', v.id) where confirmed) as value
from hand.villages($1, $2, $3, $4) v

-- measure: activity-kinds
-- period: quarter
-- above: nothing
select v.id as unit, a.* from hand.villages($1, $2, $3, $4) v, lateral (
  select hand.state(bool_or(kind is null)) as state, count(distinct kind) as value
  from (select hand.text(data, 'kind') as kind
    from hand.during($1, $2, $3, $4, 'study-activity', v.id) where confirmed) held) a

-- measure: activity-size
-- period: quarter
-- above: nothing
select v.id as unit, a.* from hand.villages($1, $2, $3, $4) v, lateral (
  select hand.state(count(*) = 0 or bool_or(persons is null)) as state,
    round(sum(persons), 60) / nullif(count(*), 0) as value
  from (select hand.number(data, 'participants') as persons
    from hand.during($1, $2, $3, $4, 'study-activity', v.id) where confirmed) held) a

-- measure: smallest-activity
-- period: quarter
-- above: nothing
select v.id as unit, a.* from hand.villages($1, $2, $3, $4) v, lateral (
  select hand.state(count(*) = 0 or bool_or(persons is null)) as state, min(persons) as value
  from (select hand.number(data, 'participants') as persons
    from hand.during($1, $2, $3, $4, 'study-activity', v.id) where confirmed) held) a

-- measure: office-weeks-owed
-- period: quarter
-- above: sum
select v.id as unit, 'known' as state, count(w.light) as value
from hand.villages($1, $2, $3, $4) v
left join hand.lights('weekly-joint-office', $1, $4) w on w.place = v.id and w.last_day between $2 and $3
  and w.light not in ('excused', 'not-applicable')
group by v.id

-- measure: office-weeks-met
-- period: quarter
-- above: sum
select v.id as unit, 'known' as state, count(w.light) as value
from hand.villages($1, $2, $3, $4) v
left join hand.lights('weekly-joint-office', $1, $4) w on w.place = v.id and w.last_day between $2 and $3
  and w.light = 'met'
group by v.id

-- measure: office-weeks-share
-- period: quarter
-- above: ratio of office-weeks-met to office-weeks-owed

-- measure: office-weeks-overdue
-- period: quarter
-- above: sum
select v.id as unit, 'known' as state, count(w.light) as value
from hand.villages($1, $2, $3, $4) v
left join hand.lights('weekly-joint-office', $1, $4) w on w.place = v.id and w.last_day between $2 and $3
  and w.light = 'overdue'
group by v.id

-- measure: unit-support-overdue
-- period: quarter
-- above: sum
select v.id as unit, 'known' as state, count(q.light) as value
from hand.villages($1, $2, $3, $4) v
left join hand.lights('unit-support', $1, $4) q on q.place = v.id and q.last_day between $2 and $3
  and q.light = 'overdue'
group by v.id

-- measure: unit-support-late
-- period: quarter
-- above: sum
select v.id as unit, 'known' as state, count(q.light) as value
from hand.villages($1, $2, $3, $4) v
left join hand.lights('unit-support', $1, $4) q on q.place = v.id and q.last_day between $2 and $3
  and q.light = 'late'
group by v.id

-- measure: support-resources
-- period: quarter
-- above: sum
select v.id as unit, s.* from hand.villages($1, $2, $3, $4) v, lateral (
  select hand.state(bool_or(ours is null or ours and yuan is null)) as state,
    coalesce(sum(yuan) filter (where ours), 0) as value
  from (select hand.text(data, 'kind') = 'resources' and confirmed as ours, hand.number(data, 'resource_value') as yuan
    from hand.during($1, $2, $3, $4, 'unit-support', v.id)) held) s

-- measure: support-kinds
-- period: quarter
-- above: nothing
select v.id as unit, s.* from hand.villages($1, $2, $3, $4) v, lateral (
  select hand.state(bool_or(kind is null)) as state, count(distinct kind) as value
  from (select hand.text(data, 'kind') as kind
    from hand.during($1, $2, $3, $4, 'unit-support', v.id) where confirmed) held) s

-- measure: secretary-support
-- period: quarter
-- above: sum
select v.id as unit, 'known' as state,
  (select count(*) from hand.during($1, $2, $3, $4, 'secretary-support', v.id)) as value
from hand.villages($1, $2, $3, $4) v

-- measure: exchanges-to-village
-- period: quarter
-- above: sum
select v.id as unit, x.* from hand.villages($1, $2, $3, $4) v, lateral (
  select hand.state(bool_or(direction is null)) as state, count(*) filter (where direction = 'town_to_village') as value
  from (select hand.text(data, 'direction') as direction
    from hand.during($1, $2, $3, $4, 'exchange', v.id)) held) x

-- measure: exchanges-to-town
-- period: quarter
-- above: sum
select v.id as unit, x.* from hand.villages($1, $2, $3, $4) v, lateral (
  select hand.state(bool_or(direction is null)) as state, count(*) filter (where direction = 'village_to_town') as value
  from (select hand.text(data, 'direction') as direction
    from hand.during($1, $2, $3, $4, 'exchange', v.id)) held) x

-- measure: care-visits
-- period: quarter
-- above: sum
select v.id as unit, c.* from hand.villages($1, $2, $3, $4) v, lateral (
  select hand.state(bool_or(consent is null)) as state, count(*) filter (where consent) as value
  from (select hand.yes(data, 'consent') as consent
    from hand.during($1, $2, $3, $4, 'vulnerable-visit', v.id)) held) c

-- measure: hosting-cost
-- period: quarter
-- above: sum
select v.id as unit, h.* from hand.villages($1, $2, $3, $4) v, lateral (
  select hand.state(bool_or(repaid is null or not repaid and yuan is null)) as state,
    coalesce(sum(yuan) filter (where not repaid), 0) as value
  from (select hand.yes(data, 'repaid') as repaid, hand.number(data, 'amount') as yuan
    from hand.during($1, $2, $3, $4, 'hosting-cost', v.id)) held) h
