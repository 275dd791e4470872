-- From the units to everybody: `own` gives (unit, state, value) of the units that live in the period.
-- $1 jurisdiction, $2 first and $3 last day of the period, $4 as-of day; of a figure to date $2 and $3 are the as-of day.

-- above: sum
-- The total of all units at or below; one that is not known keeps it from being known.
select o.id as organisation,
  case when not o.lives or count(own.unit) = 0 then 'not-applicable'
    else hand.state(bool_or(own.state = 'not-known')) end as state,
  sum(own.value) as value
from hand.organisations($1, $2, $3, $4) o
left join hand.tree($1, $4) t on t.above = o.id
left join own on own.unit = t.below
group by o.id, o.lives

-- above: nothing
select o.id as organisation, coalesce(own.state, 'not-applicable') as state, own.value
from hand.organisations($1, $2, $3, $4) o
left join own on own.unit = o.id

-- above: share
-- The share of units below that meet the limit (`meets`), among those of which it is known; a unit shows its own value.
select o.id as organisation,
  case when self.unit is not null then self.state
    when not o.lives or count(own.unit) = 0 then 'not-applicable'
    else hand.state(count(own.meets) filter (where own.state = 'known') = 0) end as state,
  case when self.unit is not null then self.value
    else round(count(*) filter (where own.state = 'known' and own.meets), 60)
      / nullif(count(own.meets) filter (where own.state = 'known'), 0) end as value
from hand.organisations($1, $2, $3, $4) o
left join own self on self.unit = o.id
left join hand.tree($1, $4) t on t.above = o.id
left join own on own.unit = t.below
group by o.id, o.lives, self.unit, self.state, self.value

-- above: ratio
-- The sum of one figure divided by the sum of another: `part` gives (side, unit, state, value).
select o.id as organisation,
  case when not o.lives or count(part.unit) = 0 then 'not-applicable'
    when bool_or(part.state = 'not-known') then 'not-known'
    when sum(part.value) filter (where part.side = 'to') = 0 then 'not-applicable'
    else 'known' end as state,
  round(sum(part.value) filter (where part.side = 'of'), 60)
    / nullif(sum(part.value) filter (where part.side = 'to' and part.state = 'known'), 0) as value
from hand.organisations($1, $2, $3, $4) o
left join hand.tree($1, $4) t on t.above = o.id
left join part on part.unit = t.below
group by o.id, o.lives
