import type { Area } from './area.ts';

export const work = {
  nothing: ['现在没有要办的事', 'Nothing is owed now'],
  nothingHint: ['有新的职责到期时会出现在这里。', 'What falls due will appear here.'],
  all: ['全部', 'All'],
  due: ['{{day}} 前', 'by {{day}}'],
  wasDue: ['应于 {{day}} 前', 'was due by {{day}}'],
  done: ['已做 {{done}} / {{need}}', 'done {{done}} of {{need}}'],
  awaiting: ['{{count}} 条待核实', '{{count}} to be confirmed'],
  why: ['为什么', 'Why'],
  do: ['去填', 'Enter'],
  more: ['还有更多，请在作战图上查看。', 'There is more; see the wall chart.'],
} as const satisfies Area;
