import { expect, it } from 'vitest';
import { examplePackFiles } from '../example-pack.ts';
import { checkPacks, loadPack } from '../index.ts';

const said = (text: string) => ({ 'zh-CN': text, en: text });

function findings(is: unknown): readonly string[] {
  const steps = [
    { id: 'marks', title: said('marks'), formula: '3' },
    { id: 'enough', title: said('enough'), formula: 'marks > 2' },
    {
      id: 'class',
      title: said('class'),
      class: { rows: [{ when: 'marks > 2', is: 'hill' }], otherwise: { is: 'plain' } },
    },
    {
      id: 'table',
      title: said('table'),
      formula: { lookup: { by: ['class', 'marks', 'enough'], rows: [{ is, gives: 1 }], otherwise: 'stop' } },
    },
  ];
  const rating = {
    id: 'year',
    of: { organisations: ['village'] },
    period: { every: 'year' },
    part_period: 'rated',
    unit: 'point',
  };
  const { pack, problems } = loadPack(
    examplePackFiles({
      kinds: {
        organisations: [{ id: 'village', title: said('village'), level: 5, parents: [] }],
        units: [{ id: 'point', title: said('point') }],
      },
      ratings: [{ ...rating, steps, result: { score: 'table' } }],
    }),
  );
  return (pack ? checkPacks([pack]) : problems).map(({ code, words, wayOut }) => `${code}: ${words.en} – ${wayOut.en}`);
}

it.each([
  [['hill', 1, true], []],
  [['*', '*', '*'], []],
  [
    ['hill', '1', true],
    [expect.stringMatching(/^wrong-kind: “1” is of another kind.*a number: write 1, without quotes/)],
  ],
  [['hill', 1, 'yes'], [expect.stringMatching(/^wrong-kind: “yes” .*write true or false/)]],
  [[1, 1, true], [expect.stringMatching(/^wrong-kind: “1” .*a text: write it as it stands/)]],
  [['hill', 1], [expect.stringMatching(/^row-length: The row has 2 cells, not 3/)]],
])('a row %j of a table by text, number and yes or no', (is, wanted) => {
  expect(findings(is)).toEqual(wanted);
});
