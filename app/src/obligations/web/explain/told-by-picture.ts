import type { FoldedStep } from '../../folded-step.ts';

/** Steps below one whose picture does not tell them already. */
export function stepsToTell(step: FoldedStep): readonly FoldedStep[] {
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
