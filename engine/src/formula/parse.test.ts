import { describe, expect, it } from 'vitest';
import { ConditionError } from '../condition.ts';
import type { ExpressionForm } from '../schema/expression.ts';
import { formulaCalls, writtenUnit } from './calls.ts';
import { formOf } from './form.ts';
import { parseFormula } from './parse.ts';

const [a, b, c] = ['a', 'b', 'c'].map((step) => ({ step }));
const of = (path: string) => ({ attribute: `subject.attributes.${path}` });

describe('a formula is short for constructs', () => {
  it.each<[string, unknown]>([
    ['a + b + c', { add: [a, b, c] }],
    ['a + (b + c)', { add: [a, { add: [b, c] }] }],
    ['a * b * c', { multiply: [a, b, c] }],
    ['a + b * c', { add: [a, { multiply: [b, c] }] }],
    ['a - b - c', { subtract: [{ subtract: [a, b] }, c] }],
    ['a / b', { ratio: { of: a, to: b } }],
    ['-a', { multiply: [a, { number: -1 }] }],
    ['a < b', { compare: { left: a, is: 'less-than', right: b } }],
    ['a <= b', { compare: { left: a, is: 'at-most', right: b } }],
    ['a > b', { compare: { left: a, is: 'more-than', right: b } }],
    ['a >= b', { compare: { left: a, is: 'at-least', right: b } }],
    ['a == b', { same: [a, b] }],
    ['a != b', { not: { same: [a, b] } }],
    ['a && b && c', { both: [a, b, c] }],
    ['a || b || c', { either: [a, b, c] }],
    ['a || b && c', { either: [a, { both: [b, c] }] }],
    ['!a', { not: a }],
    ['a ? b : c', { choose: { when: a, then: b, otherwise: c } }],
    ['2.50', { number: '2.5' }],
    ['20', { number: '20' }],
    ['"good"', { text: 'good' }],
    ['true', { truth: true }],
    ['as_of', { day: 'as-of' }],
    ['since', { day: 'since' }],
    ['period.start', { day: 'period-start' }],
    ['period.end', { day: 'period-end' }],
    ['subject.attributes.terrain', of('terrain')],
    ['organisation.kind', { attribute: 'organisation.kind' }],
    ['parent.name', { attribute: 'parent.name' }],
    ['attr("terrain")', of('terrain')],
    ['param("bar")', { parameter: 'bar' }],
    ['param("bar", "working-days")', { parameter: 'bar', over: 'working-days' }],
    ['measure("visits")', { measure: 'visits' }],
    ['measure("visits", "year-before")', { measure: 'visits', period: 'year-before' }],
    ['min(a, b, c)', { least: [a, b, c] }],
    ['max(a, 0)', { greatest: [a, { number: '0' }] }],
    ['best(2, a, b, c)', { best: { take: 2, of: [a, b, c] } }],
    ['worst(1, a, b)', { worst: { take: 1, of: [a, b] } }],
    ['root(a, 3)', { root: { of: a, degree: 3 } }],
    ['known(a)', { known: { value: a } }],
    ['known_or(a, b)', { known: { value: a, otherwise: b } }],
    ['applies(a)', { known: { value: a, asks: 'applies' } }],
    ['applies_or(a, b)', { known: { value: a, asks: 'applies', otherwise: b } }],
    ['full(a)', { full: 'a' }],
    ['holding(a)', { holding: [a] }],
    ['holding(a, b)', { holding: [a, b] }],
    ['holds("clerk", "last-day")', { holds: { posts: ['clerk'], on: 'last-day' } }],
    ['published("risk", "latest")', { published: { rating: 'risk', period: 'latest' } }],
    ['published("risk", "class", "previous")', { published: { rating: 'risk', step: 'class', period: 'previous' } }],
    ['round(a, 2, "half-up")', { round: { value: a, decimals: 2, mode: 'half-up' } }],
    ['days_between(since, as_of)', { call: { name: 'days_between', of: [{ day: 'since' }, { day: 'as-of' }] } }],
    [
      'minutes_between("08:00", "09:00")',
      { call: { name: 'minutes_between', of: [{ text: '08:00' }, { text: '09:00' }] } },
    ],
    ['served("days")', { served: { in: 'days' } }],
    ['served("days", "clerk", "head")', { served: { in: 'days', posts: ['clerk', 'head'] } }],
    ['served("terms", "clerk")', { served: { in: 'terms', posts: ['clerk'] } }],
    ['served("months", "begun")', { served: { in: 'months', part_months: 'begun' } }],
    [
      'served("years", "full", "clerk", "to-date", "longest")',
      { served: { in: 'years', part_years: 'full', posts: ['clerk'], during: 'to-date', stretch: 'longest' } },
    ],
    ['yuan(50)', { number: '50', unit: 'yuan' }],
    ['point(-2.5)', { number: '-2.5', unit: 'point' }],
    ['working_day(3)', { number: '3', unit: 'working-day' }],
  ])('%s', (source, form) => expect(parseFormula(source)).toEqual(form));

  it('as written, or as a number, a truth or a construct itself', () => {
    expect([2, false, 'a', { step: 'a' } as ExpressionForm].map(formOf)).toEqual([
      { number: 2 },
      { truth: false },
      { step: 'a' },
      { step: 'a' },
    ]);
  });
});

