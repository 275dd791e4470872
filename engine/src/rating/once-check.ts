import { formVariables } from '../duty/form-variables.ts';
import { unknownName, valueProblems } from '../duty/problems.ts';
import { placeVariables } from '../measure/place.ts';
import type { Parts } from '../parts.ts';
import type { Finding } from '../problem.ts';
import type { Change } from '../schema/rating/item.ts';
import type { Rating, Step } from '../schema/rating.ts';
import { say } from '../words.ts';

/** Judges what one act counts that stands in several items: the items, and what makes it one matter in each of their forms. */
export function checkOnce({ once = [], steps }: Rating, parts: Parts): Finding[] {
  const byId = new Map(steps.map((step) => [step.id, step]));
  return once.flatMap(({ items, same }, i) =>
    items.flatMap((id, k): Finding[] => {
      const at = `/once/${i}/items/${k}`;
      const step = byId.get(id);
      if (!step) return [...unknownName('step', id, byId, at)];
      const forms = formsOf(step);
      if (forms.length === 0) return [WITHOUT_ENTRIES(at, id)];
      return [...new Set(forms)].flatMap((name) => {
        const form = parts.forms.get(name);
        const variables = form && { ...formVariables(form, parts), ...placeVariables(parts) };
        return variables ? same.flatMap((key, j) => valueProblems(key, variables, `/once/${i}/same/${j}`)) : [];
      });
    }),
  );
}

const changesOf = (step: Step): readonly Change[] =>
  'item' in step ? [...(step.item.deduct ?? []), ...(step.item.award ?? [])] : [];

const formsOf = (step: Step): string[] =>
  changesOf(step).flatMap((change) => ('entries' in change ? [change.entries.form] : []));

const WITHOUT_ENTRIES = (at: string, id: string): Finding => ({
  code: 'no-entries',
  at,
  words: say(`“${id}”没有逐条计分的记录`, `“${id}” counts no entries one by one`),
  wayOut: say('只列含 entries 的 item', 'List items with entries only'),
});
