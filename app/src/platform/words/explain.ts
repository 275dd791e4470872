import type { Area } from './area.ts';

export const explain = {
  title: ['为什么', 'Why'],
} as const satisfies Area;
