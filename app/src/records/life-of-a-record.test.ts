import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { acting } from '../../test/world/acting.ts';
import { makeSmallCounty, type SmallCounty } from '../../test/world/small-county.ts';
import { storeDocument } from '../documents/index.ts';
import { testDatabase } from '../platform/database/testing.ts';
import { inJurisdiction } from '../platform/database/transaction.ts';
import {
  confirmRecord,
  correctRecord,
  enterRecord,
  getRecord,
  listForms,
  listRecords,
  listSubjects,
  pendingConfirmations,
  withdrawRecord,
} from './index.ts';

const database = await testDatabase();
await database.addJurisdictions('371522');
const county = await makeSmallCounty(database, '371522');
const { as, clock } = acting(database, '2026-09-15T02:00:00.000Z');
const { firstSecretary, clerk, eastOfficer, westOfficer, officer, otherClerk } = county;

type Scope = SmallCounty['clerk'];

let counter = 0;
/** A working day that no other test has used. */
const someDay = () => `2026-07-${String((counter++ % 31) + 1).padStart(2, '0')}`;

async function aDay(by: Scope = firstSecretary, data: object = {}): Promise<string> {
  const entered = await as(by).do(enterRecord, {
    id: uuidv7(),
    form: 'village-day',
    subject: { kind: 'posting', id: county.posting },
    data: { worked_on: someDay(), part: 'full_day', ...data },
  });
  return entered.id;
}

async function aReview(village: string = county.wangzhuang, by: Scope = clerk): Promise<string> {
  const subject = { kind: 'organisation' as const, id: village };
  const data = { held_on: someDay(), excellent: counter };
  return (await as(by).do(enterRecord, { id: uuidv7(), form: 'member-review', subject, data })).id;
}

const confirm = (by: Scope, entry: string, outcome: 'confirmed' | 'rejected' = 'confirmed', reason?: string) =>
  as(by).do(confirmRecord, { id: uuidv7(), entry, outcome, ...(reason ? { reason } : {}) });
const correct = (by: Scope, entry: string, data: object = {}, id = uuidv7()) =>
  as(by).do(correctRecord, {
    id,
    entry,
    data: { worked_on: someDay(), part: 'half_day', ...data },
    reason: '时长写错',
  });
const queued = () => inJurisdiction(database, '371522', (tx) => tx.selectFrom('standing_dirty').select('id').execute());

describe('correcting', () => {
  it('puts a new entry in the old one’s place; both stay readable, the chain in order', async () => {
    const first = await aDay();
    const second = (await correct(firstSecretary, first)).id;
    const third = (await correct(eastOfficer, second)).id;
    for (const id of [first, second, third]) {
      const { history, newest, entry, mayCorrect } = await as(firstSecretary).do(getRecord, { id });
      expect(history.map((one) => one.id)).toEqual([first, second, third]);
      expect(newest).toBe(third);
      expect(entry.ended === null).toBe(id === third);
      expect(mayCorrect).toBe(id === third);
    }
    const { entry } = await as(clerk).do(getRecord, { id: first });
    expect(entry.ended).toMatchObject({
      kind: 'superseded',
      byEntry: second,
      reason: '时长写错',
      by: '第一书记 孙立新',
      on: '2026-09-15',
    });
  });

  it('happens once to an entry, also when two people do it at once', async () => {
    const entry = await aDay();
    const both = await Promise.allSettled([correct(firstSecretary, entry), correct(eastOfficer, entry)]);
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(correct(officer, entry)).rejects.toMatchObject({ kind: 'conflict', code: 'already-replaced' });
  });

  it('sent again is the same correction, with other content a conflict', async () => {
    const entry = await aDay();
    const id = uuidv7();
    const data = { worked_on: '2026-07-09', part: 'half_day', matters: 7 };
    await correct(firstSecretary, entry, data, id);
    expect(await correct(firstSecretary, entry, data, id)).toMatchObject({ id, again: true });
    await expect(correct(firstSecretary, entry, { ...data, matters: 8 }, id)).rejects.toMatchObject({
      code: 'other-content',
      fields: [{ field: 'matters' }],
    });
  });

  it('is checked like a new entry, and refused to other roles and scopes', async () => {
    const entry = await aDay();
    await expect(correct(firstSecretary, entry, { part: 'all' })).rejects.toMatchObject({ kind: 'invalid' });
    await expect(correct(clerk, entry)).rejects.toMatchObject({ kind: 'refused', code: 'form-role' });
    await expect(correct(westOfficer, entry)).rejects.toMatchObject({ kind: 'not-found' });
  });
});

describe('withdrawing', () => {
  it('ends the entry with its reason, once, and queues its subject', async () => {
    const entry = await aDay();
    const before = (await queued()).length;
    const input = { id: uuidv7(), entry, reason: '当天并未到村' };
    expect(await as(firstSecretary).do(withdrawRecord, input)).toEqual({ entry, again: false });
    expect(await as(firstSecretary).do(withdrawRecord, input)).toEqual({ entry, again: true });
    await expect(as(firstSecretary).do(withdrawRecord, { ...input, id: uuidv7() })).rejects.toMatchObject({
      code: 'already-replaced',
    });
    expect((await queued()).length).toBe(before + 1);
    const shown = await as(clerk).do(getRecord, { id: entry });
    expect(shown.entry.ended).toMatchObject({ kind: 'withdrawn', byEntry: null, reason: '当天并未到村' });
    await expect(correct(firstSecretary, entry)).rejects.toMatchObject({ code: 'already-replaced' });
  });
});

