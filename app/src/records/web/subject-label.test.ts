import { expect, it } from 'vitest';
import { labelsOf } from './subject-label.ts';

const one = (id: string, name: string, organisation: string, under: string | null) => ({
  kind: 'organisation' as const,
  ...{ id, name, under, from: null, to: null },
  organisation: { id, name: organisation },
});

it('says where somebody belongs, and of those called alike what each stands under', () => {
  const labels = labelsOf([
    one('1', '永安村', '永安村', '东镇'),
    one('2', '永安村', '永安村', '西镇'),
    one('2', '永安村', '永安村', '西镇'),
    one('3', '李庄', '李庄', '东镇'),
    one('4', '王刚', '李庄', '东镇'),
    one('5', '王刚', '李庄', null),
  ]);
  expect([...labels].sort()).toEqual([
    ['1', '永安村（东镇）'],
    ['2', '永安村（西镇）'],
    ['3', '李庄'],
    ['4', '王刚 · 李庄（东镇）'],
    ['5', '王刚 · 李庄'],
  ]);
});
