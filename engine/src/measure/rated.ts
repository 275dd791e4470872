import { openRecord, record, type VariableType } from '../condition.ts';
import { fromDay, NEVER } from '../day.ts';
import { subjectEnv } from '../variables.ts';
import { say } from '../words.ts';
import { recordOf } from './entries.ts';
import type { At } from './types.ts';

/** The subject itself, in conditions over entries that may be about others: `entry.date >= rated.since`. */
export const ratedVariables: VariableType = record({
  id: { type: 'text', title: say('对象编号', 'The subject') },
  name: { type: 'text', title: say('对象名称', 'Name of the subject') },
  kind: { type: 'text', title: say('对象类型', 'Kind of the subject') },
  organisation: { type: 'text', title: say('对象所属组织', 'Organisation of the subject') },
  since: { type: 'date', title: say('对象在任（存续）首日', 'First day of the subject') },
  until: { type: 'date', title: say('对象在任（存续）末日', 'Last day of the subject') },
  attributes: openRecord(),
});

/** Its values at a place; the last day is not known while it runs. */
export function ratedEnv({ subject, organisation, steps, run }: At): object {
  const known = recordOf(run.index, subject);
  const env = known ? subjectEnv(known) : {};
  const { from, to } = 'from' in env ? (env as { from?: string; to?: string }) : {};
  const there = steps?.there;
  const [since, until] = there ? [fromDay(there.from), there.to === NEVER ? undefined : fromDay(there.to)] : [from, to];
  return { attributes: {}, ...env, organisation, since, until };
}
