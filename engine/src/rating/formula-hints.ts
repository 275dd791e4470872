import { isWordOfFormulas } from '../condition/word.ts';
import type { Finding } from '../problem.ts';
import type { Expression } from '../schema/expression.ts';
import type { Rating } from '../schema/rating.ts';
import type { Words } from '../value.ts';
import { say } from '../words.ts';

/** A finding about a formula with the way out an author most likely needs: a step is named by its id, which is no word of formulas. */
export function hinted(finding: Finding, written: Expression, rating: Rating): Finding {
  if (finding.code !== 'formula' || typeof written !== 'string') return finding;
  const word = wordUsed(written, rating);
  if (word !== undefined) return { ...finding, because: wordOf(rating, word) };
  const wayOut = titleUsed(written, rating);
  return wayOut ? { ...finding, wayOut } : finding;
}

/** What an id that is a word of formulas causes. */
export const wordOf = (rating: Rating, id: string): string => `step ${rating.id} ${id}`;

/** The id of a step that a formula cannot name, and names. */
const wordUsed = (written: string, { steps }: Rating): string | undefined =>
  steps.find(({ id }) => isWordOfFormulas(id) && new RegExp(`(?<![\\w."'])${id}\\b`).test(written))?.id;

const outsideQuotes = (written: string): string => written.replace(/"[^"]*"|'[^']*'/g, '""');

/** A Chinese title where the id of the step belongs. */
function titleUsed(written: string, { steps }: Rating): Words | null {
  const names = outsideQuotes(written).match(/\p{Script=Han}+/gu) ?? [];
  for (const name of names) {
    const step = steps.find(({ title }) => title['zh-CN'] === name);
    if (step) {
      return say(
        `公式里用 id：“${name}”的 id 是 ${step.id}`,
        `Formulas name steps by their ids: “${name}” is ${step.id}`,
      );
    }
  }
  return null;
}
