import { describe, expect, it } from 'vitest';
import { schemeWith } from '../../test/village-scheme.ts';
import { checkPacks } from './check.ts';

type Replaced = readonly (readonly [string, string])[];

/** Errors of the scheme after some of its text was replaced: code and the words in both languages. */
const found = (...replaced: Replaced): string[] =>
  checkPacks([schemeWith(...replaced)])
    .filter(({ severity }) => severity === 'error')
    .map(({ code, words }) => `${code}: ${words['zh-CN']} / ${words.en}`);

const outOf = (written: string): Replaced[number] => ['"out_of":20', `"out_of":${written}`];
const marks = (value: string): Replaced[number] => ['"values":{"2026-01-01":20}', `"values":{${value}}`];

describe('a number that makes no sense where it stands', () => {
  it.each(['0', '-3', '"0"', '{"number":0}'])('is refused as full marks: %s', (written) => {
    expect(found(outOf(written))).toEqual([expect.stringMatching(/^no-such-size: out_of 须大于 0.*must be above 0/)]);
  });

  it.each(['20', '"20"', '"40 / 2"', '"meetings"', '"1/3"'])('is not found in %s', (written) => {
    expect(found(outOf(written))).toEqual([]);
  });

  it('is found in every value of a parameter, and named', () => {
    const said = found(marks('"2026-01-01":20,"2027-01-01":0'));
    expect(said).toEqual([expect.stringMatching(/参数“marks”的值是 0.*the parameter “marks” is 0/)]);
    expect(found(marks('"2026-01-01":null'), ['"unit":"point","scales"', `${PROVISIONAL},"scales"`])).toEqual([]);
  });

  it('is not thought to be one where it is worked out by the days of a parameter', () => {
    const over = '{"parameter":"marks","over":"months"}';
    expect(
      found(marks('"2026-01-01":0,"2026-07-01":20'), ['"out_of":"param(\\"marks\\")"', `"out_of":${over}`]),
    ).toEqual([]);
  });

  it('is refused as points of a parameter that would turn what takes into what adds', () => {
    expect(found(marks('"2026-01-01":-1'), ['"points":1', '"points":"param(\\"marks\\")"'])).toContainEqual(
      expect.stringMatching(/^negative-points: /),
    );
  });
});

const PROVISIONAL = '"unit":"point","provisional":{"zh-CN":"未定","en":"not yet"}';

describe('ends', () => {
  const ends = (floor: string, cap: string): Replaced[number] => [
    '"floor":0,"cap":"full","missing":"stop"}},{"id":"meetings"',
    `"floor":${floor},"cap":${cap},"missing":"stop"}},{"id":"meetings"`,
  ];

  it('are refused the wrong way round, also when a parameter says one', () => {
    expect(found(ends('10', '5'))).not.toEqual([]);
    expect(found(ends('10', '5')).filter((one) => !one.startsWith('ends-crossed: floor 是 10，大于 cap 的 5'))).toEqual(
      [],
    );
    expect(found(ends('30', '"param(\\"marks\\")"'))).toContainEqual(expect.stringContaining('above 20 of cap'));
  });

  it('may meet, and may be none', () => {
    expect(found(ends('5', '5'))).toEqual([]);
    expect(found(ends('-5', '0'))).toEqual([]);
    expect(found(ends('10', '"none"'))).toEqual([]);
  });
});
