import { writtenUnit } from '../formula/calls.ts';
import type { Parts } from '../parts.ts';
import type { Finding } from '../problem.ts';
import type { Expression } from '../schema/expression.ts';
import type { Rating } from '../schema/rating.ts';
import type { Words } from '../value.ts';
import { say } from '../words.ts';

/** A finding about a formula with the way out an author most likely needs: a step is named by its id, units are not written. */
export function hinted(finding: Finding, written: Expression, rating: Rating, units: Parts['units']): Finding {
  if (finding.code !== 'formula' || typeof written !== 'string') return finding;
  const wayOut = titleUsed(written, rating) ?? unitWritten(written, units);
  return wayOut ? { ...finding, wayOut } : finding;
}

const outsideQuotes = (written: string): string => written.replace(/"[^"]*"|'[^']*'/g, '""');

/** A Chinese title where the id of the step belongs. */
function titleUsed(written: string, { steps }: Rating): Words | null {
  const names = outsideQuotes(written).match(/\p{Script=Han}+/gu) ?? [];
  for (const name of names) {
    const step = steps.find(({ title }) => title['zh-CN'] === name);
    if (step) {
      return say(
        `公式里用 id：“${name}”的 id 是 ${step.id}`,
        `Formulas name steps by their ids: “${name}” is ${step.id}`,
      );
    }
  }
  return null;
}

const UNITS = '分|元|万元|天|日|个|次|人|件|户|名|项|年|月|周|小时|分钟|公里|亩|票|工作日';
const WITH_UNIT = new RegExp(`(\\d+(?:\\.\\d+)?)\\s*(?:个)?(${UNITS})(?!\\p{Script=Han})`, 'u');

/** `90分`, `50元`: the plain number, or the number with its unit in front. */
function unitWritten(written: string, units: Parts['units']): Words | null {
  const [, number, title] = WITH_UNIT.exec(outsideQuotes(written)) ?? [];
  if (number === undefined) return null;
  const named = [...units.values()].find((unit) => unit.title['zh-CN'] === title);
  const amount = named ? `${writtenUnit(named.id)}(${number})` : null;
  return say(
    `数后不写单位：写 ${number}${amount ? `；要带单位时写 ${amount}` : ''}`,
    `Units are not written behind numbers: write ${number}${amount ? `, or ${amount} where the unit matters` : ''}`,
  );
}
