import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { examplePackFiles } from '../../example-pack.ts';
import { checkPacks, loadPack } from '../../index.ts';

const examples = parse(readFileSync(new URL('../../../examples/scorers.yaml', import.meta.url), 'utf8'), {
  merge: true,
}) as { pack: Record<string, unknown> }[];
const text = examples.map(({ pack }) => JSON.stringify(pack)).find((pack) => pack.includes('"joins":')) ?? '';

function problemsWith(from: string, to: string): string[] {
  expect(text).toContain(from);
  const { pack, problems } = loadPack(examplePackFiles(JSON.parse(text.replace(from, to))));
  if (!pack) throw new Error(JSON.stringify(problems));
  return checkPacks([pack])
    .filter(({ severity }) => severity === 'error')
    .map(({ code, words }) => `${code}: ${words['zh-CN']}`);
}

it('finds nothing wrong with a group that joins another', () => {
  expect(problemsWith('"at_least":3', '"at_least":5')).toEqual([]);
});

it('a group joins one that there is, and not itself in the end', () => {
  expect(problemsWith('"joins":"leaders"', '"joins":"delegates"')).toEqual(['unknown-group: 没有评分组“delegates”']);
  expect(problemsWith('"joins":"leaders"', '"joins":"departments"')).toEqual(['circle: “部门”最终并入自己']);
  expect(problemsWith('"share":60,', '"share":60,"joins":"departments",')).toEqual([
    'circle: “领导”最终并入自己',
    'circle: “部门”最终并入自己',
  ]);
});

it('marks on two scales are not taken together', () => {
  expect(problemsWith('"out_of":100,"share":60', '"out_of":10,"share":60')).toEqual([
    'full-marks-differ: “部门”与“领导”的 out_of 不同，分数不能放在一起',
  ]);
});
