import { NEVER } from '../day.ts';
import type { Person } from '../facts.ts';
import type { WorldIndex } from '../world-index.ts';
import type { binding } from './binding.ts';
import { joinedDays, lastInOfficeLast, type Spell } from './spells.ts';
import type { DutySubject, WhoRun } from './types.ts';

type Bind = ReturnType<typeof binding>;

/** Persons by their spells: each spell by itself, or for a period everybody once, where the last day in it was. */
export const bySpells = (
  spellsIn: (index: WorldIndex) => readonly (readonly Spell[])[],
  bind: Bind,
): Pick<WhoRun, 'subjects' | 'during'> => ({
  subjects: (index) => spellsIn(index).flatMap((spells) => eachSpell(spells, index, bind)),
  during: (index, from, to) =>
    spellsIn(index).flatMap((spells) => {
      const inside = spells.filter((spell) => spell.from <= to && spell.to >= from);
      return inside.length > 0 ? subjectOf(lastInOfficeLast(inside, to), index, bind) : [];
    }),
});

function subjectOf(spells: readonly Spell[], index: WorldIndex, bind: Bind): DutySubject[] {
  const { person, organisation } = spells.at(-1) as Spell;
  const record: Person = index.persons.get(person) ?? { id: person, name: person };
  const { bound, doubt } = bind(record);
  if (!bound) return [];
  const days = joinedDays(spells);
  return [
    {
      ref: { kind: 'person', id: record.id },
      organisation,
      sending: null,
      person: record.id,
      from: Math.min(...days.map(({ from }) => from)),
      to: Math.max(...days.map(({ to }) => to)),
      ...(days.length > 1 ? { spells: days } : {}),
      record,
      doubt,
      name: record.name,
    },
  ];
}

/** Each spell is bound by itself; a period that reaches into two is the later one's. */
function eachSpell(spells: readonly Spell[], index: WorldIndex, bind: Bind): DutySubject[] {
  return spells.flatMap((spell, i) => {
    const yieldsFrom = Math.min(...spells.slice(i + 1).map(({ from }) => from), NEVER);
    if (yieldsFrom <= spell.from) return [];
    return subjectOf([spell], index, bind).map((subject) =>
      yieldsFrom === NEVER ? subject : { ...subject, yieldsFrom },
    );
  });
}
