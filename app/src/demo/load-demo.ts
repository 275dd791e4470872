import { createHash } from 'node:crypto';
import type { Form } from '@luoshi/engine';
import { v7 as uuidv7 } from 'uuid';
import { type DemoAccount, demoAccounts, TAKE_OVER } from './accounts.ts';
import { amendRecords } from './amend-records.ts';
import { addDays } from './days.ts';
import { accountsCsv, formWorkbook, organisationRows, peopleCsv, postingsCsv, tenuresCsv } from './demo-files.ts';
import { readDemoPacks } from './demo-packs.ts';
import type { DemoDoor } from './door.ts';
import { makeRecords } from './make-records.ts';
import { shenCounty } from './tree.ts';
import { makeWorld } from './world.ts';

export interface DemoOptions {
  /** The day on which the demo stands, YYYY-MM-DD. */
  readonly asOf: string;
  readonly seed?: string;
  /** Only these forms; all when absent. */
  readonly only?: readonly string[];
}

export interface DemoSummary {
  readonly organisations: number;
  readonly people: number;
  readonly postings: number;
  readonly entries: number;
  readonly accounts: readonly DemoAccount[];
  /** Seconds by phase. */
  readonly seconds: Readonly<Record<string, number>>;
}

/** The organisations of the tree are older than any record of them here. */
const FOUNDED = '2020-01-01';

/**
 * Fills an empty jurisdiction with the invented county through the product's own imports. Run again on the same data
 * it changes nothing.
 */
export async function loadDemo(door: DemoDoor, { asOf, seed, only }: DemoOptions): Promise<DemoSummary> {
  const clock = stopwatch();
  const packs = await readDemoPacks();
  const world = makeWorld({ tree: shenCounty(), asOf, ...(seed === undefined ? {} : { seed }) });
  const forms = packs.forms.filter((form) => enteredByOffices(form) && (only?.includes(form.id) ?? true));
  const records = makeRecords(world, forms, packs.calendars);
  const accounts = demoAccounts(world);
  clock.lap('make');
  await door.call('organisations.import', { rows: organisationRows(world), on: FOUNDED });
  for (const files of packs.files) await door.call('packs.apply', { files, from: addDays(world.inPostBy, -9) });
  await door.call('people.import', { csv: await peopleCsv(world), fileName: '人员.csv' });
  await door.call('tenures.import', { csv: await tenuresCsv(world), fileName: '任职.csv' });
  await door.call('postings.import', { csv: await postingsCsv(world), fileName: '派驻.csv' });
  await door.call('accounts.import', { csv: await accountsCsv(world, accounts), fileName: '账号.csv' });
  clock.lap('people');
  let entries = 0;
  let again = false;
  for (const form of forms) {
    const ofForm = records.get(form.id) ?? [];
    if (ofForm.length === 0) continue;
    const file = Buffer.from(await formWorkbook(form, ofForm, world));
    const taken = (await door.call('records.import', importOf(form, file, asOf), TAKE_OVER)) as Taken;
    entries += taken.entries;
    again ||= taken.again;
    door.say({ 'zh-CN': `${form.title['zh-CN']} ${taken.entries} 条`, en: `${form.title.en}: ${taken.entries}` });
  }
  clock.lap('records');
  if (!again) entries += await amendRecords(door, asOf);
  clock.lap('amendments');
  const counts = {
    organisations: world.organisations.length,
    people: world.people.length,
    postings: world.postings.length,
  };
  return { ...counts, entries, accounts, seconds: clock.laps };
}

interface Taken {
  readonly entries: number;
  readonly again: boolean;
}

/** Forms that only the first secretary in person may enter are left to them. */
const enteredByOffices = (form: Form): boolean => form.entered_by.some((role) => role !== 'first-secretary');

function importOf(form: Form, file: Buffer, asOf: string) {
  const random = createHash('sha256').update(form.id).update(file).digest().subarray(0, 16);
  const id = uuidv7({ msecs: Date.parse(`${asOf}T00:00:00Z`), random });
  return { id, form: form.id, file: file.toString('base64'), fileName: `${form.title['zh-CN']}.xlsx` };
}

function stopwatch() {
  const laps: Record<string, number> = {};
  let since = performance.now();
  return {
    laps,
    lap(name: string) {
      laps[name] = Math.round(performance.now() - since) / 1000;
      since = performance.now();
    },
  };
}
