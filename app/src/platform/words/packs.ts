import type { Area } from './area.ts';

export const packs = {
  lead: ['制度写成数据，哪一版从哪一天起生效，一目了然。', 'Rules as data: which version holds since which day.'],
  none: ['还没有制度包', 'No pack yet'],
  noneHint: ['用 luoshi pack apply 装入。', 'Take one into force with luoshi pack apply.'],
  pack: ['制度包', 'Pack'],
  id: ['标识', 'Id'],
  version: ['版本', 'Version'],
  from: ['生效', 'In force from'],
  to: ['至', 'To'],
  open: ['现行', 'in force'],
  unreadable: ['不能使用', 'cannot be used'],
  toMend: ['下一版须改正 {{n}} 处，现行版本照常计算', 'To mend in the next version: {{n}}; this one goes on as it is'],
  hash: ['内容指纹', 'Content hash'],
  duties: ['职责', 'Duties'],
  forms: ['表单', 'Forms'],
  measures: ['指标', 'Measures'],
  ratings: ['评分办法', 'Ratings'],
  adaptations: ['本地调整', 'Adaptations'],
  values: ['参数', 'Parameters'],
  files: ['原文', 'As written'],
} as const satisfies Area;
