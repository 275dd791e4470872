import { refuse } from './error.ts';

/** Numbers written in the source carry no unit and fit every unit; two named units must be equal. */
export function requireSameUnit(a: string | undefined, b: string | undefined, sign: string, offset: number): void {
  if (a === undefined || b === undefined || a === b) return;
  refuse(
    offset,
    `单位不同：“${a}”与“${b}”不能用“${sign}”`,
    `The units differ: “${a}” and “${b}” do not fit “${sign}”`,
    '换成同一单位，或分别统计',
    'Bring both to one unit, or count them apart',
  );
}

/** The unit of a product or quotient; `undefined` when it has no single name. */
export function unitOfOperation(sign: string, a: string | undefined, b: string | undefined): string | undefined {
  if (sign === '+' || sign === '-') return a ?? b;
  if (sign === '*') return a === undefined ? b : b === undefined ? a : undefined;
  return b === undefined ? a : undefined;
}
