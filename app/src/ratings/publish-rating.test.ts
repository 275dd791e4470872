import type { SimulatedRow } from '@luoshi/engine';
import { v7 as uuidv7 } from 'uuid';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { acting } from '../../test/world/acting.ts';
import { buildCounty, type County, NOW } from '../../test/world/build-world.ts';
import { MONTH_SCHEME } from '../../test/world/month-scheme.ts';
import { SMALL_PACK } from '../../test/world/small-pack.ts';
import { localOperator } from '../accounts/index.ts';
import { renameOrganisation } from '../organisations/index.ts';
import { applyPack } from '../packs/index.ts';
import type { Scope } from '../platform/access/scope.ts';
import { testDatabase } from '../platform/database/testing.ts';
import { correctRecord, enterRecord, withdrawRecord } from '../records/index.ts';
import { listRuns, publishRating, readRating, readRatingHistory, readRun, recomputeRun } from './index.ts';

const SHEN = '371522';
const PACK = [...SMALL_PACK, ...MONTH_SCHEME].map(({ path, text }) => ({
  path,
  text: text.replaceAll('2026-01-01', '2025-01-01'),
}));
const database = await testDatabase();
const { as, clock } = acting(database, NOW);
let county: County;
let operator: Scope;
let officer: ReturnType<typeof as>;
let east: ReturnType<typeof as>;
/** Each test has a month of its own. */
let month = 0;
let period: { readonly rating: string; readonly period: string };
const day = (of: number) => `2025-${String(month).padStart(2, '0')}-${String(of).padStart(2, '0')}`;

beforeAll(async () => {
  await database.addJurisdictions(SHEN);
  county = await buildCounty(database, SHEN);
  operator = await localOperator(database, SHEN);
  officer = as({ ...operator, roles: ['county-officer'] });
  east = as({ ...operator, roles: ['township-officer'], subtrees: [county.organisations.east] });
  await as(operator).do(applyPack, { files: PACK, from: '2025-01-01' });
});

/** On 15 September, with the month's meetings: 王庄 2, 李庄 1. */
beforeEach(async () => {
  clock.set(NOW);
  month += 1;
  period = { rating: 'village-month', period: day(1).slice(0, 7) };
  const { wangzhuang, lizhuang } = county.organisations;
  await meet(wangzhuang, day(3));
  await meet(wangzhuang, day(17));
  await meet(lizhuang, day(5));
});

async function enter(form: string, village: string, data: Readonly<Record<string, string | number>>) {
  const id = uuidv7();
  await officer.do(enterRecord, { id, form, subject: { kind: 'organisation', id: village }, data });
  return id;
}
const meet = (village: string, held: string) =>
  enter('meeting', village, { held_on: held, expected: 30, attended: 20 });
const publish = (more: object = {}) => officer.do(publishRating, { id: uuidv7(), ...period, ...more });
const read = async (id: string, who = officer) => (await who.do(readRun, { id })).rows;
const gradesIn = async (id: string) =>
  new Map((await read(id)).map(({ name, grade }) => [name, (grade as { value: string }).value]));
const on = (day: string) => clock.set(`${day}T02:00:00.000Z`);

