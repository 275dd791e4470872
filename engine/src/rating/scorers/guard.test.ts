import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { examplePackFiles } from '../../example-pack.ts';
import { checkPacks, loadPack } from '../../index.ts';

const [example] = parse(readFileSync(new URL('../../../examples/scorers.yaml', import.meta.url), 'utf8'), {
  merge: true,
}) as { pack: Record<string, unknown> }[];

function problemsWith(change: (pack: string) => string): string[] {
  const { pack, problems } = loadPack(examplePackFiles(JSON.parse(change(JSON.stringify(example?.pack)))));
  if (!pack) throw new Error(JSON.stringify(problems));
  return checkPacks([pack])
    .filter(({ severity }) => severity === 'error')
    .map(({ code, words }) => `${code}: ${words.en}`);
}

it('finds nothing wrong with groups of others', () => {
  expect(problemsWith((pack) => pack)).toEqual([]);
});

it('refuses a group that is the subject itself', () => {
  const own = (pack: string) => pack.replace('"entered_by":["township-officer"]', '"entered_by":["village-clerk"]');
  expect(problemsWith(own)).toEqual([
    expect.stringContaining('self-scoring: “Leaders” is entered by the subject itself'),
  ]);
});

it('refuses papers chosen because the rater is the subject', () => {
  const where = '"papers":{"form":"leader-paper","where":"data.rater == subject.id"}';
  expect(problemsWith((pack) => pack.replace('"papers":{"form":"leader-paper"}', where))).toEqual([
    expect.stringContaining('self-scoring'),
  ]);
});

it('accepts those who rate one another, each leaving out itself', () => {
  const own = (pack: string) => pack.replace('"entered_by":["township-officer"]', '"entered_by":["village-clerk"]');
  const papers = (where: string) => (pack: string) =>
    own(pack).replace('"papers":{"form":"leader-paper"}', `"papers":{"form":"leader-paper","where":"${where}"}`);
  expect(problemsWith(papers('data.rater != subject.id'))).toEqual([]);
  expect(problemsWith(papers('data.rater != subject.id && data.rater == subject.name'))).toHaveLength(1);
  expect(problemsWith(papers('data.rater != \\\"x\\\"'))).toEqual([expect.stringContaining('self-scoring')]);
});

it('accepts it once it is declared', () => {
  const declared = (pack: string) =>
    pack
      .replace('"entered_by":["township-officer"]', '"entered_by":["village-clerk"]')
      .replace('"id":"leaders"', '"id":"leaders","self_score":true');
  expect(problemsWith(declared)).toEqual([]);
});

it('says that shares do not make their sum', () => {
  expect(problemsWith((pack) => pack.replace('"share":50', '"share":40'))).toEqual([
    'weights: The weights make 90, not 100',
  ]);
});