describe('confirming', () => {
  it('is the word of the clerk of that village', async () => {
    const entry = await aDay();
    for (const other of [otherClerk, westOfficer]) {
      await expect(confirm(other, entry)).rejects.toMatchObject({ kind: 'not-found' });
    }
    await expect(confirm(eastOfficer, entry)).rejects.toMatchObject({ kind: 'refused', code: 'confirming-role' });
    await expect(confirm(firstSecretary, entry)).rejects.toMatchObject({ kind: 'refused', code: 'role' });
    expect(await confirm(clerk, entry)).toEqual({ entry, again: false });
    const shown = await as(firstSecretary).do(getRecord, { id: entry });
    expect(shown.entry.confirmation).toMatchObject({ outcome: 'confirmed', by: '王庄村 王秀芹', on: '2026-09-15' });
  });

  it('or of an officer of the township, where the form says so', async () => {
    const entry = await aReview();
    await expect(confirm(clerk, entry)).rejects.toMatchObject({ code: 'confirming-role' });
    expect(await confirm(eastOfficer, entry)).toEqual({ entry, again: false });
  });

  it('is never one’s own: not of an entry one made, not of one about oneself', async () => {
    const made = await aReview(county.lizhuang, eastOfficer);
    await expect(confirm(eastOfficer, made)).rejects.toMatchObject({ kind: 'refused', code: 'own-entry' });
    const alsoClerk = { ...clerk, person: county.secretary };
    await expect(confirm(alsoClerk, await aDay())).rejects.toMatchObject({ code: 'own-entry' });
  });

  it('by somebody who sees only the posting is refused', async () => {
    const clerkElsewhere: Scope = { ...otherClerk, postings: [county.posting] };
    await expect(confirm(clerkElsewhere, await aDay())).rejects.toMatchObject({ code: 'confirming-role' });
  });

  it('needs a reason to refuse, stands once, and not on what was replaced', async () => {
    const entry = await aDay();
    await expect(confirm(clerk, entry, 'rejected')).rejects.toMatchObject({ fields: [{ field: 'reason' }] });
    await confirm(clerk, entry, 'rejected', '当天在县里开会');
    await expect(confirm(clerk, entry)).rejects.toMatchObject({ kind: 'conflict', code: 'already-confirmed' });
    const replaced = await aDay();
    await correct(firstSecretary, replaced);
    await expect(confirm(clerk, replaced)).rejects.toMatchObject({ code: 'already-replaced' });
  });

  it('waits in the list of who may give it, and of nobody else', async () => {
    const [day, review] = [await aDay(), await aReview(county.lizhuang, otherClerk)];
    const waiting = async (scope: Scope) =>
      (await as(scope).do(pendingConfirmations, { limit: 200 })).entries.map((entry) => entry.id);
    expect(await waiting(clerk)).toContain(day);
    expect(await waiting(clerk)).not.toContain(review);
    expect(await waiting(eastOfficer)).toContain(review);
    expect(await waiting(eastOfficer)).not.toContain(day);
    expect(await waiting(westOfficer)).toEqual([]);
    await confirm(clerk, day);
    expect(await waiting(clerk)).not.toContain(day);
  });
});

describe('restricted forms', () => {
  it('show their fields to the recorder, the township and the county alone', async () => {
    const id = await aReview();
    const fields = async (scope: Scope) => (await as(scope).do(getRecord, { id })).entry.data;
    for (const scope of [clerk, eastOfficer, officer]) expect(await fields(scope)).toHaveProperty('excellent');
    expect(await fields(firstSecretary)).toBeNull();
    expect(await fields({ ...clerk, account: firstSecretary.account })).toBeNull();
    const listed = await as(firstSecretary).do(listRecords, { form: 'member-review', limit: 200 });
    expect(listed.entries.map((entry) => entry.data)).toEqual(listed.entries.map(() => null));
  });
});

describe('several roles in one account', () => {
  const both: Scope = {
    ...westOfficer,
    roles: ['first-secretary', 'township-officer', 'village-clerk'],
    byRole: {
      'township-officer': { subtrees: [county.west], organisations: [], postings: [] },
      'village-clerk': { subtrees: [county.wangzhuang], organisations: [], postings: [] },
      'first-secretary': { subtrees: [], organisations: [county.lizhuang], postings: [] },
    },
    subtrees: [county.west, county.wangzhuang],
    organisations: [county.lizhuang],
  };

  it('each reach as far as they were granted, and no further', async () => {
    await expect(aDay(both)).rejects.toMatchObject({ kind: 'not-found' });
    const day = await aDay();
    expect(await confirm(both, day)).toEqual({ entry: day, again: false });
    const review = await aReview(county.wangzhuang, eastOfficer);
    await expect(confirm(both, review)).rejects.toMatchObject({ code: 'confirming-role' });
    expect((await as(both).do(getRecord, { id: review })).entry.data).toBeNull();
    const waiting = (await as(both).do(pendingConfirmations, { limit: 200 })).entries.map((entry) => entry.id);
    expect(waiting).not.toContain(review);
    await expect(as(both).do(withdrawRecord, { id: uuidv7(), entry: day, reason: '无权' })).rejects.toMatchObject({
      kind: 'not-found',
    });
  });
});

