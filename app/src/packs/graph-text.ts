import type { GraphStep, Language, RatingGraph, RatingInput, Words } from '@luoshi/engine';

const KINDS: Readonly<Record<RatingInput['kind'], Words>> = {
  form: { 'zh-CN': '表单', en: 'form' },
  measure: { 'zh-CN': '指标', en: 'measure' },
  parameter: { 'zh-CN': '参数', en: 'parameter' },
  obligation: { 'zh-CN': '职责', en: 'duty' },
  rating: { 'zh-CN': '评分办法', en: 'rating' },
};

const RESULTS: Readonly<Record<GraphStep['results'][number], Words>> = {
  score: { 'zh-CN': '总分', en: 'score' },
  grade: { 'zh-CN': '等次', en: 'grade' },
  place: { 'zh-CN': '名次', en: 'place' },
  also: { 'zh-CN': '一并公布', en: 'also shown' },
};

/** A rating's graph for a terminal: layers in the order of evaluation, each step with what it needs. */
export function graphText(graph: RatingGraph, language: Language): string {
  const titles = new Map(graph.steps.map(({ id, title }) => [id, title[language]]));
  const layers = Map.groupBy(graph.steps, ({ layer }) => layer);
  return [
    `${graph.title[language]} (${graph.rating})`,
    ...[...layers].flatMap(([layer, steps]) => [
      language === 'zh-CN' ? `第 ${layer + 1} 层` : `layer ${layer + 1}`,
      ...steps.flatMap((step) => stepLines(step, titles, language)),
    ]),
  ].join('\n');
}

function stepLines(step: GraphStep, titles: ReadonlyMap<string, string>, language: Language): string[] {
  const whole = step.set && (language === 'zh-CN' ? `须${step.set['zh-CN']}一起算` : `over ${step.set.en}`);
  const head = [`  ${step.title[language]} (${step.id})`, step.construct, ...(whole ? [whole] : [])];
  const needs = [
    ...step.needs.map((id) => `${titles.get(id) ?? id} (${id})`),
    ...step.reads.map(({ kind, id, title }) => `${KINDS[kind][language]} ${title[language]} (${id})`),
  ];
  return [
    head.join(' · '),
    ...needs.map((need) => `    ← ${need}`),
    ...step.results.map((result) => `    → ${RESULTS[result][language]}`),
  ];
}

/** A rating's graph as a Mermaid flowchart: arrows from what is needed to what needs it. */
export function graphMermaid({ steps, inputs, edges }: RatingGraph, language: Language): string {
  const label = (text: string): string => text.replaceAll('"', '#quot;');
  const keys = new Map([...inputs.map(({ kind, id }) => `${kind}:${id}`), ...steps.map(({ id }) => id)].map(named));
  return [
    'flowchart TD',
    ...inputs.map(
      ({ kind, id, title }) =>
        `  ${keys.get(`${kind}:${id}`)}[/"${label(`${KINDS[kind][language]} ${title[language]}`)}"/]`,
    ),
    ...steps.map(({ id, title, over }) => {
      const [open, close] = over === 'set' ? ['{{', '}}'] : ['[', ']'];
      return `  ${keys.get(id)}${open}"${label(title[language])}"${close}`;
    }),
    ...edges.map(({ from, to }) => `  ${keys.get(from)} --> ${keys.get(to)}`),
  ].join('\n');
}

/** Mermaid knows no names with colons or dashes. */
const named = (id: string, index: number): [string, string] => [id, `n${index}`];
