/**
 * Arrays of one dimension as PostgreSQL writes and reads them. Named here, because the client library otherwise asks the
 * database for them on each new connection, and a connection lost while it asks ends the process.
 * Source: https://www.postgresql.org/docs/current/arrays.html#ARRAYS-IO
 */
const arrayType = <Item extends string | number | null>(oid: number, parseItem: (text: string) => Item) => ({
  to: oid,
  from: [oid],
  serialize: (items: readonly Item[]): string => `{${items.map(itemText).join(',')}}`,
  parse: (text: string): (Item | null)[] =>
    Array.from(text.matchAll(ITEM), ([, quoted, bare]) => {
      if (quoted !== undefined) return parseItem(quoted.replaceAll(/\\(.)/gs, '$1'));
      return bare === undefined || bare === 'NULL' ? null : parseItem(bare);
    }),
});

const ITEM = /"((?:[^"\\]|\\.)*)"|([^{},"]+)/gs;

const itemText = (item: string | number | null): string =>
  item === null ? 'NULL' : `"${String(item).replaceAll(/["\\]/g, String.raw`\$&`)}"`;

/** name[], text[], varchar[], date[], numeric[], uuid[]: items are text, as they are outside of an array. */
const TEXTS = [1009, 1003, 1015, 1182, 1231, 2951] as const;
/** int[], smallint[]. */
const INTEGERS = [1007, 1005] as const;

/** One entry per type, since the library takes a serializer for one type at a time. */
export const arrayTypes = Object.fromEntries([
  ...TEXTS.map((oid) => [`array${oid}`, arrayType(oid, String)]),
  ...INTEGERS.map((oid) => [`array${oid}`, arrayType(oid, Number)]),
]);
