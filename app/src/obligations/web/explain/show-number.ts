const PLACES = 4;

/** Digits after the point in a table. */
export const IN_TABLES = 2;

/** A figure short enough for a line: shares in per cent, long decimals cut. The exact figure stays in the title. */
export function showNumber(exact: string, unit: string | undefined, most = PLACES): string {
  if (!/^-?\d+(\.\d+)?$/.test(exact)) return exact;
  if (unit === 'share') return `${Math.round(Number(exact) * 1000) / 10}%`;
  const [whole = '', places = ''] = exact.split('.');
  return places.length > most ? `${whole}.${places.slice(0, most)}…` : exact;
}
