import type { Area } from './area.ts';

export const measures = {
  lead: [
    '由记录计算，点数字看来源。不知道不等于零。',
    'Computed from records; click a figure to see its source. Not known is not zero.',
  ],
  organisation: ['组织', 'Organisation'],
  period: ['时段', 'Period'],
  measure: ['指标', 'Measure'],
  none: ['现行制度包里没有指标', 'The packs in force hold no measures'],
  notKnown: ['不知道', 'not known'],
  notApplicable: ['不适用', 'n/a'],
  where: ['数字从哪里来', 'Where the figure comes from'],
} as const satisfies Area;
