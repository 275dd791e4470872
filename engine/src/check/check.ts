import { joinPacks, partsOf } from '../join.ts';
import { attributeProblems } from '../pack/attributes.ts';
import { duplicates } from '../pack/duplicates.ts';
import type { Pack } from '../pack/pack.ts';
import type { PartKind, Parts } from '../parts.ts';
import type { Finding, Place, Problem } from '../problem.ts';
import { say } from '../words.ts';
import { type Accepted, type Located, type Sorted, sortAccepted } from './accepted.ts';
import { PART_CHECKS } from './checks.ts';
import { idsTo } from './ids-to.ts';
import { limitProblems, mayOverride } from './limits.ts';

/** Judges packs together: names, units, conditions, duties nobody could meet, and the guard rails. */
export const checkPacks = (packs: readonly Pack[]): Problem[] => judge(packs).problems.toSorted(inOrder);

/** The warnings of packs that these accept, with their reasons. */
export const acceptedIn = (packs: readonly Pack[]): Accepted[] => judge(packs).accepted.toSorted(inOrder);

const inOrder = (a: Problem, b: Problem): number =>
  a.path < b.path ? -1 : a.path > b.path ? 1 : a.line - b.line || a.column - b.column;

function judge(packs: readonly Pack[]): Sorted {
  const parts = joinPacks(packs);
  const ofPacks = [
    ...dependencies(packs),
    ...packs.flatMap(neverInForce),
    ...duplicates(namedPlaces(packs, parts)),
    ...limitProblems(packs),
    ...attributeProblems(packs),
  ];
  const found: Judged[] = [];
  for (const [kind, ids] of partIds(parts)) {
    for (const id of ids) {
      for (const check of PART_CHECKS) {
        for (const finding of check(kind, id, parts)) {
          found.push({ finding, problem: placed(finding, kind, id, parts), ids: idsTo(kind, id, finding.at, parts) });
        }
      }
    }
  }
  return sortAccepted([...ofPacks.map((problem) => ({ problem, ids: [] })), ...onlyCauses(found)], packs);
}

interface Judged extends Located {
  readonly finding: Finding;
}

/** Without what another finding of the same pack says already; what makes rules wrong elsewhere is an error itself. */
function onlyCauses(found: readonly Judged[]): Located[] {
  const named = (cause: string | undefined, { path }: Problem): string => `${path.split('/')[0]} ${cause}`;
  const causes = new Set(found.flatMap(({ finding: { causes }, problem }) => (causes ? [named(causes, problem)] : [])));
  const follows = ({ finding: { because }, problem }: Judged): boolean =>
    because !== undefined && causes.has(named(because, problem));
  const followed = new Set(found.filter(follows).map(({ finding, problem }) => named(finding.because, problem)));
  return found
    .filter((one) => !follows(one))
    .map(({ finding: { causes }, problem, ids }) =>
      causes && followed.has(named(causes, problem))
        ? { problem: { ...problem, severity: 'error' }, ids }
        : { problem, ids },
    );
}

const partIds = (parts: Parts): readonly (readonly [PartKind, Iterable<string>])[] => [
  ['organisation-kind', parts.organisationKinds.keys()],
  ['post-kind', parts.postKinds.keys()],
  ['posting-kind', parts.postingKinds.keys()],
  ['unit', parts.units.keys()],
  ['duty-group', parts.dutyGroups.keys()],
  ['parameter', parts.parameters.keys()],
  ['form', parts.forms.keys()],
  ['obligation', parts.obligations.keys()],
  ['measure', parts.measures.keys()],
  ['assignment', parts.assignments.keys()],
  ['rating', parts.ratings.keys()],
  ['local-items', parts.localItems.keys()],
  ['adaptation', parts.adaptations.keys()],
];

function placed(finding: Finding, kind: PartKind, id: string, parts: Parts): Problem {
  const { severity = 'error', code, at, words, wayOut } = finding;
  return { severity, code, ...parts.placeOf(kind, id, at), words, wayOut };
}

function namedPlaces(packs: readonly Pack[], parts: Parts): { name: string; place: Place }[] {
  return packs.flatMap((pack) =>
    [...partsOf(pack)]
      .filter(([name]) => !name.startsWith(PARAMETER) || !mayOverride(name.slice(PARAMETER.length), pack, packs))
      .map(([name, { key }]) => ({ name, place: pack.places.get(`${key}`) ?? parts.placeOf('form', '') })),
  );
}

const PARAMETER = 'parameter:';

/** A pack that ends before it begins. */
function neverInForce({ manifest, places }: Pack): Problem[] {
  const { from, to } = manifest.in_force;
  if (to === undefined || to >= from) return [];
  const place = places.get(`manifest:${manifest.id}/in_force/to`) ?? { path: manifest.id, line: 1, column: 1 };
  return [
    {
      severity: 'error',
      code: 'ends-crossed',
      ...place,
      words: say(
        `到 ${to} 为止，却自 ${from} 起生效：一天也不生效`,
        `It ends on ${to} and begins on ${from}: it is in force on no day`,
      ),
      wayOut: say(
        '改 from 或 to；写反了的对调；没有期限的不写 to',
        'Change from or to; swap them when crossed; leave out to where there is no end',
      ),
    },
  ];
}

function dependencies(packs: readonly Pack[]): Problem[] {
  const present = new Set(packs.map((pack) => pack.manifest.id));
  return packs.flatMap((pack) =>
    (pack.manifest.depends_on ?? []).flatMap((id, index): Problem[] => {
      if (present.has(id)) return [];
      const place = pack.places.get(`manifest:${pack.manifest.id}/depends_on/${index}`);
      return [
        {
          severity: 'error',
          code: 'missing-pack',
          path: place?.path ?? pack.manifest.id,
          line: place?.line ?? 1,
          column: place?.column ?? 1,
          words: { 'zh-CN': `所依赖的包“${id}”未装入`, en: `The pack “${id}” it depends on is not loaded` },
          wayOut: {
            'zh-CN': `把“${id}”的目录放在这个包旁边，一并装入；或在 depends_on 中改名、删去`,
            en: `Put the folder of “${id}” beside this pack and load both; or rename or remove it in depends_on`,
          },
        },
      ];
    }),
  );
}
