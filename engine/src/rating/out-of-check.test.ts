import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { SCHEME, schemeWith } from '../../test/village-scheme.ts';
import { examplePackFiles } from '../example-pack.ts';
import { checkPacks, loadPack } from '../index.ts';

const [example] = parse(readFileSync(new URL('../../examples/scorers.yaml', import.meta.url), 'utf8'), {
  merge: true,
}) as { pack: Record<string, unknown> }[];

/** What is said of papers that may be so many marks at most, where 100 are the full marks. */
function withMost(max: number): string[] {
  const text = JSON.stringify(example?.pack).replaceAll('"decimals":1', `"decimals":1,"max":${max}`);
  const { pack, problems } = loadPack(examplePackFiles(JSON.parse(text)));
  if (!pack) throw new Error(JSON.stringify(problems));
  return checkPacks([pack])
    .filter(({ code }) => code !== 'asked-twice')
    .map(({ severity, code, words }) => `${severity} ${code}: ${words['zh-CN']}`);
}

it('papers may end where the full marks do, or somewhat below', () => {
  expect(withMost(100)).toEqual([]);
  expect(withMost(95)).toEqual([]);
  expect(withMost(51)).toEqual([]);
});

it('papers on another scale than the full marks are warned of', () => {
  const little = 'warning full-marks-differ: “评分”最多可填 10，out_of 写 100：得不到全部份额';
  expect(withMost(10)).toEqual([little, little, little]);
  expect(withMost(50)).toHaveLength(3);
  const much = 'warning full-marks-differ: “评分”最多可填 120，out_of 写 100：会超过全部份额';
  expect(withMost(120)).toEqual([much, much, much]);
});

it('a part of a weighted sum is set against its full marks', () => {
  const weighted = SCHEME.ratings[0]?.steps.find(({ id }) => id === 'total')?.weighted;
  const outOf = JSON.stringify(weighted).match(/"out_of":[^,]+,/)?.[0] ?? '?';
  const found = (marks: number) =>
    checkPacks([schemeWith([outOf, `"out_of":${marks},`])]).map(({ code, words }) => `${code}: ${words.en}`);
  const full = 20;
  expect(found(full)).toEqual([]);
  expect(found(full - 4)).toEqual([]);
  expect(found(full + 1)).toEqual([expect.stringContaining(`out_of is ${full + 1}: nobody gets all of it`)]);
  expect(found(full / 2)).toEqual([expect.stringContaining(`out_of is ${full / 2}: it may come to more than all`)]);
});
