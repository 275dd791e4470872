import type { RuleRef } from '../explanation.ts';
import type { SubjectRef } from '../facts.ts';
import type { Parts } from '../parts.ts';
import type { Assignment } from '../schema/pack.ts';
import type { Words } from '../value.ts';
import { say } from '../words.ts';
import type { WorldIndex } from '../world-index.ts';
import type { Serving } from './serving.ts';

/** Somebody or something that does not fit a rule: a proposal to look, never a verdict. */
export interface AssignmentFinding {
  readonly assignment: string;
  readonly subject: SubjectRef;
  readonly words: Words;
  readonly rule: RuleRef;
}

/** A rule on a day, with all it looks at. */
export interface Case {
  readonly parts: Parts;
  readonly index: WorldIndex;
  readonly asOf: string;
  readonly assignment: Assignment;
  /** Who serves on the day. */
  readonly serving: readonly Serving[];
}

export type Found = Pick<AssignmentFinding, 'subject' | 'words'>;

/** Whether it shares the day. */
export const runs = ({ from, to }: { readonly from: string; readonly to?: string }, day: string): boolean =>
  from <= day && (to === undefined || to >= day);

export const named = (name: string | Words, words: Words): Words => {
  const { 'zh-CN': zh, en } = typeof name === 'string' ? say(name, name) : name;
  return say(`${zh}：${words['zh-CN']}`, `${en}: ${words.en}`);
};

/** A person, with the organisation in which that one serves. */
export function nameAt(person: string, organisation: string, { persons, organisations }: WorldIndex): Words {
  const [who, where] = [persons.get(person)?.name ?? person, organisations.get(organisation)?.name];
  return where === undefined ? say(who, who) : say(`${who}（${where}）`, `${who} (${where})`);
}

export const organisationName = (id: string, { organisations }: WorldIndex): string =>
  organisations.get(id)?.name ?? id;
