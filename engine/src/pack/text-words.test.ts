import { expect, test } from 'vitest';
import { Day, FieldId, Id, ParameterId } from '../schema/common.ts';
import { Manifest } from '../schema/pack.ts';
import { patternHint } from './text-words.ts';

const patternOf = (schema: object): string => String('pattern' in schema ? schema.pattern : '');

test.each([
  ['2026/3/1', '2026-03-01'],
  ['2026.12.31', '2026-12-31'],
  ['2026年3月1日', '2026-03-01'],
  ['2026-3-1', '2026-03-01'],
  [46082, '2026-03-01'],
  ['三月一日', '2026-03-01'],
  [7, '2026-03-01'],
])('the day %s is told as %s', (written, day) => {
  expect(patternHint(written, patternOf(Day))).toEqual({ 'zh-CN': `日期写作 ${day}`, en: `Write the day as ${day}` });
});

test.each([
  ['Study Records', Id, '写作 study-records'],
  ['study-records', FieldId, '写作 study_records'],
  ['Good_Share', ParameterId, '写作 good.share'],
  ['中心组学习', Id, '这里写 id，不写名称：小写英文字母开头，只用字母、数字和 -'],
  ['学习记录', FieldId, '这里写 id，不写名称：小写英文字母开头，只用字母、数字和 _'],
  ['1.0', Manifest.properties.version, '三个数用点分开：1.0.0'],
])('%s', (written, schema, hint) => expect(patternHint(written, patternOf(schema))?.['zh-CN']).toBe(hint));

test('any other pattern is left to its own words', () => {
  expect(patternHint('x', '^\\d+$')).toBeNull();
  expect(patternHint('x', undefined)).toBeNull();
});
