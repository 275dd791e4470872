import type { ReadTx } from '../platform/database/transaction.ts';
import type { RatingQuestion } from './rated-world.ts';
import { readRuns } from './run-reader.ts';

/**
 * The day on which the result of a period was published, by the day asked for. Nothing before that, and nothing once it was
 * corrected: then each subject has a day of its own, which the published version tells.
 */
export async function publishedOn(
  tx: ReadTx,
  { rating, period, asOf }: RatingQuestion,
): Promise<{ readonly published?: string }> {
  const runs = await readRuns(tx, { rating, period });
  const [run, ...others] = runs.filter((one) => one.publishedOn <= asOf);
  return run && others.length === 0 ? { published: run.publishedOn } : {};
}
