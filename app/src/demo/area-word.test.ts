import { expect, it } from 'vitest';
import { areaWord } from './area-word.ts';
import { departments } from './world.ts';

it('a banner, a district and a city are called so, in words and in the names of their departments', () => {
  expect(areaWord('杭锦旗')).toEqual({ zh: '旗', en: 'banner' });
  const county = { code: '150625', name: '杭锦旗', kind: 'county', parent: null } as const;
  expect(departments([county], 3).map(({ name }) => name)).toEqual(['旗委办公室', '旗委组织部', '旗委宣传部']);
});

it('what has no such word is a county', () => {
  expect(areaWord('青禾')).toEqual({ zh: '县', en: 'county' });
});