it('a unit is written as formulas can read it, and read back', () => {
  expect(parseFormula(`${writtenUnit('working-day-piece')}(1)`)).toEqual({ number: '1', unit: 'working-day-piece' });
});

/** What a formula that cannot be read is told: where, what is wrong, and the way out. */
function told(source: string): readonly [number, string, string, string] {
  try {
    parseFormula(source);
  } catch (error) {
    if (!(error instanceof ConditionError)) throw error;
    const { offset, words, wayOut } = error;
    expect(wayOut['zh-CN']).not.toBe('');
    return [offset, words['zh-CN'], words.en, wayOut.en];
  }
  throw new Error(`${source} can be read`);
}

describe('a function that is not written as it must be is told how it is, at its place', () => {
  it.each([
    ['param', 'a + param(1)', 4],
    ['param', 'param()', 0],
    ['param', 'param("bar", 1)', 0],
    ['param', 'param("bar", "days")', 0],
    ['attr', 'attr(terrain)', 0],
    ['measure', 'measure(visits)', 0],
    ['measure', 'measure("visits", "next")', 0],
    ['measure', 'measure("visits", 1)', 0],
    ['min', 'min(a)', 0],
    ['max', 'max(a)', 0],
    ['known', 'known()', 0],
    ['known_or', 'known_or(a)', 0],
    ['applies', 'applies()', 0],
    ['applies_or', 'applies_or(a)', 0],
    ['full', 'full("a")', 0],
    ['full', 'full()', 0],
    ['holding', 'holding()', 0],
    ['holds', 'holds("clerk")', 0],
    ['published', 'published("risk")', 0],
    ['published', 'published("risk", "class", "newest")', 0],
    ['published', 'published("risk", "", "latest")', 0],
    ['published', 'published("risk", "class", "grade", "latest")', 0],
    ['published', 'published("", "latest")', 0],
    ['holds', 'holds("clerk", "some-day")', 0],
    ['holds', 'holds(clerk, "last-day")', 0],
    ['served', 'served()', 0],
    ['served', 'served("weeks")', 0],
    ['served', 'served("months")', 0],
    ['served', 'served("years", "clerk")', 0],
    ['served', 'served("years", "halves")', 0],
    ['round', 'round(a, 2)', 0],
    ['round', 'round(a, 2, "up-half")', 0],
    ['round', 'round(a, b, "up")', 0],
    ['round', 'round(a, 0.5, "up")', 0],
  ])('%s in %s', (name, source, offset) => {
    expect(told(source)).toEqual([
      offset,
      `“${name}”的写法不对`,
      `“${name}” is not written as it must be`,
      `Write ${formulaCalls().get(name)}`,
    ]);
  });
});

describe('what is no part of formulas is told, with what is', () => {
  it.each([
    ['a + variance(b)', 4, 'variance()'],
    ['yuan(a)', 0, 'yuan()'],
    ['yuan(-a)', 0, 'yuan()'],
    ['yuan("5")', 0, 'yuan()'],
    ['yuan(1, 2)', 0, 'yuan()'],
    ['toString(a)', 0, 'toString()'],
    ['a + null', 4, 'null'],
    ['entry.date', 0, 'entry.'],
    ['min(a, b).name', 0, '.'],
  ])('%s', (source, offset, what) => {
    const [at, zh, en, way] = told(source);
    expect([at, zh, en]).toEqual([offset, `公式不支持“${what}”`, `“${what}” is not part of the formula language`]);
    expect(way).toMatch(/^Available: .*yuan\(50\)$/);
  });
});
