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
      ...misplaced(kind, organisations.find(({ id }) => id === parent)?.kind, `/organisations/${i}/parent`, parts),
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

/** An organisation under one of a kind under which none of its kind can stand. */
function misplaced(kind: string, parent: string | undefined, at: string, { organisationKinds }: Parts): Finding[] {
  const [own, above] = [organisationKinds.get(kind), organisationKinds.get(parent ?? '')];
  if (!own || !above || own.parents.includes(above.id)) return [];
  const allowed = own.parents.map((id) => organisationKinds.get(id)?.title ?? say(id, id));
  const [zh, en] = [allowed.map((one) => one['zh-CN']).join('、'), allowed.map((one) => one.en).join(', ')];
  return [
    {
      code: 'wrong-parent',
      at,
      words: say(
        `“${own.title['zh-CN']}”不能设在“${above.title['zh-CN']}”之下`,
        `“${own.title.en}” cannot stand under “${above.title.en}”`,
      ),
      wayOut:
        allowed.length === 0
          ? say('删去 parent：这一类没有上级', 'Remove parent: this kind stands under none')
          : say(`parent 写一个：${zh}`, `Write one of these as parent: ${en}`),
    },
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
