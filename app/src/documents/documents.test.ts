import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { acting } from '../../test/world/acting.ts';
import { makeSmallCounty, type SmallCounty } from '../../test/world/small-county.ts';
import { testDatabase } from '../platform/database/testing.ts';
import { inJurisdiction } from '../platform/database/transaction.ts';
import { placeOf } from './file-store.ts';
import { examineFiles, fetchDocument, findUsableFiles, storeDocument } from './index.ts';
import { verifyFiles } from './verify-files.ts';

const database = await testDatabase();
await database.addJurisdictions('371522');
const county = await makeSmallCounty(database, '371522');
const { as, filesFolder, runtime } = acting(database, '2026-09-15T02:00:00.000Z');

const pdf = (text: string) => Buffer.from(`%PDF-1.4\n${text}\n%%EOF`);
const upload = (scope: SmallCounty['clerk'], bytes: Buffer, name = '会议记录.pdf') =>
  as(scope).do(storeDocument, { file: bytes.toString('base64'), name });

/** An entry that cites a file, as records.enter writes it. */
const cite = (form: string, sha256: string, by: SmallCounty['clerk'], organisation: string) =>
  inJurisdiction(database, '371522', async (tx) => {
    const id = uuidv7();
    const home = { jurisdiction_id: '371522' };
    const what = { form, subject_kind: 'organisation', subject_id: organisation, organisation_id: organisation };
    const when = { happened_on: '2026-09-01', recorded_at: '2026-09-15T02:00:00Z', recorded_on: '2026-09-15' };
    const how = { recorded_by: by.account, source: 'web', content_hash: 'x', pack_hash: 'x', data: {} };
    await tx
      .insertInto('entry')
      .values({ ...home, id, ...what, ...when, ...how })
      .execute();
    await tx
      .insertInto('entry_file')
      .values({ ...home, entry_id: id, sha256, field: 'file' })
      .execute();
  });

describe('storing', () => {
  it('keeps the bytes under their hash, once, and leaves no draft', async () => {
    const [one, two] = await Promise.all([upload(county.clerk, pdf('a')), upload(county.clerk, pdf('a'))]);
    expect(one).toEqual(two);
    expect(one).toMatchObject({ mediaType: 'application/pdf', name: '会议记录.pdf', size: pdf('a').length });
    const place = placeOf(filesFolder, one.sha256);
    expect(await readFile(place)).toEqual(pdf('a'));
    expect(await readdir(place.replace(/\/[^/]*$/, ''))).toEqual([one.sha256]);
  });

  it('goes by the content: a program named .pdf is refused, a wrong ending is mended', async () => {
    const program = Buffer.from('7f454c4602010100', 'hex');
    await expect(upload(county.clerk, program, 'a.pdf')).rejects.toMatchObject({ kind: 'invalid', code: 'file-kind' });
    await expect(upload(county.clerk, Buffer.from('<svg onload="x"/>'), 'a.png')).rejects.toMatchObject({
      code: 'file-kind',
    });
    expect((await upload(county.clerk, pdf('b'), '../../etc/会议\u202efdp.exe')).name).toBe('会议fdp.pdf');
  });

  it('says what is wrong with a damaged picture and an oversized file', async () => {
    const cut = Buffer.from('ffd8ffe000104a46494600010100000100010000ffdb', 'hex');
    await expect(upload(county.clerk, cut, 'a.jpg')).rejects.toMatchObject({ code: 'file-damaged' });
    const big = Buffer.concat([pdf('c'), Buffer.alloc(20 * 1024 * 1024)]);
    await expect(upload(county.clerk, big)).rejects.toMatchObject({ code: 'file-size' });
  });
});

describe('fetching', () => {
  it('is for who uploaded it, and for everybody in whose scope an entry cites it', async () => {
    const { sha256 } = await upload(county.clerk, pdf('cited'));
    const fetch = (scope: SmallCounty['clerk']) => as(scope).do(fetchDocument, { sha256 });
    expect((await fetch(county.clerk)).body).toEqual(pdf('cited'));
    await expect(fetch(county.eastOfficer)).rejects.toMatchObject({ kind: 'not-found' });
    await cite('meeting', sha256, county.clerk, county.wangzhuang);
    expect(await fetch(county.eastOfficer)).toMatchObject({ fileName: '会议记录.pdf', mediaType: 'application/pdf' });
    for (const other of [county.westOfficer, county.otherClerk]) {
      await expect(fetch(other)).rejects.toMatchObject({ kind: 'not-found' });
    }
  });

  it('of a restricted form is for the recorder and the officers', async () => {
    const { sha256 } = await upload(county.clerk, pdf('restricted'));
    await cite('member-review', sha256, county.clerk, county.wangzhuang);
    await expect(as(county.firstSecretary).do(fetchDocument, { sha256 })).rejects.toMatchObject({ kind: 'not-found' });
    expect((await as(county.eastOfficer).do(fetchDocument, { sha256 })).body).toEqual(pdf('restricted'));
  });

  it('lets two people with the same file both cite it, and nobody else', async () => {
    const { sha256 } = await upload(county.clerk, pdf('same'));
    const mayCite = (scope: SmallCounty['clerk']) =>
      inJurisdiction(database, '371522', async (tx) => (await findUsableFiles(tx, scope, [sha256])).size === 1);
    expect(await mayCite(county.otherClerk)).toBe(false);
    await upload(county.otherClerk, pdf('same'));
    expect(await mayCite(county.otherClerk)).toBe(true);
    expect(await mayCite(county.westOfficer)).toBe(false);
  });
});

it('finds attachments whose bytes are gone or changed', async () => {
  const gone = await upload(county.clerk, pdf('gone'));
  const changed = await upload(county.clerk, pdf('changed'));
  await rm(placeOf(filesFolder, gone.sha256));
  await writeFile(placeOf(filesFolder, changed.sha256), 'other');
  expect(await verifyFiles(database, '371522', filesFolder)).toMatchObject({
    missing: [gone.sha256],
    damaged: [changed.sha256],
  });
  const [finding] = await examineFiles(runtime, { id: '371522', name: '莘县', level: 3 });
  expect(finding).toMatchObject({ fine: false, says: expect.stringContaining(gone.sha256) });
});
