import type { SimulatedRow, SimulationSummary, Words } from '@luoshi/engine';
import { v7 as uuidv7 } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { acting } from '../../test/world/acting.ts';
import { buildCounty, type County, NOW } from '../../test/world/build-world.ts';
import { SMALL_PACK } from '../../test/world/small-pack.ts';
import { localOperator } from '../accounts/index.ts';
import { applyPack } from '../packs/index.ts';
import type { Scope } from '../platform/access/scope.ts';
import { testDatabase } from '../platform/database/testing.ts';
import { enterRecord } from '../records/index.ts';
import { explainRating, listRatings, readRating, readRatingHistory, simulateRating } from './index.ts';

const SHEN = '371522';
const QUERY = { rating: 'village-year', period: '2026' };
const database = await testDatabase();
const { as } = acting(database, NOW);
let county: County;
let officer: ReturnType<typeof as>;
let east: ReturnType<typeof as>;

beforeAll(async () => {
  await database.addJurisdictions(SHEN);
  county = await buildCounty(database, SHEN);
  const operator: Scope = await localOperator(database, SHEN);
  officer = as({ ...operator, roles: ['county-officer'] });
  east = as({ ...operator, roles: ['township-officer'], subtrees: [county.organisations.east] });
  await as(operator).do(applyPack, { files: [...SMALL_PACK], from: '2026-01-01' });
  const { wangzhuang, lizhuang, liulin } = county.organisations;
  await meet(wangzhuang, [30, 30, 30, 30]);
  await meet(lizhuang, [30, 30, 10]);
  await meet(liulin, [30]);
});

async function meet(village: string, attended: readonly number[]) {
  for (const [i, came] of attended.entries()) {
    const data = { held_on: `2026-0${i + 2}-10`, expected: 30, attended: came };
    const subject = { kind: 'organisation' as const, id: village };
    await officer.do(enterRecord, { id: uuidv7(), form: 'meeting', subject, data });
  }
}

describe('a rating', () => {
  test('is listed with its steps, grades, parameters and weights', async () => {
    const { ratings } = await officer.do(listRatings, {});
    expect(ratings).toMatchObject([
      {
        id: 'village-year',
        periods: expect.arrayContaining(['2026']),
        unitTitle: { 'zh-CN': '分' },
        grades: [{ id: 'good' }, { id: 'fair' }, { id: 'weak' }],
        parameters: [{ id: 'scheme.meeting-marks', value: { state: 'known', value: '10' } }],
        weights: [
          { at: '/steps/2/weighted/parts/0/weight', part: { 'zh-CN': '会议召开' }, value: '60' },
          { at: '/steps/2/weighted/parts/1/weight', part: { 'zh-CN': '到会情况' }, value: '40' },
        ],
      },
    ]);
  });

  test('is read with every step; those without entries are rated too', async () => {
    const { rows } = await officer.do(readRating, QUERY);
    const results = rows.map(({ name, group, score, grade, place }) => [name, group, score, grade, place]);
    const known = (value: string, unit?: string) => ({ state: 'known', value, ...(unit ? { unit } : {}) });
    expect(results).toEqual(
      expect.arrayContaining([
        ['王庄村', '东张镇', known('100', 'point'), known('good'), known('1')],
        ['李庄村', '东张镇', known('75', 'point'), known('fair'), known('2')],
        ['高庙村', '东张镇', known('40', 'point'), known('weak'), known('3')],
        ['柳林村', '西河镇', known('55', 'point'), known('weak'), known('1')],
      ]),
    );
    expect(rows).toHaveLength(5);
  });

  test('shows a township its own villages alone, with the places among all it is compared with', async () => {
    const { rows } = await east.do(readRating, QUERY);
    expect(rows.map(({ name }) => name).sort()).toEqual(['李庄村', '王庄村', '高庙村'].sort());
    const outside = { ...QUERY, organisation: county.organisations.west };
    await expect(east.do(readRating, outside)).rejects.toMatchObject({ kind: 'not-found' });
    const inside = await officer.do(readRating, outside);
    expect(inside.rows.map(({ group }) => group)).toEqual(['西河镇', '西河镇']);
  });

  test('says how far each unit is from its targets, as far as one may see', async () => {
    const shown = async (who: typeof officer) =>
      (await who.do(readRating, QUERY)).targets.map(({ target, unitName, having, graded, distance }) =>
        [target, unitName, `${having}/${graded}`, distance].join(' '),
      );
    expect((await shown(officer)).sort()).toEqual(['good 东张镇 1/3 0', 'good 西河镇 0/2 1', 'weak  3/5 2'].sort());
    expect(await shown(east)).toEqual(['good 东张镇 1/3 0']);
  });

  test('that is not there, or in a period that is none of its own, is said so', async () => {
    await expect(officer.do(readRating, { ...QUERY, rating: 'none' })).rejects.toMatchObject({ kind: 'not-found' });
    for (const period of ['2026-Q1', 'soon']) {
      await expect(officer.do(readRating, { ...QUERY, period })).rejects.toMatchObject({ kind: 'invalid' });
    }
    await expect(officer.do(readRating, { ...QUERY, period: '2024' })).rejects.toMatchObject({ code: 'no-pack' });
  });

  test('is explained down to its entries, with what would change it', async () => {
    const about = { ...QUERY, subjectKind: 'organisation' as const };
    const { explanation } = await officer.do(explainRating, { ...about, subject: county.organisations.lizhuang });
    const text = JSON.stringify(explanation);
    expect(text).toContain('3 × 10');
    expect(text).toContain('“到会情况”“会议缺席过半”少一次');
    const elsewhere = { ...about, subject: county.organisations.liulin };
    await expect(east.do(explainRating, elsewhere)).rejects.toMatchObject({ kind: 'not-found' });
    const step = { ...about, subject: county.organisations.lizhuang, step: 'nothing' };
    await expect(officer.do(explainRating, step)).rejects.toMatchObject({ kind: 'not-found' });
    const { periods } = await officer.do(readRatingHistory, {
      rating: 'village-year',
      subjectKind: 'organisation',
      subject: county.organisations.lizhuang,
    });
    expect(periods).toMatchObject([{ period: '2026', gradeTitle: { 'zh-CN': '合格' } }]);
  });
});