describe('lists', () => {
  it('page by page give every entry in scope once, newest first', async () => {
    for (let i = 0; i < 7; i++) await aDay();
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof listRecords.run>> = await as(officer).do(listRecords, {
        limit: 3,
        ...(cursor ? { cursor } : {}),
      });
      seen.push(...page.entries.map((entry) => `${entry.happenedOn} ${entry.id}`));
      cursor = page.next;
    } while (cursor);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual([...seen].sort().reverse());
    const all = await inJurisdiction(database, '371522', (tx) => tx.selectFrom('entry').select('id').execute());
    expect(seen.length).toBe(all.length);
  });

  it('hold nothing out of scope, by whatever filter it is asked for', async () => {
    await aDay();
    const asked = { organisation: county.wangzhuang, limit: 200 };
    expect((await as(eastOfficer).do(listRecords, asked)).entries.length).toBeGreaterThan(0);
    expect((await as(westOfficer).do(listRecords, asked)).entries).toEqual([]);
    expect((await as(westOfficer).do(listRecords, { subject: county.posting })).entries).toEqual([]);
    const below = await as(officer).do(listRecords, { organisation: county.west, limit: 200 });
    expect(below.entries).toEqual([]);
  });

  it('can leave out what no longer stands, and take days', async () => {
    const old = await aDay();
    const id = (await correct(firstSecretary, old, { worked_on: '2026-06-20' })).id;
    const standing = await as(officer).do(listRecords, { standing: true, limit: 200 });
    expect(standing.entries.map((entry) => entry.id)).not.toContain(old);
    const june = await as(officer).do(listRecords, { from: '2026-06-01', to: '2026-06-30' });
    expect(june.entries.map((entry) => entry.id)).toEqual([id]);
  });
});

describe('forms and subjects', () => {
  it('are those of the caller’s roles and scope', async () => {
    const forms = async (scope: Scope) =>
      (await as(scope).do(listForms, {})).forms.map((one) => [
        one.form.id,
        one.subjects.map((subject) => subject.name),
      ]);
    expect(await forms(firstSecretary)).toEqual([['village-day', ['孙立新（王庄村）']]]);
    expect(await forms(clerk)).toEqual([
      ['meeting', ['王庄村']],
      ['member-review', ['王庄村']],
    ]);
    expect(await forms(county.sendingUnit)).toEqual([]);
    const officers = new Map((await forms(officer)).map(([id, names]) => [id, names]));
    expect(new Set(officers.get('meeting'))).toEqual(new Set(['王庄村', '李庄村', '赵庄村']));
  });

  it('are found by name, code and initials', async () => {
    const search = async (text: string, on?: string) =>
      (await as(officer).do(listSubjects, { form: 'village-day', search: text, ...(on ? { on } : {}) })).subjects;
    expect(await search('slx')).toMatchObject([{ id: county.posting, organisation: { name: '王庄村' } }]);
    expect(await search('赵庄')).toEqual([]);
    expect(await search('赵庄', '2026-05-01')).toMatchObject([{ id: county.endedPosting }]);
    expect(await search('%')).toEqual([]);
  });
});

describe('attachments', () => {
  const pdf = (size: number) =>
    Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(size, 0x20), Buffer.from('%%EOF')]);
  const store = async (by: Scope, bytes: Buffer) =>
    (await as(by).do(storeDocument, { file: bytes.toString('base64'), name: 'a.pdf' })).sha256;

  it('are bound to the entry that cites them', async () => {
    const sha256 = await store(firstSecretary, pdf(10));
    const id = await aDay(firstSecretary, { minutes_file: sha256 });
    expect((await as(clerk).do(getRecord, { id })).files).toEqual([
      { field: 'minutes_file', sha256, name: 'a.pdf', size: pdf(10).length },
    ]);
  });

  it('of others, too large or of the wrong kind are refused with their field', async () => {
    const foreign = await store(otherClerk, pdf(11));
    const large = await store(firstSecretary, pdf(1024 * 1024));
    const sheet = Buffer.from('d0cf11e0a1b11ae1', 'hex');
    const kind = await store(
      firstSecretary,
      Buffer.concat([sheet, Buffer.alloc(512), Buffer.from('Workbook', 'utf16le')]),
    );
    for (const sha256 of [foreign, large, kind]) {
      await expect(aDay(firstSecretary, { minutes_file: sha256 })).rejects.toMatchObject({
        kind: 'invalid',
        fields: [{ field: 'minutes_file' }],
      });
    }
    clock.set('2026-09-15T02:00:00.000Z');
  });
});
