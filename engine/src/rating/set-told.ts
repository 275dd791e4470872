import type { Parts } from '../parts.ts';
import type { Rating, Step } from '../schema/rating.ts';
import type { Words } from '../value.ts';
import { say } from '../words.ts';
import { amongIn } from './entries/among.ts';
import type { Within } from './types.ts';

/** Whom a step must know to give one subject its value, in words: all, those under the same organisation, of the same class. */
export function setTold(step: Step, { steps }: Rating, { organisationKinds }: Parts): Words {
  if ('below' in step) return say('下级对象', 'the subjects below');
  const among = 'item' in step ? amongIn(step.item) : null;
  const within = among === null ? withinOf(step) : groupOf(among);
  if (within === null) return say('全部对象', 'all subjects');
  const kind = within.under === undefined ? undefined : organisationKinds.get(within.under)?.title;
  const classes = (within.by ?? []).flatMap((id) => steps.find((one) => one.id === id)?.title ?? []);
  const zh = [...(kind ? [`同一${kind['zh-CN']}`] : []), ...classes.map((one) => `“${one['zh-CN']}”相同`)];
  const en = [...(kind ? [`in the same ${kind.en}`] : []), ...classes.map((one) => `of the same “${one.en}”`)];
  return say(`${zh.join('、')}的对象`, `subjects ${en.join(', ')}`);
}

type Group = Exclude<Within, 'all'>;

/** The group a construct compares within; null for one that compares all, or names none. */
function withinOf(step: Step): Group | null {
  for (const part of Object.values<unknown>(step)) {
    const within = typeof part === 'object' && part !== null && 'within' in part ? groupOf(part.within) : null;
    if (within !== null) return within;
  }
  return null;
}

const groupOf = (within: unknown): Group | null => (isGroup(within) ? within : null);

const isGroup = (within: unknown): within is Group =>
  typeof within === 'object' && within !== null && ('under' in within || 'by' in within);
