import { describe, expect, it } from 'vitest';
import { variables } from '../../test/condition-variables.ts';
import { compileExact, compileNumber, compilePredicate, compileValue } from '../condition.ts';

describe('a condition that can be taken', () => {
  const env = (data: object, more: object = {}) => ({ data, ...more });
  const holds = (source: string, data: object, more: object = {}) =>
    compilePredicate(source, variables)(env(data, more));
  const number = (source: string, data: object) => compileNumber(source, variables)(env(data));

  it.each<[string, object, boolean | undefined]>([
    ['data.note.endsWith("村")', { note: '东村' }, true],
    ['data.note.endsWith("村")', { note: '村东' }, false],
    ['data.note.startsWith("村")', { note: '东村' }, false],
    ['data.note.contains(data.kind)', { note: 'a visit', kind: 'visit' }, true],
    ['data.note.contains(data.kind)', { note: 'a visit', kind: null }, undefined],
    ['data.note.contains("x")', { note: 3 }, undefined],
    ['data.done || data.km > 1', { done: false, km: 1 }, false],
    ['data.done || data.km > 1', { done: false }, undefined],
    ['data.done && data.km > 1', { done: true }, undefined],
    ['data.kind != "gift"', { kind: 'visit' }, true],
    ['"gift" == data.kind', { kind: 'gift' }, true],
    ['data.kind == data.note', { kind: 'gift', note: 'gift' }, true],
    ['data.kind == data.note', { kind: 'gift' }, undefined],
    ['data.kind == subject.attributes.kind', { kind: 'gift' }, undefined],
    ['3 > subject.attributes.rank', {}, undefined],
    ['subject.attributes.rank == data.km', { km: 3 }, undefined],
    ['data.done == subject.attributes.done', { done: true }, undefined],
    ['data.km == -2', { km: -2 }, true],
    ['data.done == true', { done: false }, false],
    ['data.km <= 2', { km: '2' }, true],
    ['data.km <= 2', { km: ' ' }, undefined],
    ['data.km <= 2', { km: 'two' }, undefined],
    ['data.km <= 2', { km: true }, undefined],
    ['data.done', { done: 'yes' }, undefined],
    ['"road" in data.kinds', { kinds: { road: 1, water: 2 } }, true],
    ['"road" in data.kinds', { kinds: 'road' }, undefined],
    ['data.kind in data.kinds', { kinds: ['road'] }, undefined],
    ['data.kind in ["visit"]', { kind: '' }, undefined],
    ['has(data.note)', { note: '' }, false],
    ['has(data.note)', { note: null }, false],
    ['has(data.km)', { km: 0 }, true],
    ['data.done ? data.done : data.done', {}, undefined],
    ['data.on <= "2026-05-01"', { on: '2026-05-01' }, true],
    ['min(data.on, "2026-05-01") == "2026-05-01"', { on: '2026-06-01' }, true],
    ['max(data.on, "2026-05-01") == "2026-05-01"', { on: '2026-06-01' }, false],
    ['min(data.on, data.note) == "2026-05-01"', { on: '2026-05-01' }, undefined],
  ])('%s of %j', (source, data, expected) => expect(holds(source, data)).toBe(expected));

  it.each<[string, object, number | undefined]>([
    ['size(data.note)', { note: '一😀' }, 2],
    ['data.kinds.size()', { kinds: ['road', 'water'] }, 2],
    ['size(["a", "b", "c"])', {}, 3],
    ['size(data.kinds)', {}, undefined],
    ['data.done ? 1 : 2', { done: false }, 2],
    ['-data.km + 1', { km: 3 }, -2],
    ['-data.km', {}, undefined],
    ['data.km * 3', { km: 0.1 }, 0.3],
    ['data.km - 0.1', { km: 0.3 }, 0.2],
    ['data.km * data.km', { km: 94906267 }, 94906267 * 94906267],
    ['1 / 3 * data.km', { km: 3 }, 1],
    ['data.km / 3 * 3', { km: 100 }, 100],
    ['data.km / 7 + data.km / 7 + data.km * 5 / 7', { km: 1 }, 1],
    ['1 - data.km / 3 - data.km / 3', { km: 1.5 }, 0],
    ['1 - data.km / 3 - 2 * data.km / 3', { km: 1 }, 0],
    ['data.km / 3 * 3 - 0.1', { km: 0.1 }, 0],
    ['data.km / 3', { km: 1 }, 1 / 3],
    ['data.km / 3 + 0.000001', { km: 1 }, 0.3333343333333333],
    ['ceil(data.km / 3 * 3)', { km: 7 }, 7],
    ['floor(data.km * (1 / 3))', { km: 12 }, 4],
    ['ceil(data.km)', { km: 1.2 }, 2],
    ['floor(data.km)', { km: -1.2 }, -2],
    ['data.km', { km: Number.POSITIVE_INFINITY }, undefined],
    ['max(data.km, 2)', { km: 1 }, 2],
    ['min(data.km, 2)', { km: 1 }, 1],
    ['weekday_of(data.on)', { on: '2026-05-10' }, 7],
    ['overlap_days(data.on, "2026-05-10", "2026-05-10", "2026-05-12")', { on: '2026-05-01' }, 1],
    ['overlap_days(data.on, "2026-05-10", "2026-05-11", "2026-05-12")', { on: '2026-05-01' }, 0],
    ['days_between(plus_days(data.on, 0.5), data.on)', { on: '2026-05-01' }, undefined],
    ['days_between(in_year_of(data.on, data.note), data.on)', { on: '2026-05-01', note: 'May' }, undefined],
    ['day_of(data.note)', { note: '1 May' }, undefined],
  ])('%s of %j is a number', (source, data, expected) => expect(number(source, data)).toBe(expected));

  it('says in which unit a number is', () => {
    const unit = (source: string) => compileNumber(source, variables).unit;
    expect(unit('data.km + 1')).toBe('km');
    expect(unit('2 - data.km')).toBe('km');
    expect(unit('2 * data.km')).toBe('km');
    expect(unit('data.km / 2')).toBe('km');
    for (const none of ['2 / data.km', 'data.km / data.km', 'data.km * data.km', '1 + 2', 'size(data.kinds)'])
      expect(unit(none)).toBeUndefined();
    expect(unit('max(0, data.km)')).toBe('km');
    expect(unit('ceil(-data.km)')).toBe('km');
    expect(unit('data.done ? data.km : data.km')).toBe('km');
    expect(unit('subject.attributes.any')).toBeUndefined();
  });

  it('keeps every digit of a field read alone', () => {
    const exact = (source: string, km: unknown) => compileExact(source, variables)({ data: { km, plain: 2 } });
    expect(exact('data.km', '0.10')).toBe('0.10');
    expect(exact(' data.km ', '12345678901234567890.5')).toBe('12345678901234567890.5');
    expect(exact('data.km', 0.5)).toBe(0.5);
    expect(exact('data.km * 2', '0.10')).toBe(0.2);
    for (const none of ['ten', '', null, undefined, true, Number.NaN, '1e3', '1.', 'x1'])
      expect(exact('data.km', none)).toBeUndefined();
    expect(compileExact('data.km', variables).unit).toBe('km');
    expect(compileExact('data.km', variables).reads).toEqual(['data.km']);
  });

  it('names all it reads, and the one value it asks for where it asks no more', () => {
    const of = (source: string) => compilePredicate(source, variables);
    expect(of('data.done && (data.km > data.plain || data.done)').reads).toEqual([
      'data.done',
      'data.km',
      'data.plain',
    ]);
    expect(of("data.kind == 'gift'").equals).toEqual({ field: 'kind', value: 'gift' });
    expect(of('data.done').equals).toEqual({ field: 'done', value: true });
    expect(of('data.done == false').equals).toEqual({ field: 'done', value: false });
    for (const none of [
      '!data.done',
      "data.kind != 'gift'",
      "'gift' == data.kind",
      'data.km == 2',
      'data.kind == data.note',
      "subject.attributes.x == 'a'",
    ])
      expect(of(none).equals).toBeUndefined();
  });

  it('tells what kind of value it is', () => {
    const type = (source: string) => compileValue(source, variables).type.type;
    expect(type('min(data.on, "2026-05-01")')).toBe('date');
    expect(type('min("2026-05-01", data.on)')).toBe('date');
    expect(type('max(subject.attributes.any, data.on)')).toBe('date');
    expect(type('min(data.note, data.kind)')).toBe('text');
    expect(type('data.done ? subject.attributes.any : data.km')).toBe('number');
    expect(type('data.kinds')).toBe('list');
    expect(type('plus_days(data.on, 1)')).toBe('date');
  });
});
