import type { Env } from '../condition.ts';
import { fromDay, toDay } from '../day.ts';
import { spellsOf } from '../duty/spells.ts';
import type { SubjectRef } from '../facts.ts';
import { membersOf } from '../measure/members.ts';
import type { Assignment } from '../schema/pack.ts';
import type { Words } from '../value.ts';
import { subjectEnv } from '../variables.ts';
import type { WorldIndex } from '../world-index.ts';
import { nameAt, runs } from './case.ts';
import { postsOf, setOf } from './posts.ts';
import { postingEnv } from './variables.ts';

/** Somebody who serves in an organisation on a day: posted there, in one or more posts, or a member. */
export interface Serving {
  /** What a finding about this one is about. */
  readonly subject: SubjectRef;
  readonly name: Words;
  readonly person: string;
  readonly organisation: string;
  /** Who sent; null for whom nobody sent. */
  readonly sending: string | null;
  /** What conditions read. */
  readonly env: Env;
}

/** Who serves on a day, as far as a rule is about them. */
export function servingOn(assignment: Assignment, index: WorldIndex, day: string): Serving[] {
  switch (setOf(assignment)) {
    case 'postings':
      return posted(assignment, index, day);
    case 'holders':
      return holding(assignment, index, day);
    case 'members':
      return belonging(assignment, index, day);
    case null:
      return [];
  }
}

function posted({ postings: kind }: Assignment, index: WorldIndex, day: string): Serving[] {
  return index.world.postings
    .filter((posting) => posting.kind === kind && runs(posting, day))
    .map((posting) => ({
      subject: { kind: 'posting', id: posting.id },
      name: nameAt(posting.person, posting.organisation, index),
      person: posting.person,
      organisation: posting.organisation,
      sending: posting.sendingOrganisation,
      env: postingEnv(posting, index, day),
    }));
}

/** One for each person and organisation, whatever the number of posts held there. */
function holding(assignment: Assignment, index: WorldIndex, day: string): Serving[] {
  const posts = postsOf(assignment);
  const number = toDay(day);
  return spellsOf(posts, new Set(assignment.of), index).flatMap((spells) =>
    spells
      .filter(({ from, to }) => from <= number && to >= number)
      .map(({ person, organisation, from }) => {
        const held = posts.filter((post) =>
          index.tenuresAt(post, organisation).some((tenure) => tenure.person === person && runs(tenure, day)),
        );
        const env = { as_of: day, ...personAt(person, organisation, index), posts: held, since: fromDay(from) };
        return serving(person, organisation, index, env);
      }),
  );
}

function belonging({ members: kinds = [] }: Assignment, index: WorldIndex, day: string): Serving[] {
  return index.world.organisations
    .filter(({ kind }) => kinds.includes(kind))
    .flatMap(({ id }) =>
      membersOf(index, id)
        .filter(({ from = day, to = day }) => from <= day && day <= to)
        .map(({ person }) => serving(person.id, id, index, { as_of: day, ...personAt(person.id, id, index) })),
    );
}

const serving = (person: string, organisation: string, index: WorldIndex, env: Env): Serving => ({
  subject: { kind: 'person', id: person },
  name: nameAt(person, organisation, index),
  person,
  organisation,
  sending: null,
  env,
});

const personAt = (person: string, organisation: string, { persons, organisations }: WorldIndex) => ({
  person: subjectEnv(persons.get(person) ?? { id: person, name: person }),
  organisation: subjectEnv(organisations.get(organisation) ?? { id: organisation }),
});
