import type { Explanation } from '@luoshi/engine';

/** Steps below one whose picture does not tell them already. */
export function stepsToTell(step: Explanation): readonly Explanation[] {
  const below = step.children ?? [];
  switch (step.construct) {
    case 'ballots':
      return step.details?.papers === undefined ? below : [];
    case 'rounds':
      return step.details?.weighted === false ? [] : below;
    case 'marginal':
      return below.filter(({ construct }) => construct !== 'marginal');
    default:
      return below;
  }
}
