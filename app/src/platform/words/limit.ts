import type { Area } from './area.ts';

/** What lights say beside a limit, where it differs from {@link light}; and how much is left of one. */
export const limit = {
  'due-soon': ['接近上限', 'Near the limit'],
  met: ['未超', 'Within the limit'],
  excused: ['不设上限', 'No limit'],
  need: ['上限', 'Limit'],
  done: ['已有', 'So far'],
  soFar: ['已有 {{done}} / 上限 {{need}} {{unit}}', '{{done}} so far, at most {{need}} {{unit}}'],
  ofLimit: ['已有 {{done}} / 上限 {{need}}', '{{done}} so far, at most {{need}}'],
  passed: ['已有 {{done}} {{unit}}，超出上限', '{{done}} {{unit}}: beyond the limit'],
  until: ['到 {{day}} 为止', 'until {{day}}'],
} as const satisfies Area;
