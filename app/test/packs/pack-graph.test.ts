import { expect, test } from 'vitest';
import { SMALL_PACK } from '../world/small-pack.ts';
import { packCommand, packFolder } from './pack-commands.ts';

test('the graph of a rating reads from the first layer to the result', async () => {
  const text = await packCommand('graph', packFolder(SMALL_PACK), '--rating', 'village-year');
  expect(text.split('\n')).toEqual([
    '村级年度考核 (village-year)',
    '第 1 层',
    '  会议召开 (meetings) · item',
    '    ← 参数 每次会议分值 (scheme.meeting-marks)',
    '    ← 表单 三会一课 (meeting)',
    '  到会情况 (attendance) · item',
    '    ← 表单 三会一课 (meeting)',
    '第 2 层',
    '  总分 (total) · weighted',
    '    ← 会议召开 (meetings)',
    '    ← 到会情况 (attendance)',
    '    → 总分',
    '第 3 层',
    '  等次 (class) · bands',
    '    ← 总分 (total)',
    '    → 等次',
    '  镇内名次 (place) · rank · 须同一镇的对象一起算',
    '    ← 总分 (total)',
    '    → 名次',
    '',
  ]);
});

test('the graph is also JSON and a flowchart, in English too', async () => {
  const folder = packFolder(SMALL_PACK);
  const json = JSON.parse(await packCommand('graph', folder, '--json')) as { rating: string; edges: object[] }[];
  expect(json.map(({ rating }) => rating)).toEqual(['village-year']);
  expect(json[0]?.edges).toContainEqual({ from: 'form:meeting', to: 'attendance' });
  const chart = await packCommand('graph', folder, '--mermaid', '--language', 'en');
  expect(chart).toMatch(/^flowchart TD\n/);
  expect(chart).toContain('[/"form Meeting"/]');
  expect(chart).toContain('{{"Place in the township"}}');
});

test('a rating that is not there is named with those that are', async () => {
  await expect(packCommand('graph', packFolder(SMALL_PACK), '--rating', 'year')).rejects.toThrow('village-year');
});
