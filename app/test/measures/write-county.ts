import type { Database, WriteTx } from '../../src/platform/database/transaction.ts';
import { inJurisdiction } from '../../src/platform/database/transaction.ts';
import type { RandomCounty } from './random-county.ts';
import type { RandomEntry } from './random-entries.ts';
import { dayAfter, dayBefore, idOf, type RandomOrganisation } from './random-organisations.ts';

const ACCOUNT = idOf(9, 1);

/** Writes a county row by row as its tables hold it, in a jurisdiction that exists and is empty. */
export const writeCounty = (database: Database, jurisdiction: string, county: RandomCounty): Promise<void> =>
  inJurisdiction(database, jurisdiction, async (tx) => {
    const account = { id: ACCOUNT, login_id: `hand-${jurisdiction}`, display_name: '韩雪' };
    await insert(tx, 'account', ['id', 'login_id', 'display_name'], [account]);
    await writeOrganisations(tx, county.organisations);
    await writePostings(tx, county);
    await writeEntries(tx, county.entries);
  });

type Row = Readonly<Record<string, unknown>>;

/** One statement for all rows of a table: they travel as one JSON text. */
async function insert(tx: WriteTx, table: string, columns: readonly string[], rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const names = columns.join(', ');
  await tx.sql.unsafe(
    `insert into ${table} (jurisdiction_id, ${names})
      select $1, ${names} from jsonb_populate_recordset(null::${table}, $2::jsonb)`,
    [tx.jurisdictionId, JSON.stringify(rows)],
  );
}

async function writeOrganisations(tx: WriteTx, all: readonly RandomOrganisation[]): Promise<void> {
  await insert(
    tx,
    'organisation',
    ['id', 'kind', 'founded_on', 'dissolved_on', 'attributes'],
    all.map(({ id, kind, founded, dissolved, attributes }) => ({
      ...{ id, kind, attributes },
      ...{ founded_on: founded, dissolved_on: dissolved },
    })),
  );
  await insert(
    tx,
    'organisation_name',
    ['id', 'organisation_id', 'name', 'pinyin', 'initials', 'valid_from'],
    all.map(({ id, kind, founded }) => ({
      ...{ id, organisation_id: id, name: `${kind} ${id.slice(-2)}`, pinyin: '', initials: '', valid_from: founded },
    })),
  );
  await insert(
    tx,
    'organisation_edge',
    ['id', 'child_id', 'parent_id', 'valid_from', 'valid_to'],
    all.flatMap(edgesOf),
  );
}

/** Where it stood, one row a place; a dissolved one stands nowhere any more. */
const edgesOf = ({ id, places, dissolved }: RandomOrganisation, number: number): Row[] =>
  places.map(({ parent, from }, i) => {
    const next = places[i + 1]?.from;
    const to = next === undefined ? dissolved : dayBefore(next);
    return { id: idOf(4, number * 10 + i), child_id: id, parent_id: parent, valid_from: from, valid_to: to };
  });

async function writePostings(tx: WriteTx, { postings }: RandomCounty): Promise<void> {
  const people = [...new Set(postings.map(({ person }) => person))];
  const named = people.map((id) => ({ id, name: `人 ${id.slice(-2)}`, pinyin: '', initials: '', attributes: {} }));
  await insert(tx, 'person', ['id', 'name', 'pinyin', 'initials', 'attributes'], named);
  await insert(
    tx,
    'posting',
    [
      ...['id', 'kind', 'person_id', 'organisation_id', 'sending_organisation_id', 'level'],
      ...['valid_from', 'valid_to', 'end_known_on', 'attributes'],
    ],
    postings.map(({ id, kind, person, organisation, sender, level, from, to, endKnownOn }) => ({
      ...{ id, kind, level, person_id: person, organisation_id: organisation, sending_organisation_id: sender },
      ...{ valid_from: from, valid_to: to, end_known_on: endKnownOn, attributes: {} },
    })),
  );
}

const instant = (day: string, hour: number): string => `${day}T${String(hour).padStart(2, '0')}:00:00Z`;

function entryRow(id: string, { form, subject, place, date, recordedOn, hour, data }: RandomEntry): Row {
  return {
    ...{ id, form, subject_kind: subject.kind, subject_id: subject.id, organisation_id: place, data },
    ...{ happened_on: date, recorded_on: recordedOn, recorded_at: instant(recordedOn, hour), recorded_by: ACCOUNT },
    ...{ source: 'web', content_hash: id, pack_hash: 'none' },
  };
}

const ENTRY = [
  ...['id', 'form', 'subject_kind', 'subject_id', 'organisation_id', 'happened_on', 'data'],
  ...['recorded_at', 'recorded_on', 'recorded_by', 'source', 'content_hash', 'pack_hash'],
];

/** Entries with what became of them. A correction is an entry of its own, recorded on the day the first one ended. */
async function writeEntries(tx: WriteTx, all: readonly RandomEntry[]): Promise<void> {
  const [entries, confirmations, ends]: [Row[], Row[], Row[]] = [[], [], []];
  for (const [i, one] of all.entries()) {
    const { confirmation, end } = one.fate;
    const [id, corrected] = [idOf(5, i), idOf(6, i)];
    const by = (on: string) => ({ recorded_on: on, recorded_at: instant(on, 10), recorded_by: ACCOUNT });
    entries.push(entryRow(id, one));
    if (confirmation) {
      const on = dayAfter(one.recordedOn, confirmation.after);
      confirmations.push({ id, entry_id: id, outcome: confirmation.outcome, reason: '核对', ...by(on) });
      if (end?.corrected)
        confirmations.push({ id: corrected, entry_id: corrected, outcome: 'confirmed', ...by(dayAfter(on, 60)) });
    }
    if (!end) continue;
    const on = dayAfter(one.recordedOn, end.after);
    if (end.corrected) {
      const { date } = one;
      const data = { ...one.data, ...end.corrected };
      entries.push(entryRow(corrected, { ...one, date, data, recordedOn: on }));
    }
    ends.push({ id, entry_id: id, by_entry_id: end.corrected ? corrected : null, reason: '更正', ...by(on) });
  }
  const trace = ['recorded_at', 'recorded_on', 'recorded_by'];
  await insert(tx, 'entry', ENTRY, entries);
  await insert(tx, 'entry_confirmation', ['id', 'entry_id', 'outcome', 'reason', ...trace], confirmations);
  await insert(tx, 'entry_supersession', ['id', 'entry_id', 'by_entry_id', 'reason', ...trace], ends);
}
