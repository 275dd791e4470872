import type { Area } from './area.ts';

export const work = {
  nothing: ['现在没有要办的事', 'Nothing is owed now'],
  nothingHint: ['有新的职责到期时会出现在这里。', 'What falls due will appear here.'],
  nothingOwn: ['您要填的都填完了', 'Everything that is yours to enter is entered'],
  others: ['由他人填报的（{{count}}）', 'For others to enter ({{count}})'],
  many: ['{{count}} 项', '{{count}} of them'],
  due: ['{{day}} 前，还有 {{days}} 天', 'by {{day}}, {{days}} days left'],
  dueToday: ['今天到期', 'due today'],
  wasDue: ['应于 {{day}} 前，已过 {{days}} 天', 'was due by {{day}}, {{days}} days ago'],
  done: ['已做 {{done}} / {{need}} {{unit}}', '{{done}} of {{need}} {{unit}} done'],
  awaiting: ['{{count}} 条待核实', '{{count}} to be confirmed'],
  by: ['由{{who}}负责', 'owed by: {{who}}'],
  why: ['为什么', 'Why'],
  do: ['去填', 'Enter'],
  more: ['还有更多，请在作战图上查看。', 'There is more; see the wall chart.'],
} as const satisfies Area;
