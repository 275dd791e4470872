import {
  type Explanation,
  type FactRef,
  type Missing,
  renderExplanation,
  type Value,
  type ValueJson,
  valueToJson,
  type Words,
} from '../../src/index.ts';

/** A sentence in both languages, the English below the Chinese; one line where both are alike. */
export const sentence = (words: Words, mark = ''): string[] => once(words, mark);

export const below = (lines: readonly string[]): string[] => lines.map((line) => ` ${line}`);

export const once = ({ 'zh-CN': zh, en }: Words, mark = ''): string[] =>
  zh === en ? [`${mark}${zh}`] : [`${mark}${zh}`, `${' '.repeat(mark.length)}${en}`];

/** Every digit of a value. */
export function exactly(value: Value | ValueJson | null | undefined): string {
  if (value === null || value === undefined) return '–';
  if (value.state === 'not-known') return `? ${whatOf(value.missing)}`;
  if (value.state === 'not-applicable') return `./. ${once(value.why).join(' | ')}`;
  const { value: held, unit = '' } = { unit: '', ...valueToJson(value as Value) } as { value: string; unit?: string };
  return `${held} ${unit}`.trim();
}

export const whatOf = (missing: readonly Missing[]): string =>
  missing.map(({ what, words }) => `${what} (${once(words).join(' | ')})`).join(', ');

/** What was told before in a file: it is told once. */
export type Told = Set<string>;

/** A step as people read it in both languages, with its exact value, the figures of its drawing, its entries and its operands. */
export function explained(step: Explanation, before: Told): string[] {
  const { children = [], facts = [], rule: _, period, details = {}, ...own } = step;
  const [zh, en] = [renderExplanation(own, 'zh-CN'), renderExplanation(own, 'en')];
  const value = exactly(step.result);
  const marks = [
    own.construct,
    ...(step.result.state !== 'known' || zh.endsWith(value) ? [] : [value]),
    ...(period === undefined ? [] : [`${period.key} ${period.start}–${period.end}`]),
    ...Object.entries(details).map(
      ([key, detail]) => `${key}=${typeof detail === 'string' ? detail : JSON.stringify(detail)}`,
    ),
  ];
  const whole = JSON.stringify([zh, marks, facts, children]);
  if (before.has(whole)) return [`${zh} […]`];
  if (children.length + facts.length > 0) before.add(whole);
  return [
    `${zh} [${marks.join(', ')}]`,
    ...(en === zh ? [] : [en]),
    ...below([...facts.flatMap(entry), ...children.flatMap((child) => explained(child, before))]),
  ];
}

const entry = ({ id, form, date, worth, note }: FactRef): string[] => {
  const counted = worth === undefined ? '' : ` = ${worth}`;
  return [`· ${id} ${form} ${date}${counted}`, ...below(note === undefined ? [] : sentence(note))];
};
