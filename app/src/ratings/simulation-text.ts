import {
  type Cause,
  formatValue,
  type Language,
  type Outcome,
  type Rating,
  type SimulatedRow,
  type SimulationSummary,
  type ValueJson,
  type Words,
} from '@luoshi/engine';

export interface ShownSimulation {
  readonly title: Words;
  readonly summary: SimulationSummary;
  readonly rows: readonly SimulatedRow[];
}

const MOVED: Readonly<Record<SimulatedRow['moved'], Words>> = {
  up: { 'zh-CN': '上升', en: 'up' },
  down: { 'zh-CN': '下降', en: 'down' },
  same: { 'zh-CN': '不变', en: 'same' },
  new: { 'zh-CN': '新纳入', en: 'newly rated' },
  gone: { 'zh-CN': '不再评', en: 'no longer rated' },
  open: { 'zh-CN': '不能比较', en: 'not comparable' },
};

const WHY: Readonly<Record<Cause['why'], Words>> = {
  rule: { 'zh-CN': '规则改变', en: 'its rule changed' },
  reads: { 'zh-CN': '所读取的内容改变', en: 'what it reads changed' },
  others: { 'zh-CN': '其他对象变动', en: 'others moved' },
};

/** A simulation for a terminal: the counts, then everybody who moves. */
export function simulationText(
  { title, summary, rows }: ShownSimulation,
  rating: Rating | undefined,
  language: Language,
) {
  const zh = language === 'zh-CN';
  const grades = new Map((rating?.scales ?? []).flatMap((scale) => scale.grades).map((one) => [one.id, one.title]));
  const counts = (Object.keys(MOVED) as (keyof typeof MOVED)[])
    .filter((way) => summary.moved[way] > 0)
    .map((way) => `${MOVED[way][language]} ${summary.moved[way]}`);
  const steps = summary.causes.map((one) => `${one.title[language]} ${one.subjects}`);
  return [
    `${title[language]}: ${counts.join(zh ? '，' : ', ')}`,
    ...summary.grades.map((one) => `  ${one.title[language]} ${one.before} → ${one.after}`),
    ...(steps.length > 0 ? [`${zh ? '起于' : 'begins at'}: ${steps.join(zh ? '，' : ', ')}`] : []),
    ...rows.filter(({ moved }) => moved !== 'same').map((row) => rowLine(row, grades, language)),
  ].join('\n');
}

function rowLine(row: SimulatedRow, grades: ReadonlyMap<string, Words>, language: Language): string {
  const shown = (value: ValueJson | null) =>
    value === null
      ? '—'
      : value.state === 'known'
        ? (grades.get(String(value.value))?.[language] ?? formatValue(value, undefined, language))
        : formatValue(value, undefined, language);
  const part = (key: keyof Outcome) => {
    const [was, is] = [shown(row.before?.[key] ?? null), shown(row.after?.[key] ?? null)];
    return was === is ? was : `${was} → ${is}`;
  };
  const causes = row.causes.map(({ title, why }) => `${title[language]} (${WHY[why][language]})`);
  const outcome = (['score', 'grade', 'place'] as const).map(part).filter((text) => text !== '—');
  return [`${MOVED[row.moved][language]} ${row.name}`, ...outcome, ...causes].join(' · ');
}
