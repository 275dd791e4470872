import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SMALL_PACK } from '../world/small-pack.ts';
import { packCommand, packFolder } from './pack-commands.ts';
import { TWO_VILLAGES } from './two-villages.ts';

function exampleIn(folder: string): string {
  const file = join(folder, 'facts.txt');
  writeFileSync(file, TWO_VILLAGES);
  return file;
}

test('all subjects by all steps, without a database', async () => {
  const folder = packFolder(SMALL_PACK);
  const said = await packCommand('rate', folder, '--example', exampleIn(folder));
  // 王庄：3 次 × 10 = 30，30 ÷ 40 × 60 + 40 = 85；李庄：10 ÷ 40 × 60 + 15 ÷ 20 × 40 = 45
  expect(said.split('\n').map((line) => line.split('\t'))).toEqual([
    ['对象', '所属', '会议召开', '到会情况', '总分', '等次', '镇内名次'],
    ['王庄', '东镇', '30', '20', '85', '优秀', '1'],
    ['李庄', '东镇', '10', '15', '45', '待提升', '2'],
    [''],
  ]);
});

test('an endless number is cut to ten decimals, and no other', async () => {
  const of70 = SMALL_PACK.map(({ path, text }) => ({ path, text: text.replace('out_of: 40', 'out_of: 70') }));
  const said = await packCommand('rate', packFolder(of70), '--example', exampleIn(packFolder(SMALL_PACK)));
  // 王庄：30 ÷ 70 × 60 + 40；李庄：10 ÷ 70 × 60 + 30
  expect(said.split('\n').map((line) => line.split('\t')[4])).toEqual([
    '总分',
    '65.7142857143',
    '38.5714285714',
    undefined,
  ]);
});

test('as a file for Excel, in the language asked for', async () => {
  const folder = packFolder(SMALL_PACK);
  const example = exampleIn(folder);
  const [csv, xlsx] = [join(folder, 'out.csv'), join(folder, 'out.xlsx')];
  await packCommand('rate', folder, '--example', example, '--out', csv, '--language', 'en');
  expect(readFileSync(csv, 'utf8')).toMatch(/Subject,Under,Meetings held[\s\S]*王庄,东镇,30,20,85,Good,1/);
  await packCommand('rate', folder, '--example', example, '--out', xlsx);
  expect(readFileSync(xlsx).subarray(0, 2).toString()).toBe('PK');
});

test('what is not there is said, and nothing is written', async () => {
  const folder = packFolder(SMALL_PACK);
  const out = join(folder, 'out.xlsx');
  const rate = (...more: string[]) => packCommand('rate', folder, '--out', out, ...more);
  await expect(rate('--example', join(folder, 'none.yaml'))).rejects.toMatchObject({ code: 'invalid-input' });
  const example = exampleIn(folder);
  await expect(rate('--example', example, '--rating', 'village-yaer')).rejects.toMatchObject({ code: 'invalid-input' });
  await expect(rate('--example', example, '--period', '2026-13')).rejects.toMatchObject({ code: 'invalid-input' });
  expect(existsSync(out)).toBe(false);
});
