import { sha256 } from '../content-hash.ts';

/**
 * The id of the entry a row becomes: a UUID shaped like version 7, its time the day it happened, the rest drawn from
 * the file's hash and the row's number. The same row of the same file is the same entry, however often it is sent.
 */
export function rowId(jurisdiction: string, fileHash: string, row: number, happenedOn: string): string {
  const time = Math.max(0, Date.parse(`${happenedOn}T00:00:00Z`))
    .toString(16)
    .padStart(12, '0')
    .slice(-12);
  const drawn = sha256(`${jurisdiction} ${fileHash} ${row}`);
  const variant = ((Number.parseInt(drawn.charAt(3), 16) & 0x3) | 0x8).toString(16);
  return [
    time.slice(0, 8),
    time.slice(8),
    `7${drawn.slice(0, 3)}`,
    `${variant}${drawn.slice(4, 7)}`,
    drawn.slice(7, 19),
  ].join('-');
}
