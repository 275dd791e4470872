import { describe, expect, it } from 'vitest';
import { compileCount } from './count.ts';
import { Decimal } from './decimal.ts';
import type { Parts } from './parts.ts';
import type { Parameter } from './schema/pack.ts';
import { known, notKnown } from './value.ts';

const words = (zh: string, en: string) => ({ 'zh-CN': zh, en });

describe('a count taken from a parameter', () => {
  const parameter = (value: string | number) => ({
    id: 'days',
    title: words('天数', 'Days'),
    values: { '2026-01-01': value },
  });
  const parts = (value: string | number | null): Pick<Parts, 'parameter' | 'parameters'> => ({
    parameters: new Map([
      ['days', { ...parameter(value ?? 0), source: { document: '办法' }, unit: 'day', role: 'rule' } as Parameter],
    ]),
    parameter: () =>
      value === null
        ? notKnown({ what: 'parameter:days', words: words('参数“天数”未设定', 'The parameter “Days” is not set') })
        : known(new Decimal(value)),
  });

  it('is a whole number on the day it is asked for', () => {
    const run = compileCount({ parameter: 'days' }, parts(15));
    expect([run.on('2026-05-01'), run.missing('2026-05-01')]).toEqual([15, []]);
    expect(run.words('2026-05-01')).toEqual(words('15（参数“天数”）', '15 (the parameter “Days”)'));
    const fixed = compileCount(3, parts(15));
    expect([fixed.on(''), fixed.missing(''), fixed.words('')]).toEqual([3, [], words('3', '3')]);
  });

  it('says what is missing when it is not set, or is no whole number', () => {
    const unset = compileCount({ parameter: 'days' }, parts(null));
    expect([unset.on(''), unset.missing('').map((one) => one.words.en)]).toEqual([
      null,
      ['The parameter “Days” is not set'],
    ]);
    expect(unset.words('')).toEqual(words('未设定（参数“天数”）', 'not set (the parameter “Days”)'));
    const half = compileCount({ parameter: 'days' }, parts('2.5'));
    expect([half.on(''), half.missing('')]).toEqual([
      null,
      [{ what: 'parameter:days', words: words('参数“天数”不是整数', 'The parameter “Days” is not a whole number') }],
    ]);
    const unknown = compileCount({ parameter: 'term' }, { ...parts(2), parameters: new Map() });
    expect(unknown.words('').en).toBe('2 (the parameter “term”)');
  });
});
