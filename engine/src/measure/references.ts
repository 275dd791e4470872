/** The measures an expression or roll-up names, in constructs and in formulas (`measure("households")`) alike. */
export function namedMeasures(part: unknown): string[] {
  if (typeof part === 'string') return [...part.matchAll(IN_FORMULA)].map(([, id = '']) => id);
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) => {
    if (key === 'measure' && typeof value === 'string') return [value];
    if (key === 'ratio_of_sums') return Object.values(value as Record<string, string>);
    return namedMeasures(value);
  });
}

const IN_FORMULA = /\bmeasure\(\s*["']([^"']+)["']\s*[,)]/g;
