import { isDeepStrictEqual } from 'node:util';
import { findKinds, postingProblem } from '../packs/index.ts';
import { defineWrite } from '../platform/actions/action.ts';
import { closed, Day, NewId, Type, Uuid } from '../platform/actions/schema.ts';
import { findViolation } from '../platform/database/violation.ts';
import { findOutsideLife, getOrganisation } from './organisation-lookup.ts';
import { getPersonFile } from './person-reader.ts';
import { KEEPING, PackId } from './person-schema.ts';
import { findPostingDrafts, type PostingDraft, writePostings } from './posting-writer.ts';
import { fieldProblem, otherContent, overlap, overlapConflict, POSTING, SENDER } from './problems.ts';
import { findSpanProblem, overlaps } from './span.ts';

export const startPosting = defineWrite({
  id: 'postings.start',
  title: { 'zh-CN': '登记派驻', en: 'Start a posting' },
  about: {
    'zh-CN': '记下某人由派出单位派到某组织工作（如第一书记），自某日起。',
    en: 'Records that an organisation sends somebody to work in another one (a first secretary) from a day on.',
  },
  input: Type.Object(
    {
      id: NewId(),
      kind: PackId('A kind of posting named by a pack: first-secretary …'),
      person: Uuid(),
      organisation: Uuid('Where the person works.'),
      sendingOrganisation: Uuid('Who sends.'),
      level: PackId('A level named by a pack: county, city …'),
      orderNumber: Type.Optional(
        Type.String({ maxLength: 100, description: 'Number of the document that orders it.' }),
      ),
      from: Day('First day.'),
      to: Type.Optional(Day('Last day.')),
    },
    closed,
  ),
  output: Type.Object({ id: Uuid(), again: Type.Boolean() }),
  errors: ['end-before-start', 'organisation-life', 'overlap', 'other-content'],
  mayBeDoneBy: KEEPING,
  audit: ({ id, kind, organisation }) => ({ subject: id, detail: { kind, organisation } }),
  async run({ to = null, orderNumber = null, ...input }, context) {
    const { tx, scope, jurisdiction, today } = context;
    const posting: PostingDraft = { ...input, to, orderNumber };
    const problem = findSpanProblem(posting);
    if (problem) throw fieldProblem(problem);
    const organisation = await getOrganisation(tx, scope, posting.organisation);
    const sender = await getOrganisation(tx, scope, posting.sendingOrganisation, SENDER);
    await getPersonFile(tx, scope, posting.person);
    const kinds = await findKinds(tx, jurisdiction, today);
    const unfit =
      kinds &&
      postingProblem(kinds, { kind: posting.kind, level: posting.level, to: organisation.kind, sender: sender.kind });
    if (unfit) throw fieldProblem(unfit);
    const outside =
      findOutsideLife('from', organisation, posting.from, posting.to) ??
      findOutsideLife('sendingOrganisation', sender, posting.from, posting.to);
    if (outside) throw fieldProblem(outside);
    const known = await findPostingDrafts(tx, jurisdiction, { people: [posting.person], ids: [posting.id] });
    const same = known.find(({ id }) => id === posting.id);
    if (same && !isDeepStrictEqual({ ...same }, { ...posting })) throw otherContent(POSTING);
    if (same) return { id: posting.id, again: true };
    const other = known.find((one) => isSamePlace(one, posting) && overlaps(one, posting));
    if (other) throw overlapConflict(overlap('from', other.from, other.to));
    await writePostings(context, [posting]).catch((error: unknown) => {
      throw findViolation(error)?.name === 'posting_once' ? overlapConflict(overlap('from', posting.from, to)) : error;
    });
    return { id: posting.id, again: false };
  },
});

export const isSamePlace = (a: PostingDraft, b: PostingDraft): boolean =>
  a.kind === b.kind && a.organisation === b.organisation && a.person === b.person;
