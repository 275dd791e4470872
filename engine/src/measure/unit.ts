import { COUNTED, type FigureType, SHARE } from './types.ts';

/** Whether two numbers may be added or compared. */
export const fits = (a: string | undefined, b: string | undefined): boolean =>
  a === undefined || b === undefined || a === b;

/** The unit that says most: a named one before a count before none. */
export function joinUnits(units: readonly (string | undefined)[]): string | undefined {
  return units.find((unit) => unit !== undefined && unit !== COUNTED) ?? units.find((unit) => unit !== undefined);
}

/** A unit of its own, such as yuan or points: no count and no share. */
export const isNamed = (unit: string | undefined): unit is string =>
  unit !== undefined && unit !== COUNTED && unit !== SHARE;

/** A product keeps the one unit it has; shares and counts only scale it. */
export function unitOfProduct(units: readonly (string | undefined)[]): string | undefined {
  const named = units.filter(isNamed);
  if (named.length === 1) return named[0];
  if (named.length > 1 || units.includes(undefined)) return undefined;
  return units.includes(COUNTED) ? COUNTED : SHARE;
}

/** Like by like is a share; kilometres by a count stay kilometres; anything else is named by the measure. */
export function unitOfRatio(of: string | undefined, to: string | undefined): string | undefined {
  if (of !== undefined && of === to) return SHARE;
  return isNamed(of) && !isNamed(to) ? of : undefined;
}

/** Plain names of one who takes a share. */
const SHARE_UNITS: readonly string[] = [SHARE, 'ratio', 'multiple'];

/** Whether a measure may be declared in this unit. */
export function mayBeDeclared({ kind, unit }: FigureType, declared: string): boolean {
  if (kind !== 'number' || unit === undefined) return true;
  if (unit === COUNTED) return declared !== SHARE && declared !== 'percent';
  return unit === SHARE ? SHARE_UNITS.includes(declared) : unit === declared;
}

export const numberIn = (unit: string | undefined): FigureType =>
  unit === undefined ? { kind: 'number' } : { kind: 'number', unit };
