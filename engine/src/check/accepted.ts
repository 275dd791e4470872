import { probably } from '../nearest.ts';
import type { Pack } from '../pack/pack.ts';
import type { Finding, Problem } from '../problem.ts';
import type { Words } from '../value.ts';
import { say } from '../words.ts';

/** A problem with the ids one passes on the way to it: the part, the step, the change … */
export interface Located {
  readonly problem: Problem;
  readonly ids: readonly string[];
}

/** A warning that its pack accepts, and why. */
export interface Accepted extends Problem {
  readonly reason: Words;
}

export interface Sorted {
  readonly problems: readonly Problem[];
  readonly accepted: readonly Accepted[];
}

/** Warnings that packs accept with a reason, apart from all else; an acceptance that meets no warning is a problem itself. */
export function sortAccepted(found: readonly Located[], packs: readonly Pack[]): Sorted {
  const reasons = new Map<Problem, Words>();
  const empty = packs.flatMap((pack) =>
    (pack.manifest.accepted ?? []).flatMap((one, i): Problem[] => {
      const own = found.filter(({ problem }) => packOf(problem) === pack.manifest.id);
      const here = own.filter(({ ids }) => leadsTo(one.at, ids));
      const met = here.filter(({ problem }) => problem.code === one.finding);
      const warnings = met.filter(({ problem }) => problem.severity === 'warning');
      for (const { problem } of warnings) reasons.set(problem, one.reason);
      return warnings.length > 0
        ? []
        : [placed(met.length > 0 ? ERROR : nothing(one.finding, one.at, here, own), pack, i)];
    }),
  );
  const open = found.flatMap(({ problem }) => (reasons.has(problem) ? [] : [problem]));
  return {
    problems: [...open, ...empty],
    accepted: [...reasons].map(([problem, reason]) => ({ ...problem, reason })),
  };
}

const packOf = ({ path }: Problem): string => path.split('/')[0] ?? '';

/** Whether the ids of `year/news` begin the way to a problem. */
const leadsTo = (at: string, ids: readonly string[]): boolean => at.split('/').every((id, i) => ids[i] === id);

type Said = Pick<Finding, 'severity' | 'code' | 'words' | 'wayOut'>;

function placed(said: Said, { manifest, places }: Pack, i: number): Problem {
  const place = places.get(`manifest:${manifest.id}/accepted/${i}/finding`);
  return { severity: 'error', ...said, ...(place ?? { path: manifest.id, line: 1, column: 1 }) };
}

const ERROR: Said = {
  code: 'error-accepted',
  words: say('错误不能以理由放过', 'An error cannot be accepted'),
  wayOut: say('改正它，并删去这一条', 'Mend it, and remove this acceptance'),
};

function nothing(finding: string, at: string, here: readonly Located[], own: readonly Located[]): Said {
  const codes = here.filter(({ problem }) => problem.severity === 'warning').map(({ problem }) => problem.code);
  const places = own.filter(({ problem }) => problem.code === finding).map(({ ids }) => ids.join('/'));
  const [code, place] = [probably(finding, codes) ?? codes[0], probably(at, places) ?? places[0]];
  return {
    severity: 'warning',
    code: 'accepted-nothing',
    words: say(`“${at}”没有提醒“${finding}”`, `There is no warning “${finding}” at “${at}”`),
    wayOut: place
      ? say(`at 写 ${place}`, `Write at: ${place}`)
      : code
        ? say(`finding 写 ${code}`, `Write finding: ${code}`)
        : say('已经没有这个提醒：删去这一条', 'It is not found any more: remove this acceptance'),
  };
}
