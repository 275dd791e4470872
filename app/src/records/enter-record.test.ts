import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { acting } from '../../test/world/acting.ts';
import { makeSmallCounty } from '../../test/world/small-county.ts';
import { testDatabase } from '../platform/database/testing.ts';
import { inJurisdiction } from '../platform/database/transaction.ts';
import { enterRecord } from './enter-record.ts';

const database = await testDatabase();
await database.addJurisdictions('371522');
const county = await makeSmallCounty(database, '371522');
const { as } = acting(database, '2026-09-15T02:00:00.000Z');

const day = (over: object = {}) => ({
  id: uuidv7(),
  form: 'village-day',
  subject: { kind: 'posting' as const, id: county.posting },
  data: { worked_on: '2026-09-14', part: 'full_day' },
  ...over,
});
const rows = (table: 'entry' | 'standing_dirty' | 'audit') =>
  inJurisdiction(database, '371522', (tx) => tx.selectFrom(table).selectAll().execute());

describe('entering a record', () => {
  it('writes the entry, queues its subject and leaves an audit row, all at once', async () => {
    const input = day();
    const entered = await as(county.firstSecretary).do(enterRecord, input);
    expect(entered).toEqual({
      id: input.id,
      again: false,
      happenedOn: '2026-09-14',
      organisation: county.wangzhuang,
      confirmation: 'village',
    });
    const [entry] = (await rows('entry')).filter((row) => 'form' in row);
    expect(entry).toMatchObject({
      id: input.id,
      subject_id: county.posting,
      organisation_id: county.wangzhuang,
      recorded_on: '2026-09-15',
      recorded_by: county.firstSecretary.account,
      source: 'web',
      data: { worked_on: '2026-09-14', part: 'full_day' },
    });
    expect(await rows('standing_dirty')).toMatchObject([{ subject_kind: 'posting', subject_id: county.posting }]);
    expect(await rows('audit')).toMatchObject([
      { action: 'records.enter', outcome: 'done', subject: input.id, detail: { form: 'village-day' } },
    ]);
  });

  it('is the same entry when sent again, also with empty fields and many times at once', async () => {
    const input = day();
    await as(county.firstSecretary).do(enterRecord, input);
    const empty = { ...input, data: { part: 'full_day', work: null, worked_on: '2026-09-14' } };
    const again = await Promise.all([input, empty, input].map((one) => as(county.firstSecretary).do(enterRecord, one)));
    expect(again.map((one) => one.again)).toEqual([true, true, true]);
    const other = day();
    const together = await Promise.all(
      Array.from({ length: 8 }, () => as(county.firstSecretary).do(enterRecord, other)),
    );
    expect(together.filter((one) => !one.again)).toHaveLength(1);
    expect((await rows('entry')).filter((row) => row.id === other.id)).toHaveLength(1);
  });

  it('names what differs when an id comes with other content', async () => {
    const input = day();
    await as(county.firstSecretary).do(enterRecord, input);
    const changed = { ...input, data: { ...input.data, part: 'half_day', matters: 2 } };
    await expect(as(county.firstSecretary).do(enterRecord, changed)).rejects.toMatchObject({
      kind: 'conflict',
      code: 'other-content',
      fields: [{ field: 'matters' }, { field: 'part' }],
    });
  });

  it('tells nothing of an entry out of scope that has the id', async () => {
    const input = day({
      subject: { kind: 'posting', id: county.endedPosting },
      data: { worked_on: '2026-08-03', part: 'full_day' },
    });
    await as(county.westOfficer).do(enterRecord, input);
    await expect(as(county.eastOfficer).do(enterRecord, { ...input, subject: day().subject })).rejects.toMatchObject({
      kind: 'conflict',
      fields: [{ field: 'id' }],
    });
  });
});

