import { unknownName } from '../../duty/problems.ts';
import type { Parts } from '../../parts.ts';
import type { Finding } from '../../problem.ts';
import type { Example } from '../../schema/example.ts';
import { say } from '../../words.ts';

/** Whom an example names: everything its entries and expectations may be about, by id. */
export interface Subjects {
  readonly organisations: ReadonlySet<string>;
  readonly all: ReadonlySet<string>;
}

export function subjectsOf(example: Example): Subjects {
  const { organisations = [], persons = [], postings = [], tenures = [], memberships = [] } = example;
  const people = [...postings, ...tenures, ...memberships].map(({ person }) => person);
  const named = [...organisations, ...persons, ...postings].map(({ id }) => id);
  return {
    organisations: new Set(organisations.map(({ id }) => id)),
    all: new Set([...named, ...people.filter((id) => id !== undefined)]),
  };
}

/** Organisations, postings and tenures: named once, of a kind that exists, and where the example has somebody. */
export function subjectProblems(example: Example, { organisations: places }: Subjects, parts: Parts): Finding[] {
  const { organisations = [], postings = [], tenures = [] } = example;
  return [
    ...namedTwice(organisations, '/organisations'),
    ...namedTwice(example.persons ?? [], '/persons'),
    ...namedTwice(postings, '/postings'),
    ...organisations.flatMap(({ kind, parent }, i) => [
      ...unknownName('organisation-kind', kind, parts.organisationKinds, `/organisations/${i}/kind`),
      ...(parent === undefined ? [] : unknownName('organisation', parent, places, `/organisations/${i}/parent`)),
    ]),
    ...postings.flatMap(({ kind, organisation }, i) => [
      ...unknownName('posting-kind', kind, parts.postingKinds, `/postings/${i}/kind`),
      ...unknownName('organisation', organisation, places, `/postings/${i}/organisation`),
    ]),
    ...tenures.flatMap(({ post, organisation }, i) => [
      ...unknownName('post-kind', post, parts.postKinds, `/tenures/${i}/post`),
      ...unknownName('organisation', organisation, places, `/tenures/${i}/organisation`),
    ]),
  ];
}

function namedTwice(all: readonly { readonly id: string }[], at: string): Finding[] {
  const ids = all.map(({ id }) => id);
  return ids.flatMap((id, i): Finding[] =>
    ids.indexOf(id) === i
      ? []
      : [
          {
            code: 'duplicate-id',
            at: `${at}/${i}/id`,
            words: say(`“${id}”写了两次`, `“${id}” is named twice`),
            wayOut: say('改名或删去一个', 'Rename or remove one'),
          },
        ],
  );
}
