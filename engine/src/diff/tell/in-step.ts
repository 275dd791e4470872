import type { Words } from '../../value.ts';
import { titled } from './phrases.ts';
import type { Change, Teller } from './teller.ts';

export type Tell = (change: Change, step: Words) => Words | null;

/** Something inside a step, told with the step's title. */
export const inStep = (path: string, tell: Tell, whole?: Teller['whole']): Teller => ({
  section: 'rating',
  path: `steps/*/${path}`,
  ...(whole ? { whole } : {}),
  tell: (change) => tell(change, titled(change.members[0], '')),
});
