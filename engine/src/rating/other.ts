import { unknownName } from '../duty/problems.ts';
import type { FigureType } from '../measure/types.ts';
import type { Parts } from '../parts.ts';
import type { Rating } from '../schema/rating.ts';
import { say } from '../words.ts';
import { declaredType } from './declared-type.ts';
import type { StepChecker } from './types.ts';

export interface Named {
  readonly rating: string;
  readonly step?: string;
}

/** The step of another rating that is meant: its score when none is named. */
export const stepMeant = ({ step }: Named, { result }: Rating): string | undefined => step ?? result.score;

/** What a step of another rating gives, with the titles of its grades. */
export function resultType(named: Named, { ratings }: Pick<Parts, 'ratings'>): FigureType {
  const rating = ratings.get(named.rating);
  const id = rating && stepMeant(named, rating);
  return rating && id !== undefined ? declaredType(rating, id) : { kind: 'number' };
}

type Asking = Pick<StepChecker, 'parts' | 'add' | 'elsewhere'>;

/** Judges a step of another rating; null when there is none, which is reported. `sameTime`: as of the same period. */
export function checkOther(
  named: Named,
  at: string,
  sameTime: boolean,
  { parts, add, elsewhere }: Asking,
): FigureType | null {
  for (const finding of unknownName('rating', named.rating, parts.ratings, `${at}/rating`)) add(finding);
  const rating = parts.ratings.get(named.rating);
  if (!rating) return null;
  const id = stepMeant(named, rating);
  if (id === undefined) {
    add({
      code: 'no-score',
      at: `${at}/rating`,
      words: say(`“${rating.title['zh-CN']}”没有总分`, `“${rating.title.en}” has no score`),
      wayOut: say('以 step 写明取哪一步', 'Name the step with `step`'),
    });
    return null;
  }
  const steps = new Map(rating.steps.map((step) => [step.id, step]));
  const unknown = unknownName('step', id, steps, `${at}/step`);
  for (const finding of unknown) add(finding);
  return unknown.length > 0 ? null : elsewhere(named.rating, id, at, sameTime);
}

/** Judges that both ratings have the same periods. */
export function checkSamePeriods(id: string, own: Rating, at: string, { parts, add }: Asking): boolean {
  const rating = parts.ratings.get(id);
  if (!rating || sameKind(rating, own)) return true;
  add({
    code: 'other-periods',
    at: `${at}/rating`,
    words: say(
      `“${rating.title['zh-CN']}”的期间与本办法不同`,
      `“${rating.title.en}” has other periods than this rating`,
    ),
    wayOut: say('先用 rounds 合成同样的期间', 'Make them alike with rounds first'),
  });
  return false;
}

const sameKind = ({ period: a }: Rating, { period: b }: Rating): boolean =>
  JSON.stringify(a.every) === JSON.stringify(b.every) && (a.begins ?? '01-01') === (b.begins ?? '01-01');
