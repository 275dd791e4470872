import { predecessorProblems } from '../../measure/predecessors.ts';
import type { FigureType } from '../../measure/types.ts';
import type { Parts } from '../../parts.ts';
import type { Finding } from '../../problem.ts';
import type { Rounds } from '../../schema/rating/rounds.ts';
import { countedThat } from './that.ts';

/** Judges how rounds of those it came from are taken: where rounds are counted, whether any or all fulfil it may be asked of any kind. */
export function carryProblems(part: Rounds, type: FigureType, at: string, parts: Parts): Finding[] {
  const { predecessors } = part;
  const judging = predecessors === 'any' || predecessors === 'all';
  if (judging && countedThat(part)) return [];
  return predecessorProblems(predecessors, type, `${at}/predecessors`, parts);
}
