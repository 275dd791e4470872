import { NEVER, toDay } from '../day.ts';
import { binding, subjectType } from '../duty/binding.ts';
import type { DutySubject, Situation } from '../duty/types.ts';
import { whoRun } from '../duty/who.ts';
import type { Explanation } from '../explanation.ts';
import type { Organisation, Person, Posting } from '../facts.ts';
import type { Parts } from '../parts.ts';
import type { Lifts, Replaces } from '../schema/adaptation.ts';
import type { Missing, Words } from '../value.ts';
import { say } from '../words.ts';
import type { WorldIndex } from '../world-index.ts';

/**
 * Whom a lower pack spares a duty of a pack above it. Replaced are periods that begin while the lower one is in force, so that one begun
 * before is finished as it began; lifted are those that end while it is.
 */
export interface SparedRun {
  readonly why: Words;
  /** Whether the subject can be concerned at all; false keeps the shared need. */
  readonly concerns: (situation: Situation) => boolean;
  readonly spares: (situation: Situation) => boolean;
  /** What would have to be recorded to know whether it is spared. */
  readonly doubt: (situation: Situation) => readonly Missing[];
  readonly explain: () => Explanation;
}

/** The adaptations of packs below that replace or lift a duty. */
export const sparedBy = (duty: string, parts: Parts): readonly SparedRun[] =>
  [...parts.adaptations.values()].flatMap((one) => {
    if ('replaces' in one && one.replaces === duty)
      return [runOf(one, replacedWords(one, parts), stoodInFor(one, parts), parts)];
    return 'lifts' in one && one.lifts === duty ? [runOf(one, liftedWords(one), liftedFor(one, parts), parts)] : [];
  });

/** Whether it holds for a subject, and what is missing to know. */
type Judge = (
  subject: DutySubject,
  index: WorldIndex,
  situation: Situation,
) => { readonly bound: boolean; readonly doubt: readonly Missing[] };

const NOT_ITS: ReturnType<Judge> = { bound: false, doubt: [] };

function runOf(part: Replaces | Lifts, why: Words, judge: Judge, parts: Parts): SparedRun {
  const { from, to } = parts.inForce('adaptation', part.id);
  const [first, last] = [from === undefined ? -NEVER : toDay(from), to === undefined ? NEVER : toDay(to)];
  const judged = (situation: Situation): ReturnType<Judge> => {
    const { subject, index, span } = situation;
    const day = 'replaces' in part ? span.start : span.end;
    return subject && index && day >= first && day <= last ? judge(subject, index, situation) : NOT_ITS;
  };
  return {
    why,
    concerns: (situation) => judged(situation).bound,
    spares: (situation) => {
      const { bound, doubt } = judged(situation);
      return bound && doubt.length === 0;
    },
    doubt: (situation) => judged(situation).doubt,
    explain: () => ({
      construct: 'adaptation',
      words: why,
      result: { state: 'not-applicable', why },
      rule: parts.ruleOf('adaptation', part.id),
    }),
  };
}

/** Subjects of the duty that stands in its place. */
function stoodInFor({ by }: Replaces, parts: Parts): Judge {
  const other = parts.obligations.get(by);
  if (!other) return () => NOT_ITS;
  const who = whoRun(other.who, { parts, subject: subjectType(other.who, parts) });
  const kept = new WeakMap<WorldIndex, ReadonlyMap<string, readonly DutySubject[]>>();
  return ({ ref: { kind, id } }, index, { span }) => {
    const bound = kept.get(index) ?? Map.groupBy(who.subjects(index), ({ ref }) => `${ref.kind}:${ref.id}`);
    kept.set(index, bound);
    const own = bound.get(`${kind}:${id}`)?.find(({ from, to }) => from <= span.end && to >= span.start);
    return own ? { bound: true, doubt: own.doubt } : NOT_ITS;
  };
}

function liftedFor(part: Lifts, parts: Parts): Judge {
  const duty = parts.obligations.get(part.lifts);
  if (!duty) return () => NOT_ITS;
  const bind = binding(part.for, subjectType(duty.who, parts));
  return ({ record }) => bind(record as Organisation | Posting | Person);
}

function replacedWords({ by, title }: Replaces, parts: Parts): Words {
  const other = parts.obligations.get(by)?.title ?? say(by, by);
  return say(
    `本地另有规定（${title['zh-CN']}），改按“${other['zh-CN']}”`,
    `Set anew locally (${title.en}): “${other.en}” stands in its place`,
  );
}

const liftedWords = ({ title }: Lifts): Words =>
  say(`本地规定免去（${title['zh-CN']}）`, `Lifted locally (${title.en})`);
