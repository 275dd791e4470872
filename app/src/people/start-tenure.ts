import { isDeepStrictEqual } from 'node:util';
import { findKinds, postProblem } from '../packs/index.ts';
import { defineWrite } from '../platform/actions/action.ts';
import { closed, Day, NewId, Type, Uuid } from '../platform/actions/schema.ts';
import { findOutsideLife, getOrganisation } from './organisation-lookup.ts';
import { getPersonFile } from './person-reader.ts';
import { KEEPING, PackId } from './person-schema.ts';
import { fieldProblem, otherContent, overlap, overlapConflict, TENURE } from './problems.ts';
import { findSpanProblem, overlaps } from './span.ts';
import { findTenures, type TenureDraft, writeTenures } from './tenure-writer.ts';

export const startTenure = defineWrite({
  id: 'tenures.start',
  title: { 'zh-CN': '登记任职', en: 'Start a tenure' },
  about: {
    'zh-CN': '记下某人自某日起担任某组织的某一职务。',
    en: 'Records that somebody holds a post of an organisation from a day on.',
  },
  input: Type.Object(
    {
      id: NewId(),
      post: PackId('A post named by a pack: village-secretary …'),
      organisation: Uuid(),
      person: Uuid(),
      from: Day('First day.'),
      to: Type.Optional(Day('Last day.')),
    },
    closed,
  ),
  output: Type.Object({ id: Uuid(), again: Type.Boolean() }),
  errors: ['end-before-start', 'organisation-life', 'overlap', 'other-content'],
  mayBeDoneBy: KEEPING,
  audit: ({ id, post, organisation }) => ({ subject: id, detail: { post, organisation } }),
  async run({ to = null, ...input }, context) {
    const { tx, scope, jurisdiction, today } = context;
    const tenure: TenureDraft = { ...input, to };
    const problem = findSpanProblem(tenure);
    if (problem) throw fieldProblem(problem);
    const organisation = await getOrganisation(tx, scope, tenure.organisation);
    await getPersonFile(tx, scope, tenure.person);
    const kinds = await findKinds(tx, jurisdiction, today);
    const unfit = kinds && postProblem(kinds, tenure.post, organisation.kind);
    if (unfit) throw fieldProblem(unfit);
    const outside = findOutsideLife('from', organisation, tenure.from, tenure.to);
    if (outside) throw fieldProblem(outside);
    const known = await findTenures(tx, jurisdiction, { people: [tenure.person], ids: [tenure.id] });
    const same = known.find(({ id }) => id === tenure.id);
    if (same && !isDeepStrictEqual({ ...same }, { ...tenure })) throw otherContent(TENURE);
    if (same) return { id: tenure.id, again: true };
    const other = known.find((one) => isSameOffice(one, tenure) && overlaps(one, tenure));
    if (other) throw overlapConflict(overlap('from', other.from, other.to));
    await writeTenures(context, [tenure]);
    return { id: tenure.id, again: false };
  },
});

export const isSameOffice = (a: TenureDraft, b: TenureDraft): boolean =>
  a.post === b.post && a.organisation === b.organisation && a.person === b.person;
