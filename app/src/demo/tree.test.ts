import { expect, test } from 'vitest';
import { isTownship, isVillage, treeOf } from './tree.ts';
import { nameAndKindOf, townshipKindOf } from './tree-names.ts';

test('Shen county has 24 townships and streets and 878 villages and communities', () => {
  const tree = treeOf('371522');
  expect(tree).toHaveLength(903);
  expect(tree.filter(isTownship)).toHaveLength(24);
  expect(tree.filter(isVillage)).toHaveLength(878);
  expect(tree.filter(({ kind }) => kind === 'subdistrict').map(({ name }) => name)).toEqual([
    '燕塔街道',
    '莘亭街道',
    '莘州街道',
    '东鲁街道',
  ]);
  expect(tree.filter(({ kind }) => kind === 'community')).toHaveLength(22);
});

test('every organisation stands under one that is there, and its code begins with that one’s', () => {
  const tree = treeOf('371522');
  const codes = new Set(tree.map(({ code }) => code));
  expect(codes.size).toBe(tree.length);
  for (const { code, parent } of tree.slice(1)) {
    expect(codes.has(parent ?? '')).toBe(true);
    expect(code.startsWith(parent ?? '?')).toBe(true);
  }
});

test.each([
  ['371522001002', '振兴社区居民委员会', '振兴社区', 'community'],
  ['371522001228', '肖屯村委会', '肖屯村', 'village'],
  ['371522001244', '花园村村民委员会', '花园村', 'village'],
  ['371522117215', '王村村委会', '王村', 'village'],
  ['371522117206', '新村村委会', '新村', 'village'],
  ['371522104231', '五里后村委', '五里后村', 'village'],
  ['371522114265', '荣盛家园社区村民委员会', '荣盛家园社区', 'village'],
  ['110101001001', '多福巷社区居委会', '多福巷社区', 'community'],
  ['440183102001', '第二居委会', '第二社区', 'community'],
  ['150525101200', '花灯嘎查村委会', '花灯嘎查', 'village'],
  ['659001501400', '三连生活区', '三连生活区', 'village'],
])('%s %s → %s (%s)', (code, full, name, kind) => expect(nameAndKindOf(code, full)).toEqual({ name, kind }));

test('subdistricts are told by the code', () => {
  expect(townshipKindOf('371522004')).toBe('subdistrict');
  expect(townshipKindOf('371522101')).toBe('township');
});
