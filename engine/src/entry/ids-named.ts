import type { FieldValue, Shares } from '../facts.ts';

/** Ids of those a field names, in the order in which they were named. */
export function idsNamed(value: FieldValue | undefined): readonly string[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  return isShares(value) ? Object.keys(value) : value;
}

/** Whether a number is stated for each of those named. */
export const isShares = (value: FieldValue | undefined): value is Shares =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
