import { isRecord } from '../pack/schema-shape.ts';
import { validate } from '../pack/validate.ts';
import type { Finding, Place } from '../problem.ts';
import { Step } from '../schema/rating.ts';

/** A rating as a file holds it, with where each pointer of it stands. */
export interface Tabled {
  readonly value: unknown;
  readonly places: ReadonlyMap<string, Place>;
  /** What is wrong with a row, at pointers of the rating as it becomes. */
  readonly findings: readonly Finding[];
}

type Part = Readonly<Record<string, unknown>>;

/** A step, where it is written, and where what it holds is written by its pointer inside the step. */
interface Placed {
  readonly step: unknown;
  readonly from: string;
  readonly moved: readonly (readonly [string, string])[];
}

/** `items: { usual, rows, total }` among the steps: each row becomes a step of its own, placed where the row is written. */
export function withRows(rating: unknown, places: ReadonlyMap<string, Place>): Tabled {
  const steps = isRecord(rating) && Array.isArray(rating.steps) ? (rating.steps as unknown[]) : [];
  if (!isRecord(rating) || !steps.some(isTable)) return { value: rating, places, findings: [] };
  const made = steps.flatMap((step, i): Placed[] =>
    isTable(step) ? stepsOf(step.items, `/steps/${i}/items`) : [{ step, from: `/steps/${i}`, moved: [] }],
  );
  const findings = made.flatMap(({ step, moved }, i) =>
    moved.length === 0 ? [] : validate(Step, step).map((finding) => ({ ...finding, at: `/steps/${i}${finding.at}` })),
  );
  return { value: { ...rating, steps: made.map(({ step }) => step) }, places: moved(made, places), findings };
}

const isTable = (step: unknown): step is { readonly items: Part } => isRecord(step) && isRecord(step.items);

function stepsOf({ usual, rows, total }: Part, at: string): Placed[] {
  const common = isRecord(usual) ? usual : {};
  const each = (Array.isArray(rows) ? rows : []).filter(isRecord);
  const made = each.map((row, i) => stepOf(row, common, `${at}/rows/${i}`, `${at}/usual`));
  if (!isRecord(total)) return made;
  const { id, title, clause, applies, ...sum } = total;
  const of = each.map((row) => row.id);
  const step = { ...given({ id, title, clause, applies }), total: { of, ...sum } };
  return [
    ...made,
    { step, from: `${at}/total`, moved: Object.keys(sum).map((key) => [`/total/${key}`, `${at}/total/${key}`]) },
  ];
}

const OF_ITEM = ['full', 'starts', 'floor', 'cap', 'missing'] as const;
/** What of the usual a change takes, by what it counts. */
const FITS: Readonly<Record<string, readonly string[]>> = {
  times: ['points', 'units', 'at_most'],
  when: ['points', 'unless'],
  entries: [
    'points',
    'entries',
    'reads',
    'split',
    'per',
    'beside',
    'valid',
    'one_matter',
    'repeat',
    'only',
    'caps',
    'at_most',
  ],
};
const COUNTED = Object.keys(FITS);
const OF_CHANGE = [...new Set([...COUNTED, ...Object.values(FITS).flat()])];

function stepOf(row: Part, usual: Part, at: string, common: string): Placed {
  const { id, title, clause, applies, what = title, deduct, award } = row;
  const item = { ...picked(usual, OF_ITEM), ...picked(row, OF_ITEM) };
  const side = item.starts === 'zero' ? 'award' : 'deduct';
  const change = changeOf(row, usual);
  const lists: Record<string, unknown> = given({ deduct, award });
  if (change) {
    const others = lists[side];
    lists[side] = [{ title: what, ...change }, ...(Array.isArray(others) ? (others as unknown[]) : [])];
  }
  const own = (key: string): string => `${key in row ? at : common}/${key}`;
  return {
    step: { ...given({ id, title, clause, applies }), item: { ...item, ...lists } },
    from: at,
    moved: [
      ['/item', at],
      ...Object.keys(item).map((key) => [`/item/${key}`, own(key)] as const),
      ...furtherChanges(row, change === null ? null : side, at),
      ...Object.keys(change ?? {}).map((key) => [`/item/${side}/0/${key}`, own(key)] as const),
    ],
  };
}

/** The change a row writes in one line; null when it has none. */
function changeOf(row: Part, usual: Part): Part | null {
  const own = picked(row, OF_CHANGE);
  const kind = COUNTED.find((key) => key in row);
  if (kind === undefined && !('points' in row)) return null;
  const counted = kind ?? COUNTED.find((key) => key in usual) ?? 'times';
  const common = picked(usual, [counted, ...(FITS[counted] ?? [])]);
  const entries = counted === 'entries' ? { entries: { ...asPart(common.entries), ...asPart(own.entries) } } : {};
  return { ...common, ...own, ...entries };
}

/** Where changes written out in full stand, behind the one of the row. */
const furtherChanges = (row: Part, first: string | null, at: string): (readonly [string, string])[] =>
  ['deduct', 'award'].flatMap((side) =>
    (Array.isArray(row[side]) ? (row[side] as unknown[]) : []).map(
      (_, i) => [`/item/${side}/${side === first ? i + 1 : i}`, `${at}/${side}/${i}`] as const,
    ),
  );

const asPart = (value: unknown): Part => (isRecord(value) ? value : {});

const picked = (part: Part, keys: readonly string[]): Record<string, unknown> =>
  given(Object.fromEntries(keys.map((key) => [key, part[key]])));

const given = (part: Part): Record<string, unknown> =>
  Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined));

/** The places of the rating as it becomes: what lies below a pointer moves with it, the nearest above decides. */
function moved(made: readonly Placed[], places: ReadonlyMap<string, Place>): Map<string, Place> {
  const found = new Map([...places].filter(([pointer]) => !/^\/steps\//.test(pointer)));
  const below = Map.groupBy(
    places,
    ([pointer]) => /^\/steps\/\d+(?:\/items\/(?:rows\/\d+|usual|total))?/.exec(pointer)?.[0] ?? '',
  );
  const take = (from: string, to: string): void => {
    const group = /^\/steps\/\d+(?:\/items\/(?:rows\/\d+|usual|total))?/.exec(from)?.[0] ?? '';
    for (const [pointer, place] of below.get(group) ?? []) {
      const rest = pointer.slice(from.length);
      if (pointer.startsWith(from) && /^(?:$|[/#])/.test(rest)) found.set(`${to}${rest}`, place);
    }
  };
  made.forEach(({ from, moved: parts }, i) => {
    take(from, `/steps/${i}`);
    for (const [to, source] of parts) take(source, `/steps/${i}${to}`);
  });
  return found;
}
