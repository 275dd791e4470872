import type { ActionContext } from '../platform/actions/action.ts';
import type { ReadTx, WriteTx } from '../platform/database/transaction.ts';
import type { Keys } from '../platform/secrets/keys.ts';
import type { PersonDraft } from './person.ts';

type Field = 'id_number' | 'phone';
type Place = { readonly jurisdiction: string; readonly keys: Keys };

/** The digest of an ID number: equal numbers of one jurisdiction have equal digests, and it says nothing else. */
export const digestIdNumber = ({ jurisdiction, keys }: Place, idNumber: string): Buffer =>
  keys.digest(`${jurisdiction}/${idNumber}`);

/** Binds a sealed value to its row and column, so that it cannot be moved to another person. */
const placeOf = (jurisdiction: string, person: string, field: Field) => `${jurisdiction}/${person}/${field}`;

/** Who has which of these ID numbers: person ids by digest (hex). */
export async function findDigestOwners(
  { tx, jurisdiction }: { readonly tx: ReadTx; readonly jurisdiction: string },
  digests: readonly Buffer[],
): Promise<ReadonlyMap<string, string>> {
  const owners = new Map<string, string>();
  for (let at = 0; at < digests.length; at += 5000) {
    const rows = await tx
      .selectFrom('person_secret')
      .select(['person_id', 'id_number_digest'])
      .where('jurisdiction_id', '=', jurisdiction)
      .where('id_number_digest', 'in', digests.slice(at, at + 5000))
      .execute();
    for (const row of rows) owners.set(row.id_number_digest?.toString('hex') ?? '', row.person_id);
  }
  return owners;
}

/** Keeps ID number and phone of people, sealed; what a draft does not give stays as it is. */
export async function writeSecrets(
  context: Pick<ActionContext<WriteTx>, 'tx' | 'jurisdiction' | 'keys'>,
  people: readonly PersonDraft[],
): Promise<void> {
  const { tx, jurisdiction, keys } = context;
  const known = await readSecrets(tx, jurisdiction, people);
  const rows = people
    .filter((person) => person.idNumber !== null || person.phone !== null)
    .map((person) => {
      const before = known.get(person.id);
      const old = (field: Field) =>
        before?.[field] && keys.open(before[field], before.key_id, placeOf(jurisdiction, person.id, field));
      const idNumber = person.idNumber ?? old('id_number') ?? null;
      const phone = person.phone ?? old('phone') ?? null;
      const sealed = (text: string | null, field: Field) =>
        text === null ? null : keys.seal(text, placeOf(jurisdiction, person.id, field));
      return {
        jurisdiction_id: jurisdiction,
        person_id: person.id,
        key_id: keys.id,
        id_number: sealed(idNumber, 'id_number'),
        id_number_digest: idNumber === null ? null : digestIdNumber(context, idNumber),
        phone: sealed(phone, 'phone'),
      };
    });
  for (let at = 0; at < rows.length; at += 1000) {
    await tx
      .insertInto('person_secret')
      .values(rows.slice(at, at + 1000))
      .onConflict((conflict) =>
        conflict.columns(['jurisdiction_id', 'person_id']).doUpdateSet((row) => ({
          key_id: row.ref('excluded.key_id'),
          id_number: row.ref('excluded.id_number'),
          id_number_digest: row.ref('excluded.id_number_digest'),
          phone: row.ref('excluded.phone'),
        })),
      )
      .execute();
  }
}

async function readSecrets(tx: ReadTx, jurisdiction: string, people: readonly { readonly id: string }[]) {
  if (people.length === 0) return new Map<string, never>();
  const rows = await tx
    .selectFrom('person_secret')
    .selectAll()
    .where('jurisdiction_id', '=', jurisdiction)
    .where((where) => where('person_id', '=', where.fn.any(where.val(people.map((person) => person.id)))))
    .execute();
  return new Map(rows.map((row) => [row.person_id, row]));
}

export interface PersonSecrets {
  readonly idNumber: string | null;
  readonly phone: string | null;
}

/** ID number and phone in clear. Only `people.secret` calls this, and it is audited. */
export async function openSecrets(
  { tx, jurisdiction, keys }: Pick<ActionContext<ReadTx>, 'tx' | 'jurisdiction' | 'keys'>,
  person: string,
): Promise<PersonSecrets> {
  const row = (await readSecrets(tx, jurisdiction, [{ id: person }])).get(person);
  if (!row) return { idNumber: null, phone: null };
  const open = (field: Field) => {
    const sealed = row[field];
    return sealed === null ? null : keys.open(sealed, row.key_id, placeOf(jurisdiction, person, field));
  };
  return { idNumber: open('id_number'), phone: open('phone') };
}