describe('publishing a rating', () => {
  test('keeps the figures, the rules and what was read, open to objections for the days of the pack', async () => {
    const id = uuidv7();
    const answer = await publish({ id });
    expect(answer).toEqual({ id, version: 1, subjects: 5, objectUntil: '2026-09-20', again: false });
    const { run, steps, grades, rows } = await officer.do(readRun, { id });
    expect(run).toMatchObject({
      version: 1,
      reason: null,
      state: 'shown',
      publishedBy: expect.any(String),
      subjects: 5,
    });
    expect(run.packs).toMatchObject([{ id: 'small', version: '1.0.0', hash: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
    expect(run.factHash).toMatch(/^[0-9a-f]{64}$/);
    expect(steps.map((step) => step.id)).toEqual(['held', 'class', 'place']);
    expect(grades.map((grade) => grade.id)).toEqual(['done', 'open']);
    const wangzhuang = rows.find(({ name }) => name === '王庄村');
    expect(wangzhuang).toMatchObject({
      score: { state: 'known', value: '20' },
      grade: { value: 'done' },
      place: { value: '1' },
      steps: { held: { value: '20' } },
      state: 'shown',
      finalOn: '2026-09-21',
    });
  });

  test('again with the same id changes nothing, and the id stands for that run alone', async () => {
    const id = uuidv7();
    await publish({ id });
    expect(await publish({ id })).toMatchObject({ id, version: 1, again: true, objectUntil: '2026-09-20' });
    expect((await officer.do(listRuns, period)).runs).toHaveLength(1);
    await expect(publish({ id, period: '2026-08' })).rejects.toMatchObject({ code: 'other-content' });
  });

  test('waits for the end of the period, and is for those who see all of it', async () => {
    await expect(publish({ period: '2026-09' })).rejects.toMatchObject({ code: 'period-open' });
    await expect(publish({ asOf: day(28) })).rejects.toMatchObject({ code: 'period-open' });
    const half = as({ ...operator, roles: ['county-officer'], subtrees: [county.organisations.east] });
    await expect(half.do(publishRating, { id: uuidv7(), ...period })).rejects.toMatchObject({ code: 'not-all' });
    await expect(east.do(publishRating, { id: uuidv7(), ...period })).rejects.toMatchObject({ kind: 'refused' });
  });
});

describe('a published result', () => {
  test('stays as it is while entries come, are corrected and withdrawn, even on the same day', async () => {
    const wrong = await meet(county.organisations.gaomiao, day(6));
    const { id } = await publish();
    clock.set('2026-09-15T02:00:01.000Z');
    await meet(county.organisations.lizhuang, day(20));
    const data = { held_on: '2026-09-06', expected: 30, attended: 20 };
    await officer.do(correctRecord, { id: uuidv7(), entry: wrong, data, reason: '日期记错' });
    const live = await officer.do(readRating, period);
    expect(live.rows.find(({ name }) => name === '李庄村')?.grade).toMatchObject({ value: 'done' });
    expect(live.rows.find(({ name }) => name === '高庙村')?.score).toMatchObject({ value: '0' });
    expect(await gradesIn(id)).toEqual(
      new Map([
        ['李庄村', 'open'],
        ['柳林村', 'open'],
        ['王庄村', 'done'],
        ['赵庄村', 'open'],
        ['高庙村', 'open'],
      ]),
    );
    expect(await officer.do(recomputeRun, { id })).toMatchObject({
      equal: true,
      subjects: 5,
      facts: { equal: true, changed: [] },
      rows: [],
    });
  });

  test('is worked out again by the rules of its day, whatever is in force now', async () => {
    const { id } = await publish();
    const dearer = PACK.map(({ path, text }) => ({
      path,
      text: text.replace('"2025-01-01": 10', '"2025-01-01": 30').replace('version: 1.0.0', 'version: 1.1.0'),
    }));
    await as(operator).do(applyPack, { files: dearer, from: '2026-09-16' });
    on('2026-10-09');
    expect(await officer.do(recomputeRun, { id })).toMatchObject({ equal: true, facts: { equal: true } });
  });

  test('that no longer comes out the same says who differs, by how much, and where it begins', async () => {
    const { id } = await publish();
    await database.asOwner(async (owner) => {
      await owner`alter table entry_supersession disable trigger all`;
      await owner`delete from entry where jurisdiction_id = ${county.jurisdiction} and happened_on = ${day(5)}`;
    });
    const again = await officer.do(recomputeRun, { id });
    const rows = again.rows as SimulatedRow[];
    expect(again).toMatchObject({ equal: false, facts: { equal: false, changed: ['facts'] } });
    expect(rows.find(({ name }) => name === '李庄村')).toMatchObject({
      moved: 'down',
      by: '-10',
      causes: [{ step: 'held' }],
    });
    // The places of those who had none before it move with it.
    expect(rows.map(({ name }) => name).sort()).toEqual(['李庄村', '柳林村', '赵庄村', '高庙村'].sort());
    expect((await east.do(recomputeRun, { id })).rows).toHaveLength(2);
  });

  test('says which kind of thing was recorded otherwise, also where no figure moves', async () => {
    const { id } = await publish();
    await as(operator).do(renameOrganisation, {
      id: county.organisations.zhaozhuang,
      event: uuidv7(),
      name: '赵庄新村',
      on: '2026-09-01',
    });
    expect(await officer.do(recomputeRun, { id })).toMatchObject({
      equal: true,
      facts: { equal: false, changed: ['organisations'] },
    });
  });

  test('shows each what lies within the scope, and nothing of a run without it', async () => {
    const { id } = await publish();
    expect((await read(id, east)).map(({ name }) => name).sort()).toEqual(['李庄村', '王庄村', '高庙村'].sort());
    expect((await east.do(listRuns, period)).runs).toMatchObject([{ id, subjects: 3 }]);
    const nobody = as({
      ...operator,
      roles: ['village-clerk'],
      subtrees: [],
      organisations: [county.organisations.department],
    });
    await expect(nobody.do(readRun, { id })).rejects.toMatchObject({ kind: 'not-found' });
    expect((await nobody.do(listRuns, period)).runs).toEqual([]);
  });
});

describe('a correction', () => {
  test('is a further version with its reason; what it does not touch keeps its days, and both stay readable', async () => {
    const first = (await publish()).id;
    await expect(publish({ reason: '复核' })).rejects.toMatchObject({ code: 'nothing-new' });
    on('2026-09-18');
    await meet(county.organisations.lizhuang, day(20));
    await expect(publish()).rejects.toMatchObject({ code: 'reason' });
    const second = await publish({ reason: '补记李庄村一次会议' });
    expect(second).toMatchObject({ version: 2, objectUntil: '2026-09-23' });
    const days = new Map((await read(second.id)).map(({ name, shownOn }) => [name, shownOn]));
    expect(days.get('李庄村')).toBe('2026-09-18');
    expect(days.get('王庄村')).toBe('2026-09-15');
    expect((await gradesIn(first)).get('李庄村')).toBe('open');
    expect((await gradesIn(second.id)).get('李庄村')).toBe('done');
    expect(
      (await officer.do(listRuns, period)).runs.map(({ version, state, reason }) => [version, state, reason]),
    ).toEqual([
      [2, 'shown', '补记李庄村一次会议'],
      [1, 'corrected', null],
    ]);
    for (const id of [first, second.id]) expect(await officer.do(recomputeRun, { id })).toMatchObject({ equal: true });
  });
});

describe('an objection', () => {
  const stateOf = async (id: string, name: string) => (await read(id)).find((row) => row.name === name);

  test('keeps its subject alone from becoming final until it is answered', async () => {
    const { id } = await publish();
    on('2026-09-17');
    const objection = await enter('month-objection', county.organisations.lizhuang, { raised_on: '2026-09-17' });
    expect(await stateOf(id, '李庄村')).toMatchObject({ state: 'objection', finalOn: null });
    on('2026-09-21');
    expect(await stateOf(id, '李庄村')).toMatchObject({ state: 'objection', finalOn: null });
    expect(await stateOf(id, '王庄村')).toMatchObject({ state: 'final', finalOn: '2026-09-21' });
    expect((await officer.do(listRuns, period)).runs).toMatchObject([{ state: 'objection', objections: 1 }]);
    on('2026-09-25');
    const data = { raised_on: '2026-09-17', answered_on: '2026-09-25' };
    await officer.do(correctRecord, { id: uuidv7(), entry: objection, data, reason: '已答复' });
    expect(await stateOf(id, '李庄村')).toMatchObject({ state: 'shown', finalOn: '2026-09-26' });
    on('2026-09-26');
    expect(await stateOf(id, '李庄村')).toMatchObject({ state: 'final' });
    expect((await officer.do(listRuns, period)).runs).toMatchObject([{ state: 'final', objections: 0 }]);
  });

  test('that came late, or was withdrawn, holds nothing up', async () => {
    const { id } = await publish();
    on('2026-09-22');
    await enter('month-objection', county.organisations.gaomiao, { raised_on: '2026-09-21' });
    expect(await stateOf(id, '高庙村')).toMatchObject({ state: 'final' });
    const inTime = await enter('month-objection', county.organisations.wangzhuang, { raised_on: '2026-09-20' });
    expect(await stateOf(id, '王庄村')).toMatchObject({ state: 'objection' });
    await officer.do(withdrawRecord, { id: uuidv7(), entry: inTime, reason: '误填' });
    expect(await stateOf(id, '王庄村')).toMatchObject({ state: 'final' });
  });
});

test('the years of a subject are read from what was published, and worked out where nothing was', async () => {
  expect(period.period).toBe('2025-12');
  await publish();
  clock.set('2026-09-15T02:00:01.000Z');
  const { zhaozhuang } = county.organisations;
  await meet(zhaozhuang, day(20));
  await meet(zhaozhuang, '2026-09-10');
  const about = { rating: 'village-month', subjectKind: 'organisation' as const, subject: zhaozhuang };
  const { periods } = await officer.do(readRatingHistory, { ...about, periods: 12 });
  const told = periods.map((one) => [one.period, one.score, one.gradeTitle?.en, one.published?.state]);
  expect(told).toContainEqual(['2025-12', expect.objectContaining({ value: '0' }), 'Not done', 'shown']);
  expect(told).toContainEqual(['2026-09', expect.objectContaining({ value: '10' }), 'Not done', undefined]);
});