interface Tried {
  readonly summary: SimulationSummary;
  readonly rows: readonly SimulatedRow[];
  readonly changes: readonly { readonly how: string; readonly words: Words }[];
}

describe('a change on a copy', () => {
  const tried = async (set: readonly string[], who = officer): Promise<Tried> =>
    (await who.do(simulateRating, { ...QUERY, set: [...set] })) as Tried;

  test('moves exactly those whose entries it touches, and is not kept', async () => {
    const { summary, rows } = await tried(['scheme.meeting-marks=20']);
    const moved = rows.filter((row) => row.moved !== 'same').map(({ name, by }) => [name, by]);
    expect(moved.sort()).toEqual([
      ['李庄村', '15'],
      ['柳林村', '15'],
    ]);
    expect(summary.moved).toMatchObject({ up: 2, same: 3 });
    expect(summary.causes).toMatchObject([{ step: 'meetings', subjects: 2 }]);
    expect((await tried(['scheme.meeting-marks=10'])).summary.moved.same).toBe(5);
  });

  test('counts only whom the caller may see', async () => {
    expect((await tried(['scheme.meeting-marks=20'], east)).summary).toMatchObject({ subjects: 3, moved: { up: 1 } });
  });

  test('that names nothing, or breaks the rules, is refused with the reason', async () => {
    await expect(tried(['marks=20'])).rejects.toMatchObject({ code: 'simulation' });
    await expect(tried(['nonsense'])).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(tried(['/steps/2/weighted/parts/0/weight=50'])).rejects.toMatchObject({
      code: 'simulation',
      fields: [{ rule: 'weights', field: 'small/ratings/ratings.yaml:43:11' }],
    });
  });

  test('may be a whole pack that is not in force', async () => {
    const files = SMALL_PACK.map(({ path, text }) => ({ path, text: text.replace('points: 5,', 'points: 20,') }));
    const { rows, changes } = (await officer.do(simulateRating, { ...QUERY, files, set: [] })) as Tried;
    expect(rows.filter(({ moved }) => moved !== 'same').map(({ name, by }) => [name, by])).toEqual([['李庄村', '-30']]);
    expect(changes).toMatchObject([{ how: 'changed', words: { 'zh-CN': expect.stringMatching(/5.*20/) } }]);
    expect((await officer.do(readRating, QUERY)).rows).toHaveLength(5);
  });

  test('says where a pack folder cannot be read', async () => {
    const files = SMALL_PACK.map(({ path, text }) => ({ path, text: text.replace('starts: zero', 'starts: nothing') }));
    await expect(officer.do(simulateRating, { ...QUERY, files, set: [] })).rejects.toMatchObject({
      code: 'pack-problems',
      fields: [{ field: expect.stringMatching(/^small\/ratings\/ratings\.yaml:\d+:\d+$/) }],
    });
  });
});
