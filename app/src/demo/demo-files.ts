import type { Form } from '@luoshi/engine';
import { type CellContent, type Column, writeTable } from '../platform/spreadsheet/index.ts';
import {
  CONFIRMED_BY,
  CONFIRMED_ON,
  cellFromValue,
  importColumnsOf,
  RECORDED_ON,
  SUBJECT,
  sheetFields,
} from '../records/index.ts';
import { DEMO_PASSWORD, type NewAccount, officesOf } from './accounts.ts';
import type { DemoEntry } from './entry.ts';
import type { Locality } from './locality.ts';
import type { DemoOrganisation, DemoWorld } from './world.ts';

type Row = Readonly<Record<string, string | number | boolean | null>>;

/** CSV of rows that all have the same columns. */
async function csvOf(keys: readonly string[], rows: readonly Row[]): Promise<string> {
  const columns: Column[] = keys.map((key) => ({ key, header: key, type: 'text' }));
  const text = rows.map((row) =>
    Object.fromEntries(keys.map((key) => [key, row[key] === null ? null : String(row[key] ?? '')])),
  );
  return new Response(writeTable({ title: 'csv', columns, rows: text, format: 'csv' })).text();
}

/** As `organisations.import` takes them. */
export const organisationRows = ({ organisations }: DemoWorld) =>
  organisations.map(({ code, name, kind, parent, attributes }) => ({
    code,
    name,
    kind,
    parent: parent ?? '',
    attributes,
  }));

const BASIC = ['key', 'name', 'id_number', 'phone', 'member_of_code', 'member_since'];

export function peopleCsv({ people }: DemoWorld): Promise<string> {
  const attributes = [...new Set(people.flatMap((one) => Object.keys(one.attributes)))].sort();
  const rows = people.map((one) => ({
    key: one.key,
    name: one.name,
    id_number: one.idNumber,
    phone: one.phone,
    member_of_code: one.memberOf,
    member_since: one.memberSince,
    ...one.attributes,
  }));
  return csvOf([...BASIC, ...attributes], rows);
}

export const tenuresCsv = ({ tenures }: DemoWorld): Promise<string> =>
  csvOf(
    ['post', 'organisation_code', 'person_key', 'from'],
    tenures.map(({ post, organisation, person, from }) => ({
      post,
      organisation_code: organisation,
      person_key: person,
      from,
    })),
  );

export const postingsCsv = ({ postings }: DemoWorld): Promise<string> =>
  csvOf(
    ['kind', 'person_key', 'organisation_code', 'sending_code', 'level', 'order_number', 'from', 'to'],
    postings.map(({ kind, person, organisation, sender, level, order, from, to }) => ({
      kind,
      person_key: person,
      organisation_code: organisation,
      sending_code: sender,
      level,
      order_number: order,
      from,
      to,
    })),
  );

const ACCOUNT = ['username', 'display_name', 'role', 'password', 'person_key', 'organisation_code', 'from'];

/** The offices that take over the ledgers; they get passwords nobody ever learns. */
export function officesCsv(world: DemoWorld, locality: Locality): Promise<string> {
  const { takeOver, secondWord } = officesOf(locality);
  const root = world.organisations.find(({ parent }) => parent === null)?.code ?? '';
  const office = (username: string, display: string, roles: readonly string[]) =>
    roles.map((role) => ({
      username,
      display_name: display,
      role,
      password: '',
      person_key: '',
      organisation_code: root,
      from: world.inPostBy,
    }));
  return csvOf(ACCOUNT, [
    ...office(takeOver, `${locality.office} 台账录入`, [
      'county-officer',
      'township-officer',
      'village-clerk',
      'sending-unit',
    ]),
    ...office(secondWord, `${locality.office} 抽查核实`, ['village-clerk']),
  ]);
}

/** The accounts that people may try. */
export const accountsCsv = (world: DemoWorld, accounts: readonly NewAccount[]): Promise<string> =>
  csvOf(
    ACCOUNT,
    accounts.map(({ username, displayName, role, organisation, person }) => ({
      username,
      display_name: displayName,
      role,
      password: DEMO_PASSWORD,
      person_key: person,
      organisation_code: organisation,
      from: world.inPostBy,
    })),
  );

/** The filled-in workbook of one form, with the days and second words of the offices' own ledgers. */
export async function formWorkbook(form: Form, entries: readonly DemoEntry[], world: DemoWorld): Promise<Uint8Array> {
  const organisations = new Map(world.organisations.map((one) => [one.code, one]));
  const names = new Map(world.people.map(({ key, name }) => [key, name]));
  const rows = entries.map(
    (entry): Record<string, CellContent> => ({
      [SUBJECT]: subjectOf(entry, organisations, names),
      ...Object.fromEntries(
        sheetFields(form).map((field) => [field.id, cellFromValue(field, 'zh-CN', entry.data[field.id], {})]),
      ),
      [RECORDED_ON]: entry.recordedOn,
      [CONFIRMED_BY]: entry.confirmed?.by ?? null,
      [CONFIRMED_ON]: entry.confirmed?.on ?? null,
    }),
  );
  const stream = writeTable({ title: form.title['zh-CN'], columns: importColumnsOf(form, 'zh-CN'), rows });
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Organisations are named by code, people by name and place: `王刚（燕塔街道/肖屯村）`. */
function subjectOf(
  { organisation, posting, person }: DemoEntry,
  organisations: ReadonlyMap<string, DemoOrganisation>,
  names: ReadonlyMap<string, string>,
): string {
  const who = posting?.person ?? person;
  if (who === undefined) return organisation;
  const village = organisations.get(organisation);
  return `${names.get(who)}（${organisations.get(village?.parent ?? '')?.name}/${village?.name}）`;
}
