/** The measures an expression or roll-up names. */
export function namedMeasures(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) => {
    if (key === 'measure' && typeof value === 'string') return [value];
    if (key === 'ratio_of_sums') return Object.values(value as Record<string, string>);
    return namedMeasures(value);
  });
}
