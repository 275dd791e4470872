import { createHash } from 'node:crypto';
import type { Form } from '@luoshi/engine';
import { v7 as uuidv7 } from 'uuid';
import { closeTakeOver, type DemoAccount, isLoaded, officesOf, readDemoAccounts } from './accounts.ts';
import { amendRecords } from './amend-records.ts';
import {
  accountsCsv,
  formWorkbook,
  officesCsv,
  organisationRows,
  peopleCsv,
  postingsCsv,
  tenuresCsv,
} from './demo-files.ts';
import { type DemoPacks, readDemoPacks } from './demo-packs.ts';
import type { DemoDoor } from './door.ts';
import type { DemoEntry } from './entry.ts';
import type { Locality } from './locality.ts';
import { makeRecords } from './make-records.ts';
import { publishResults } from './publish-results.ts';
import type { DemoWorld } from './world.ts';

export interface DemoOptions {
  /** The day on which the demo stands, YYYY-MM-DD. */
  readonly asOf: string;
  readonly seed?: string;
  /** Only these forms; all when absent. */
  readonly only?: readonly string[];
  /** Told of the accounts as soon as one can sign in: long before all records are there. */
  readonly onAccounts?: (accounts: readonly DemoAccount[]) => void;
}

export interface DemoSummary {
  /** The county was there already; nothing was changed. */
  readonly again: boolean;
  readonly accounts: readonly DemoAccount[];
  /** Entries recorded in this run. */
  readonly entries: number;
  /** Seconds by phase. */
  readonly seconds: Readonly<Record<string, number>>;
}

/** The organisations of the tree are older than any record of them here. */
const FOUNDED = '2020-01-01';

/**
 * Fills an empty jurisdiction with an invented locality through the product's own imports; one that was left half filled
 * on the same day is filled to its end. The accounts to try come before the records. Where everything is there already,
 * on whatever day it came, nothing is done.
 */
export async function loadDemo(
  door: DemoDoor,
  locality: Locality,
  { asOf, seed, only, onAccounts }: DemoOptions,
): Promise<DemoSummary> {
  if (await isLoaded(door, locality)) {
    const known = await readDemoAccounts(door, locality);
    onAccounts?.(known);
    return { again: true, accounts: known, entries: 0, seconds: {} };
  }
  const clock = stopwatch();
  const packs = await readDemoPacks(locality);
  const world = locality.makeWorld(asOf, seed);
  const forms = packs.forms.filter((form) => enteredByOffices(form) && (only?.includes(form.id) ?? true));
  await loadPeople(door, locality, world, packs);
  await door.call('accounts.import', { csv: await accountsCsv(world, locality.accounts(world)), fileName: '账号.csv' });
  const accounts = await readDemoAccounts(door, locality);
  onAccounts?.(accounts);
  clock.lap('people');
  const records = makeRecords(world, forms, packs.calendars, locality.stories);
  clock.lap('make');
  let entries = 0;
  for (const form of forms) entries += await loadRecords(door, locality, world, form, records.get(form.id) ?? []);
  clock.lap('records');
  entries += await amendRecords(door, locality, asOf);
  clock.lap('amendments');
  await publishResults(door, locality, asOf);
  clock.lap('results');
  await closeTakeOver(door, locality);
  return { again: false, accounts, entries, seconds: clock.laps };
}

async function loadPeople(door: DemoDoor, locality: Locality, world: DemoWorld, { files }: DemoPacks): Promise<void> {
  await door.call('organisations.import', { rows: organisationRows(world), on: FOUNDED });
  for (const pack of files) await door.call('packs.apply', { files: pack, from: world.rulesFrom });
  await door.call('people.import', { csv: await peopleCsv(world), fileName: '人员.csv' });
  await door.call('tenures.import', { csv: await tenuresCsv(world), fileName: '任职.csv' });
  if (world.postings.length > 0) {
    await door.call('postings.import', { csv: await postingsCsv(world), fileName: '派驻.csv' });
  }
  await door.call('accounts.import', { csv: await officesCsv(world, locality), fileName: '办公室账号.csv' });
}

async function loadRecords(
  door: DemoDoor,
  locality: Locality,
  world: DemoWorld,
  form: Form,
  entries: readonly DemoEntry[],
): Promise<number> {
  if (entries.length === 0) return 0;
  const file = Buffer.from(await formWorkbook(form, entries, world));
  const taken = (await door.call('records.import', importOf(form, file, world), officesOf(locality).takeOver)) as {
    entries: number;
  };
  door.say({ 'zh-CN': `${form.title['zh-CN']} ${taken.entries} 条`, en: `${form.title.en}: ${taken.entries}` });
  return taken.entries;
}

/** Forms that only the first secretary in person may enter are left to them. */
const enteredByOffices = (form: Form): boolean => form.entered_by.some((role) => role !== 'first-secretary');

function importOf(form: Form, file: Buffer, { asOf, seed }: DemoWorld) {
  const random = createHash('sha256').update(seed).update(form.id).update(file).digest().subarray(0, 16);
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
