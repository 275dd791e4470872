const PLACES = 4;

/** A figure short enough for a line: shares in per cent, long decimals cut. The exact figure stays in the title. */
export function showNumber(exact: string, unit: string | undefined): string {
  if (!/^-?\d+(\.\d+)?$/.test(exact)) return exact;
  if (unit === 'share') return `${Math.round(Number(exact) * 1000) / 10}%`;
  const [whole = '', places = ''] = exact.split('.');
  return places.length > PLACES ? `${whole}.${places.slice(0, PLACES)}…` : exact;
}
