import type { BoardRow } from './board.ts';

/** An organisation that may stand on the chart, as of a day, and how much of it the caller may see. */
export interface ChartOrganisation {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly code: string | null;
  readonly pinyin: string;
  readonly initials: string;
  readonly parent: string | null;
  /** Whether its own records are visible; else only postings working in it are. */
  readonly visible: boolean;
}

export interface ChartPosting {
  readonly id: string;
  readonly kind: string;
  readonly organisation: string;
  readonly person: string;
  readonly sendingOrganisation: { readonly id: string; readonly name: string };
}

export interface ChartGroup {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly rows: number;
}

/**
 * Rows a reader may see, grouped under the organisation they stand below; a group begins with that organisation's own
 * row when its kind (one of `bearing`) carries duties. Organisations without rows below them (departments) gather under their parent, and the top with them comes last.
 */
export function arrange(
  organisations: readonly ChartOrganisation[],
  postings: readonly ChartPosting[],
  bearing: ReadonlySet<string>,
  township?: string,
): { rows: BoardRow[]; groups: ChartGroup[] } {
  const working = Map.groupBy(postings, (posting) => posting.organisation);
  const byId = new Map(organisations.map((organisation) => [organisation.id, organisation]));
  const heads = new Set(organisations.map((row) => row.parent).filter((id) => id !== null && byId.has(id)));
  const groupOf = (row: ChartOrganisation) => (heads.has(row.id) || row.parent === null ? row.id : row.parent);
  const shown = organisations.filter(({ id, kind, visible }) => (visible && bearing.has(kind)) || working.has(id));
  const rows: BoardRow[] = [];
  const groups: ChartGroup[] = [];
  const isTop = (id: string) => byId.get(id)?.parent === null;
  const gathered = [...Map.groupBy(shown, groupOf)].toSorted(([a], [b]) => Number(isTop(a)) - Number(isTop(b)));
  for (const [id, members] of gathered) {
    if (township && id !== township) continue;
    const head = byId.get(id);
    const ordered = members.toSorted((a, b) => Number(b.id === id) - Number(a.id === id));
    groups.push({ id, name: head?.name ?? '', kind: head?.kind ?? '', rows: ordered.length });
    for (const member of ordered) rows.push(rowOf(member, groups.length - 1, working.get(member.id) ?? []));
  }
  return { rows, groups };
}

function rowOf(organisation: ChartOrganisation, group: number, postings: readonly ChartPosting[]): BoardRow {
  return {
    organisation: organisation.id,
    name: organisation.name,
    kind: organisation.kind,
    group,
    pinyin: organisation.pinyin,
    initials: organisation.initials,
    postings: postings.map(({ id, kind, person, sendingOrganisation }) => ({ id, kind, person, sendingOrganisation })),
  };
}
