import type { ValueJson } from '@luoshi/engine';
import { expect, it } from 'vitest';
import { ratingTable } from './rating-table.ts';

const words = (zh: string, en: string) => ({ 'zh-CN': zh, en });
const known = (value: string | boolean): ValueJson => ({ state: 'known', value });

const SHEET = {
  grades: [{ id: 'good', title: words('优秀', 'good') }],
  steps: [
    {
      id: 'sector',
      title: words('领域', 'Sector'),
      number: false,
      grades: [{ id: 'urban', title: words('城市', 'urban') }],
    },
    { id: 'marks', title: words('得分', 'Marks'), number: true },
    { id: 'chosen', title: words('入选', 'Chosen'), number: true },
    { id: 'grade', title: words('等次', 'Grade'), number: false },
  ],
  rows: [
    {
      name: '永安社区',
      group: '东关街道',
      steps: { sector: known('urban'), marks: known('49.1'), chosen: known(true), grade: known('good') },
    },
    {
      name: '新民村',
      group: '柳林镇',
      steps: {
        sector: known('rural'),
        marks: { state: 'not-known' as const, missing: [] },
        chosen: known(false),
        grade: { state: 'not-applicable' as const, why: words('无', 'none') },
      },
    },
  ],
};

it('says grades of every scale and yes and no in words, and lets figures be figures', () => {
  const { columns, rows } = ratingTable(SHEET, 'zh-CN');
  expect(columns.find(({ key }) => key === 'step marks')).toMatchObject({ header: '得分', type: 'decimal' });
  expect(columns.find(({ key }) => key === 'step sector')).not.toHaveProperty('type');
  expect(rows[0]).toMatchObject({
    name: '永安社区',
    'step sector': '城市',
    'step marks': '49.1',
    'step chosen': '是',
    'step grade': '优秀',
  });
  expect(rows[1]).toMatchObject({
    'step sector': 'rural',
    'step marks': '不知道',
    'step chosen': '否',
    'step grade': '不适用',
  });
  expect(ratingTable(SHEET, 'en').rows[0]).toMatchObject({ 'step sector': 'urban', 'step chosen': 'yes' });
});
