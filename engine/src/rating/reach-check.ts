import { present } from '../duty/binding.ts';
import { kindsOfWho } from '../measure/subject-names.ts';
import { isRecord } from '../pack/schema-shape.ts';
import type { Parts } from '../parts.ts';
import type { Finding } from '../problem.ts';
import type { Form } from '../schema/form.ts';
import type { Rating } from '../schema/rating.ts';
import { say } from '../words.ts';

/** What works a part out for others than those rated: groups under an organisation, and entries looked at beside others. */
const FOR_OTHERS: ReadonlySet<string> = new Set([
  ...['allot', 'below', 'distribute', 'quota', 'reconcile', 'sample', 'top'],
  ...['reads', 'beside', 'also_in', 'not_in'],
]);

/** Entries that nobody who is rated can have: the form is about organisations of other kinds. */
export function checkReached(rating: Rating, parts: Parts): Finding[] {
  if (rating.predecessors === 'joined') return [];
  return rating.steps
    .flatMap((step, i) => [...setsIn(step, `/steps/${i}`)])
    .flatMap(({ form: id, at, held }) => {
      const form = parts.forms.get(id);
      const kinds = form ? kindsAbout(form, parts) : [];
      const rated = kindsOfWho(rating.of, parts);
      if (held) return 'organisations' in rating.of ? [holdsNothing(at)] : [];
      const strange = kinds.length > 0 && rated.length > 0 && !kinds.some((kind) => rated.includes(kind));
      return form && strange ? [neverReached(form, at, kinds, rated, parts)] : [];
    });
}

interface Read {
  readonly form: string;
  readonly at: string;
  /** Whether they are those of the organisations where a person holds posts. */
  readonly held: boolean;
}

const holdsNothing = (at: string): Finding => ({
  code: 'wrong-kind',
  at,
  words: say('组织不任职务', 'An organisation holds no posts'),
  wayOut: say(
    '只在评人的办法中写；下级组织写 about: below',
    'Write it where persons are rated; for units below write about: below',
  ),
});

/** Sets of entries that concern those rated themselves, or where they hold posts. */
function* setsIn(part: unknown, at: string): Generator<Read> {
  if (Array.isArray(part)) for (const [i, one] of part.entries()) yield* setsIn(one, `${at}/${i}`);
  if (!isRecord(part)) return;
  const { form, about, predecessors } = part;
  const own = about === undefined || about === 'self' || about === 'organisation';
  if (typeof form === 'string' && isRecord(about) && 'where_it_holds' in about)
    yield { form, at: `${at}/about`, held: true };
  if (typeof form === 'string' && own && predecessors === undefined) yield { form, at: `${at}/form`, held: false };
  for (const [key, value] of Object.entries(part)) if (!FOR_OTHERS.has(key)) yield* setsIn(value, `${at}/${key}`);
}

/** Kinds of the organisations whose entries these are; none where anybody may have them. */
function kindsAbout({ subject }: Form, parts: Parts): readonly string[] {
  return subject.organisation ?? present(subject.posting ?? [], parts.postingKinds).flatMap(({ to }) => to);
}

function neverReached(
  { id }: Form,
  at: string,
  kinds: readonly string[],
  rated: readonly string[],
  parts: Parts,
): Finding {
  const [about, own] = [kinds.join(', '), rated.join(', ')];
  const direction = stands(kinds, rated, parts) ? 'below' : stands(rated, kinds, parts) ? 'above' : null;
  const aside = direction === null ? '' : `about: ${direction}`;
  return {
    code: 'never-reached',
    at,
    words: say(
      `“${id}”的记录关于 ${about}，评的却是 ${own}：永远一条也没有`,
      `Entries of “${id}” are about ${about}, but ${own} are rated: there can never be any`,
    ),
    wayOut: say(
      `在表单的 subject 中加入 ${own}${aside === '' ? '' : `；要读${direction === 'below' ? '下级' : '上级'}的记录，写 ${aside}`}`,
      `Add ${own} to the subject of the form${aside === '' ? '' : `; to read entries of those ${direction} write ${aside}`}`,
    ),
  };
}

/** Whether some of these kinds may stand under some of those. */
function stands(kinds: readonly string[], above: readonly string[], parts: Parts): boolean {
  const seen = new Set<string>();
  const climbs = (kind: string): boolean =>
    (parts.organisationKinds.get(kind)?.parents ?? []).some((parent) => {
      if (above.includes(parent)) return true;
      if (seen.has(parent)) return false;
      seen.add(parent);
      return climbs(parent);
    });
  return kinds.some(climbs);
}
