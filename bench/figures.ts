const at = (sorted: readonly number[], q: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN;
const sort = (some: readonly number[]) => some.toSorted((a, b) => a - b);

/** `p50 / p99` in milliseconds. */
export function quantiles(milliseconds: readonly number[]): string {
  const sorted = sort(milliseconds);
  return `${at(sorted, 0.5).toFixed(1)} / ${at(sorted, 0.99).toFixed(1)} ms`;
}

export const median = (some: readonly number[]): number => at(sort(some), 0.5);

/** Ratio of the medians. */
export const ratio = (ours: readonly number[], theirs: readonly number[]): number =>
  Number((median(ours) / median(theirs)).toFixed(2));

/** Milliseconds of processor time, of all threads, since a reading. */
export function cpuSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** Runs a work and notes its processor time; what earlier runs left in memory is cleared first where it is much. */
export function timed(into: number[], work: () => unknown, clear = false): void {
  if (clear) globalThis.gc?.();
  const start = process.cpuUsage();
  work();
  into.push(cpuSince(start));
}

export async function timedLater(into: number[], work: () => Promise<unknown>): Promise<void> {
  const start = process.cpuUsage();
  await work();
  into.push(cpuSince(start));
}