describe('many at once', () => {
  it('share transactions, and each gets its own answer', async () => {
    const before = { entries: await rows('entry'), audit: await rows('audit') };
    const good = Array.from({ length: 60 }, () => day());
    const wrong = Array.from({ length: 20 }, () => day({ data: { worked_on: '2026-09-14', part: 'all' } }));
    const hidden = Array.from({ length: 10 }, () => day({ subject: { kind: 'posting', id: county.endedPosting } }));
    const twice = day();
    const clash = { ...twice, data: { ...twice.data, part: 'half_day' } };
    const inputs = [...good, ...wrong, ...hidden, twice, twice, clash].sort((a, b) =>
      (a.id.at(-1) ?? '').localeCompare(b.id.at(-1) ?? ''),
    );
    const outcomes = await Promise.allSettled(inputs.map((input) => as(county.firstSecretary).do(enterRecord, input)));
    const of = (some: readonly object[]) => outcomes.filter((_, i) => some.includes(inputs[i] ?? {}));
    for (const outcome of of(good)) expect(outcome).toMatchObject({ status: 'fulfilled', value: { again: false } });
    for (const outcome of of(wrong)) expect(outcome).toMatchObject({ reason: { code: 'invalid-entry' } });
    for (const outcome of of(hidden)) expect(outcome).toMatchObject({ reason: { kind: 'not-found' } });
    const same = of([twice]).map((one) => (one.status === 'fulfilled' ? one.value.again : one.reason.code));
    const other = of([clash]).map((one) => (one.status === 'fulfilled' ? one.value.again : one.reason.code));
    expect([...same, ...other].sort()).toEqual(
      other[0] === false ? [false, 'other-content', 'other-content'] : [false, 'other-content', true],
    );
    expect((await rows('entry')).length - before.entries.length).toBe(61);
    const audited = (await rows('audit')).slice(before.audit.length) as { outcome: string }[];
    expect(audited.filter((row) => row.outcome === 'done')).toHaveLength(other[0] === false ? 61 : 62);
    expect(audited.filter((row) => row.outcome === 'invalid')).toHaveLength(20);
  });

  it('when what they share fails, each is tried by itself', async () => {
    await database.asOwner(
      (owner) => owner`create function refuse_seven() returns trigger language plpgsql as
        $$ begin if new.data ->> 'matters' = '7' then raise 'seven'; end if; return new; end $$`,
    );
    await database.asOwner(
      (owner) => owner`create trigger refuse_seven before insert on entry for each row execute function refuse_seven()`,
    );
    const inputs = Array.from({ length: 12 }, (_, i) =>
      day({ data: { worked_on: '2026-09-14', part: 'full_day', matters: i } }),
    );
    const outcomes = await Promise.allSettled(inputs.map((input) => as(county.firstSecretary).do(enterRecord, input)));
    expect(outcomes.map((outcome) => outcome.status === 'fulfilled')).toEqual(inputs.map((_, i) => i !== 7));
    const recorded = new Set((await rows('entry')).map((row) => row.id));
    expect(inputs.map((input) => recorded.has(input.id))).toEqual(inputs.map((_, i) => i !== 7));
  });
});

describe('what is refused', () => {
  const refusal = (scope: typeof county.clerk, over: object) =>
    as(scope)
      .do(enterRecord, day(over))
      .catch((error) => error);

  it('subjects out of scope look as if they did not exist', async () => {
    const hidden = { subject: { kind: 'posting', id: county.endedPosting } };
    expect(await refusal(county.firstSecretary, hidden)).toMatchObject({ kind: 'not-found' });
    expect(await refusal(county.firstSecretary, { subject: { kind: 'posting', id: uuidv7() } })).toMatchObject({
      kind: 'not-found',
      words: (await refusal(county.firstSecretary, hidden)).words,
    });
  });

  it('roles the form does not name', async () => {
    expect(await refusal(county.clerk, {})).toMatchObject({ kind: 'refused', code: 'form-role' });
    expect(await refusal(county.administrator, {})).toMatchObject({ kind: 'refused', code: 'role' });
  });

  it('unknown forms, and subjects of another kind', async () => {
    expect(await refusal(county.firstSecretary, { form: 'gone' })).toMatchObject({ kind: 'not-found' });
    const village = { subject: { kind: 'organisation', id: county.wangzhuang } };
    expect(await refusal(county.firstSecretary, village)).toMatchObject({ fields: [{ field: 'subject' }] });
  });

  it('days before and after the posting', async () => {
    const early = { data: { worked_on: '2026-06-09', part: 'full_day' } };
    expect(await refusal(county.firstSecretary, early)).toMatchObject({
      kind: 'invalid',
      fields: [{ field: 'worked_on', rule: 'subject-life' }],
    });
    const late = {
      subject: { kind: 'posting', id: county.endedPosting },
      data: { worked_on: '2026-09-01', part: 'full_day' },
    };
    expect(await refusal(county.westOfficer, late)).toMatchObject({ fields: [{ field: 'worked_on' }] });
  });

  it('wrong fields, each named in both languages, and nothing is written', async () => {
    const before = (await rows('entry')).length;
    const error = await refusal(county.firstSecretary, {
      data: { worked_on: '2026-09-16', part: 'all', matters: 2.5, gps: '1' },
    });
    expect(error).toMatchObject({ kind: 'invalid', code: 'invalid-entry' });
    expect(error.fields.map((one: { field: string }) => one.field).sort()).toEqual([
      'gps',
      'matters',
      'part',
      'worked_on',
    ]);
    for (const field of error.fields) {
      expect(field.words['zh-CN']).toMatch(/\p{sc=Han}/u);
      expect(field.words.en).not.toMatch(/\p{sc=Han}{4}/u);
    }
    expect((await rows('entry')).length).toBe(before);
  });

  it('characters that cannot be kept', async () => {
    for (const work of ['a\0b', '\ud800']) {
      const data = { worked_on: '2026-09-14', part: 'full_day', work };
      expect(await refusal(county.firstSecretary, { data })).toMatchObject({ fields: [{ field: 'data.work' }] });
    }
  });

  it('rules over the fields together', async () => {
    const meeting = {
      form: 'meeting',
      subject: { kind: 'organisation', id: county.wangzhuang },
      data: { held_on: '2026-09-01', expected: 10, attended: 11 },
    };
    expect(await refusal(county.clerk, meeting)).toMatchObject({ kind: 'invalid' });
  });
});
