import type { Decimal } from '../../decimal.ts';
import type { At } from '../../measure/types.ts';
import { lacking } from '../../measure/values.ts';
import { namesOf } from '../../measure/whom-named.ts';
import type { Missing, Value } from '../../value.ts';
import { say } from '../../words.ts';
import type { Papers } from './papers.ts';

/** What a rater gave all who are rated together. */
export interface OfRater {
  readonly marks: readonly Decimal[];
  /** How many papers there are of which it is not known what they give, or whether they count. */
  readonly open: number;
  /** Of whom these papers are, and what is missing. */
  readonly missing: readonly Missing[];
}

type Sums = { -readonly [Key in keyof OfRater]: OfRater[Key] };

/** What each rater gave all who are rated together; not known as long as somebody’s paper is that nobody is named of. */
export function allPapers(papers: (at: At) => Papers): (at: At) => ReadonlyMap<string, OfRater> | Value {
  const kept = new WeakMap<readonly At[], ReadonlyMap<string, OfRater> | Value>();
  return (at) => {
    const mates = at.steps?.mates(null) ?? [at];
    const made = kept.get(mates) ?? gathered(mates.map((mate) => ({ mate, ...papers(mate) })));
    kept.set(mates, made);
    return made;
  };
}

type OfMate = Papers & { readonly mate: At };

function gathered(all: readonly OfMate[]): ReadonlyMap<string, OfRater> | Value {
  const missing = all.flatMap(({ mate, ofNobody }) => ofNobody.map((one) => toldOf(mate, one)));
  if (missing.length > 0) return lacking(missing);
  const byRater = new Map<string, Sums>();
  const sums = (rater: string): Sums => {
    const one = byRater.get(rater) ?? { marks: [], open: 0, missing: [] };
    byRater.set(rater, one);
    return one;
  };
  for (const { mate, scores, doubtful } of all) {
    const open = Map.groupBy(doubtful, ({ rater }) => rater);
    for (const { rater, score } of scores) if (!open.has(rater)) sums(rater).marks = [...sums(rater).marks, score];
    for (const [rater, papers] of open) {
      const one = sums(rater);
      one.open += 1;
      one.missing = [
        ...one.missing,
        ...papers.flatMap((paper) => paper.missing.map((lack) => toldOf(mate, lack, rater))),
      ];
    }
  }
  return byRater;
}

/** Persons are never named to each other. */
function toldOf({ subject, run }: At, { what, words }: Missing, rater = ''): Missing {
  const named = subject.kind === 'organisation';
  const whom = named
    ? say(`“${namesOf(subject, run.index).name}”`, ` “${namesOf(subject, run.index).name}”`)
    : say('另一人', ' somebody else');
  return {
    what,
    words:
      rater === ''
        ? say(`对${whom['zh-CN']}的评分未定：${words['zh-CN']}`, `a paper about${whom.en} is open: ${words.en}`)
        : say(
            `“${rater}”对${whom['zh-CN']}的评分未定：${words['zh-CN']}`,
            `the paper of “${rater}” about${whom.en} is open: ${words.en}`,
          ),
  };
}
