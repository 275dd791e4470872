import { toDay } from '../day.ts';
import { spellsOf } from '../duty/spells.ts';
import type { Parts } from '../parts.ts';
import { say } from '../words.ts';
import type { Sheet, StepFinding } from './types.ts';

/**
 * Where a step takes the result, or reads the entries, of “the” organisation of somebody who held posts in several during the period: one of them is taken, where
 * the last day in office was, and people must know.
 */
export function oneOfSeveral(sheet: Sheet): readonly (StepFinding & { readonly step: string })[] {
  const { rating, parts } = sheet.rating;
  const { of } = rating;
  const steps = rating.steps.filter((step) => takesOfOne(step, parts));
  if (!('holders' in of) || steps.length === 0) return [];
  const [from, to] = [toDay(sheet.period.start), toDay(sheet.period.end)];
  const posts = typeof of.holders === 'string' ? [of.holders] : of.holders;
  const { organisations } = sheet.run.index;
  const rated = new Map(sheet.subjects.map(({ ref, ...one }) => [ref.id, one]));
  return spellsOf(posts, new Set(of.of), sheet.run.index).flatMap((spells) => {
    const inside = spells.filter((spell) => spell.from <= to && spell.to >= from);
    const names = [...new Set(inside.map(({ organisation }) => organisation))].map(
      (id) => organisations.get(id)?.name ?? id,
    );
    const subject = rated.get(spells[0]?.person ?? '');
    if (names.length < 2 || !subject) return [];
    const taken = organisations.get(subject.organisation)?.name ?? subject.organisation;
    return steps.map(({ id, title }) => ({
      organisation: subject.organisation,
      step: id,
      words: say(
        `${subject.name}在期内任职于${names.join('、')}，“${title['zh-CN']}”只取${taken}的；几个都算的，结果用 others，记录写 about: { where_it_holds: … }`,
        `${subject.name} held posts in ${names.join(', ')}; “${title.en}” takes ${taken} alone. To take all of them use others for results, about: { where_it_holds: … } for entries`,
      ),
    }));
  });
}

/** What is looked at beside entries belongs to whom those do. */
const BESIDE: ReadonlySet<string> = new Set(['reads', 'beside']);

/** Whether a part holds a result, or entries, of the organisation of whoever is rated, or of those above or below it. */
function takesOfOne(part: unknown, parts: Parts): boolean {
  if (typeof part !== 'object' || part === null) return false;
  if ('form' in part && readsOfOne(part, parts)) return true;
  const own = 'rating' in part && 'not_rated' in part && 'whose' in part;
  return (
    (own && (part.whose === 'organisation' || part.whose === 'above')) ||
    Object.entries(part).some(([key, one]) => !BESIDE.has(key) && takesOfOne(one, parts))
  );
}

function readsOfOne({ form, ...part }: { readonly form: unknown }, { forms }: Parts): boolean {
  const about = 'about' in part ? part.about : undefined;
  if (about !== undefined) return about === 'organisation' || about === 'above' || about === 'below';
  return typeof form === 'string' && forms.get(form)?.subject.organisation !== undefined;
}
