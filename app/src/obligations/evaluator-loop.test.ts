import { setTimeout as pause } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { acting } from '../../test/world/acting.ts';
import { buildCounty, type County, NOW } from '../../test/world/build-world.ts';
import { readScope } from '../accounts/scope-reader.ts';
import { applyPack, readPackFolder } from '../packs/index.ts';
import { testDatabase } from '../platform/database/testing.ts';
import { readJurisdiction } from '../platform/database/transaction.ts';
import { LiveChannel } from '../platform/live/live.ts';
import { enterRecord } from '../records/index.ts';
import { startEvaluatorLoop } from './evaluator-loop.ts';
import { EvaluatorThread } from './evaluator-thread.ts';

const SHEN = '371522';
const database = await testDatabase();
const { as, runtime } = acting(database, NOW);
const live = new LiveChannel();
const errors: unknown[] = [];
const thread = new EvaluatorThread(runtime);
const loop = startEvaluatorLoop({
  evaluate: (jurisdiction) => thread.evaluate(jurisdiction),
  clock: runtime.clock,
  live,
  jurisdictions: () => [SHEN],
  log: (error) => errors.push(error),
});
let county: County;
let clerk: ReturnType<typeof as>;
let published = 0;

beforeAll(async () => {
  await database.addJurisdictions(SHEN);
  county = await buildCounty(database, SHEN);
  for (const pack of ['national-base', 'shenxian']) {
    await as(county.operator).do(applyPack, { files: await readPackFolder(`packs/${pack}`), from: '2026-01-01' });
  }
  clerk = await readJurisdiction(database, SHEN, async (tx) => {
    const scope = await readScope(tx, county.accounts.clerk, '2026-09-15');
    if (!scope) throw new Error('the clerk has no scope');
    return as(scope);
  });
  await loop.settled();
  live.listen(() => published++);
});
afterAll(async () => {
  await loop.stop();
  await thread.stop();
});

const waiting = () =>
  readJurisdiction(database, SHEN, async (tx) => (await tx.selectFrom('standing_dirty').select('id').execute()).length);

async function meet(kind: 'branch_committee' | 'party_group' | 'members_meeting') {
  const data = { held_on: '2026-09-14', kind, expected: 5, attended: 5, topic: '学习' };
  const subject = { kind: 'organisation' as const, id: county.organisations.wangzhuang };
  await clerk.do(enterRecord, { id: uuidv7(), form: 'meeting', subject, data });
  loop.wake(SHEN);
}

test('while it is held nothing is evaluated; afterwards everything is, together', async () => {
  await loop.hold(async () => {
    await meet('branch_committee');
    await pause(600);
    await meet('party_group');
    await pause(100);
    expect(await waiting()).toBeGreaterThanOrEqual(2);
    expect(published).toBe(0);
  });
  await loop.settled();
  expect(await waiting()).toBe(0);
  expect(published).toBe(1);
  expect(errors).toEqual([]);
});

test('work that fails lets go, and only the last of two holds does', async () => {
  const before = published;
  const last = loop.hold(() => pause(300));
  await expect(loop.hold(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await meet('members_meeting');
  await pause(100);
  expect(published).toBe(before);
  await last;
  await loop.settled();
  expect(published).toBe(before + 1);
});
