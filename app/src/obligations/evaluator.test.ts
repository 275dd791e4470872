import fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import { acting } from '../../test/world/acting.ts';
import { buildCounty, type County, NOW } from '../../test/world/build-world.ts';
import { readScope } from '../accounts/scope-reader.ts';
import { renameOrganisation } from '../organisations/index.ts';
import { applyPack, readPackFolder } from '../packs/index.ts';
import { endPosting } from '../people/index.ts';
import type { Scope } from '../platform/access/scope.ts';
import { testDatabase } from '../platform/database/testing.ts';
import { readJurisdiction } from '../platform/database/transaction.ts';
import { confirmRecord, correctRecord, enterRecord, withdrawRecord } from '../records/index.ts';
import { evaluateTouched, explainStanding, readBoard, readSummary, verifyStandings } from './index.ts';

const database = await testDatabase();
const { as, clock, runtime } = acting(database, NOW);
let county: County;
let officer: ReturnType<typeof as>;
let secretary: ReturnType<typeof as>;
let clerk: ReturnType<typeof as>;

const scopeOf = (account: string): Promise<Scope> =>
  readJurisdiction(database, county.jurisdiction, async (tx) => {
    const scope = await readScope(tx, account, '2026-09-15');
    if (!scope) throw new Error('the account has no scope');
    return scope;
  });

beforeAll(async () => {
  await database.addJurisdictions('371522');
  county = await buildCounty(database, '371522');
  officer = as(county.operator);
  for (const pack of ['national-base', 'shenxian']) {
    await officer.do(applyPack, { files: await readPackFolder(`packs/${pack}`), from: '2026-01-01' });
  }
  secretary = as(await scopeOf(county.accounts.secretary));
  clerk = as(await scopeOf(county.accounts.clerk));
  await settle();
});

async function settle() {
  while ((await evaluateTouched(runtime, county.jurisdiction)).taken > 0);
}

/** The light code of a duty on a village's row, as the county officer sees it. */
async function light(village: string, duty: string, asOf?: string): Promise<string> {
  const board = await officer.do(readBoard, asOf ? { asOf } : {});
  const row = board.rows.findIndex((one) => one.organisation === village);
  const column = board.duties.findIndex((one) => one.id === duty);
  return board.lights[row]?.[column] ?? '';
}

const day = (date: string, part: 'full_day' | 'half_day' = 'full_day') => ({
  form: 'village-day',
  subject: { kind: 'posting' as const, id: county.postings.wangzhuang },
  data: { worked_on: date, part, with_whom: ['village_cadres'] },
});

async function agrees() {
  const { computed, different } = await officer.do(verifyStandings, {});
  expect(different).toEqual([]);
  return computed;
}

describe('an entry becomes a light', () => {
  it('a first secretary’s two confirmed days turn the weekly light, and not before they are confirmed', async () => {
    const { wangzhuang } = county.organisations;
    const before = await light(wangzhuang, 'weekly-joint-office');
    expect(before).not.toBe('m');
    const days = [uuidv7(), uuidv7()];
    await secretary.do(enterRecord, { id: days[0] as string, ...day('2026-09-14') });
    await secretary.do(enterRecord, { id: days[1] as string, ...day('2026-09-15') });
    await settle();
    expect(await light(wangzhuang, 'weekly-joint-office')).toBe(before);
    for (const entry of days) await clerk.do(confirmRecord, { id: uuidv7(), entry, outcome: 'confirmed' });
    const { organisations } = await evaluateTouched(runtime, county.jurisdiction);
    expect(organisations).toContain(wangzhuang);
    expect(await light(wangzhuang, 'weekly-joint-office')).toBe('m');
    expect(await agrees()).toBeGreaterThan(50);
  });

  it('explains it down to the entries, who recorded them and who confirmed', async () => {
    const { explanation, responsible } = await officer.do(explainStanding, {
      obligation: 'weekly-joint-office',
      subjectKind: 'posting',
      subject: county.postings.wangzhuang,
      period: '2026-W38',
    });
    const text = JSON.stringify(explanation);
    expect(text).toContain('2026-09-14');
    expect(text).toContain('第一书记 孙立新');
    expect(text).toContain('王庄村 王秀芹');
    expect(responsible).toContainEqual({
      name: '孙立新',
      role: { 'zh-CN': '第一书记（农业农村局派出）', en: 'First secretary (sent by 农业农村局)' },
    });
  });

  it('counts it for the township and the county above', async () => {
    const { organisations } = await officer.do(readSummary, { organisation: county.organisations.county });
    const met = organisations.map(({ name, duties }) => [name, duties['weekly-joint-office']?.met ?? 0]);
    expect(met).toEqual(
      expect.arrayContaining([
        ['莘县', 1],
        ['东张镇', 1],
        ['西河镇', 0],
      ]),
    );
  });

  it('a withdrawal turns it back', async () => {
    const id = uuidv7();
    await secretary.do(enterRecord, { id, ...day('2026-09-08') });
    await secretary.do(withdrawRecord, { id: uuidv7(), entry: id, reason: '记错了日子' });
    await settle();
    await agrees();
  });
});

