/** Values of the engine and plain ones as one text each, so that they can be compared. */
import { type Value, valueToJson } from '../../src/index.ts';
import type { PlainValue } from './figures.ts';

export const said = (value: PlainValue): string => {
  if (value.state === 'known') return `${typeof value.value} ${String(value.value)}`;
  if (value.state === 'not-applicable') return value.why;
  return [...new Set(value.missing.map(({ what, words }) => `${what} ${words['zh-CN']} ${words.en}`))]
    .sort()
    .join('\n');
};

export function saidBy(value: Value | undefined): string {
  if (!value) return 'nothing';
  const json = valueToJson(value);
  return said(json.state === 'not-applicable' ? { state: json.state, why: json.why['zh-CN'] } : json);
}
