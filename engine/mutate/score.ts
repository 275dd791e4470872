/** What Stryker says of one mutant in its report (mutation-testing-report-schema 2). */
export interface Tried {
  readonly status: 'Killed' | 'Timeout' | 'Survived' | 'NoCoverage' | 'CompileError' | 'RuntimeError' | 'Ignored';
}

export interface Score {
  readonly tried: number;
  readonly noticed: number;
  readonly survived: number;
  readonly unreached: number;
  /** In per cent; null when nothing was tried. */
  readonly score: number | null;
  /** Where the score of all mutants lies with 95 % certainty, in per cent (Wilson's interval). */
  readonly interval: readonly [number, number] | null;
}

export function scoreOf(mutants: readonly Tried[]): Score {
  const count = (...of: readonly Tried['status'][]) => mutants.filter(({ status }) => of.includes(status)).length;
  const noticed = count('Killed', 'Timeout');
  const [survived, unreached] = [count('Survived'), count('NoCoverage')];
  return scoreOfCounts([{ noticed, survived, unreached }]);
}

/** One score of several counts together. */
export function scoreOfCounts(counts: readonly Pick<Score, 'noticed' | 'survived' | 'unreached'>[]): Score {
  const total = (key: 'noticed' | 'survived' | 'unreached') => counts.reduce((sum, one) => sum + one[key], 0);
  const [noticed, survived, unreached] = [total('noticed'), total('survived'), total('unreached')];
  const tried = noticed + survived + unreached;
  if (tried === 0) return { tried, noticed, survived, unreached, score: null, interval: null };
  return { tried, noticed, survived, unreached, score: percent(noticed / tried), interval: wilson(noticed, tried) };
}

const percent = (share: number): number => Math.round(share * 1000) / 10;

function wilson(hits: number, of: number): [number, number] {
  const z = 1.96;
  const share = hits / of;
  const middle = share + z ** 2 / (2 * of);
  const reach = z * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2));
  const [from, to] = [(middle - reach) / (1 + z ** 2 / of), (middle + reach) / (1 + z ** 2 / of)];
  return [percent(from), percent(to)];
}