describe('the stored lights are always the computed ones', () => {
  const step = fc.record({
    what: fc.constantFrom('enter', 'correct', 'withdraw', 'confirm', 'reject', 'rename', 'tomorrow'),
    back: fc.integer({ min: 0, max: 20 }),
    half: fc.boolean(),
  });

  it('after any sequence of entries, corrections, refusals and days', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        for (const one of steps) await take(one);
        await settle();
        await agrees();
      }),
      { numRuns: 12 },
    );
  }, 120_000);

  const entered: string[] = [];
  const unconfirmed: string[] = [];
  const today = () => clock.now().slice(0, 10);
  const daysAgo = (n: number) => new Date(Date.parse(today()) - n * 86_400_000).toISOString().slice(0, 10);

  async function take({ what, back, half }: { what: string; back: number; half: boolean }) {
    const content = day(daysAgo(back), half ? 'half_day' : 'full_day');
    const last = entered.at(-1);
    if (what === 'enter' || (!last && what !== 'tomorrow' && what !== 'rename')) {
      const id = uuidv7();
      await secretary.do(enterRecord, { id, ...content });
      entered.push(id);
      unconfirmed.push(id);
    } else if (what === 'correct' && last) {
      const id = uuidv7();
      await secretary.do(correctRecord, { id, entry: last, data: content.data, reason: '日期有误' });
      entered[entered.length - 1] = id;
      unconfirmed.splice(0, unconfirmed.length, ...unconfirmed.filter((one) => one !== last), id);
    } else if (what === 'withdraw' && last) {
      await secretary.do(withdrawRecord, { id: uuidv7(), entry: last, reason: '重复填报' });
      entered.pop();
      unconfirmed.splice(0, unconfirmed.length, ...unconfirmed.filter((one) => one !== last));
    } else if (what === 'confirm' || what === 'reject') {
      const entry = unconfirmed.pop();
      if (!entry) return;
      const outcome = what === 'confirm' ? ('confirmed' as const) : ('rejected' as const);
      await clerk.do(confirmRecord, {
        id: uuidv7(),
        entry,
        outcome,
        ...(what === 'reject' ? { reason: '当天没有来' } : {}),
      });
    } else if (what === 'rename') {
      const { gaomiao } = county.organisations;
      await officer
        .do(renameOrganisation, { id: gaomiao, name: `高庙村${entered.length}`, on: today() })
        .catch(() => undefined);
    } else if (what === 'tomorrow') {
      clock.set(new Date(Date.parse(clock.now()) + 86_400_000).toISOString());
    }
  }
});

describe('a past day', () => {
  it('is read as it was live at its end, whatever was recorded since', async () => {
    const then = clock.now();
    await secretary.do(enterRecord, { id: uuidv7(), ...day(then.slice(0, 10)) });
    await settle();
    const live = await officer.do(readBoard, {});
    clock.set(new Date(Date.parse(then) + 9 * 86_400_000).toISOString());
    await secretary.do(enterRecord, {
      id: uuidv7(),
      ...day(then.slice(0, 10)),
      subject: { kind: 'posting', id: county.postings.wangzhuang },
    });
    await officer.do(endPosting, { id: county.postings.wangzhuang, lastDay: clock.now().slice(0, 10) });
    await settle();
    await agrees();
    const replayed = await officer.do(readBoard, { asOf: live.asOf });
    expect({ ...replayed, today: live.today }).toEqual(live);
    expect((await officer.do(readBoard, {})).lights).not.toEqual(live.lights);
  });
});
