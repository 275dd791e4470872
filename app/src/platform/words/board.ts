import type { Area } from './area.ts';

export const board = {
  title: ['作战图', 'Wall chart'],
} as const satisfies Area;
