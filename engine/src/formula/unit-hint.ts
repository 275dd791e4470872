import { NUMBER_WITH_UNIT } from '../condition/slips.ts';
import type { Parts } from '../parts.ts';
import type { Words } from '../value.ts';
import { say } from '../words.ts';
import { writtenUnit } from './calls.ts';

const WITH_UNIT = new RegExp(NUMBER_WITH_UNIT, 'u');

/** `90分`, `50元`: the plain number, or the number with its unit in front. */
export function unitHint(written: string, units: Parts['units']): Words | null {
  const [found] = WITH_UNIT.exec(written.replace(/"[^"]*"|'[^']*'/g, '""')) ?? [];
  const [, number, title] = /^([\d.]+)\s*个?(.+)$/su.exec(found ?? '') ?? [];
  if (number === undefined) return null;
  const named = [...units.values()].find((unit) => unit.title['zh-CN'] === title);
  const large = named ? null : /^([万亿])(.+)$/u.exec(title ?? '');
  if (large) return unitHint(`${Number(number) * (large[1] === '万' ? 10_000 : 100_000_000)}${large[2]}`, units);
  const amount = named ? `${writtenUnit(named.id)}(${number})` : null;
  return say(
    `数后不写单位：写 ${number}${amount ? `；要带单位时写 ${amount}` : ''}`,
    `Units are not written behind numbers: write ${number}${amount ? `, or ${amount} where the unit matters` : ''}`,
  );
}
