import type { Obligation, Policy } from '@luoshi/engine';
import { policyInForce } from '../packs/index.ts';
import type { Scope } from '../platform/access/scope.ts';
import type { ReadTx } from '../platform/database/transaction.ts';
import { type BoardDuty, type BoardRow, cadenceOf } from './board.ts';
import { type ChartOrganisation, type ChartPosting, readChartOrganisations, readChartPostings } from './board-rows.ts';
import { readStandings, type StandingRow } from './standing-reader.ts';

export interface ChartQuery {
  readonly asOf: string;
  readonly today: string;
  readonly window: string;
  readonly township?: string;
  readonly only?: readonly string[];
}

export interface ChartGroup {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly rows: number;
}

export interface Chart {
  readonly duties: BoardDuty[];
  readonly groups: ChartGroup[];
  readonly rows: BoardRow[];
  readonly standings: StandingRow[];
}

/** Everything one reader may see of the chart: rows in the order of the tree, duties, and the standings on them. */
export async function readChart(tx: ReadTx, scope: Scope, query: ChartQuery): Promise<Chart> {
  const policy = await policyInForce(tx, scope.jurisdiction, query.asOf);
  const duties = dutiesOf(policy);
  const kinds = [...rowKinds(policy, duties)];
  const organisations = await readChartOrganisations(tx, scope, { asOf: query.asOf, kinds, ...only(query) });
  const postings = await readChartPostings(tx, scope, query.asOf);
  const { rows, groups } = arrange(organisations, postings, query.township);
  const standings = await readStandings(tx, scope, { ...query, organisations: rows.map((row) => row.organisation) });
  const sees = sightOf(organisations, postings, scope);
  return { duties, groups, rows, standings: standings.filter(sees) };
}

const only = (query: ChartQuery) => (query.only ? { only: query.only } : {});

function dutiesOf(policy: Policy): BoardDuty[] {
  return [...policy.obligations.values()].map((obligation) => ({
    id: obligation.id,
    title: obligation.title,
    short: obligation.short ?? obligation.title,
    clause: [...(obligation.source.requirement ?? []), obligation.source.clause ?? ''].filter(Boolean).join(' '),
    ...bearerOf(obligation.who),
    cadence: cadenceOf(obligation),
  }));
}

function bearerOf(who: Obligation['who']) {
  if ('organisations' in who) return { bearer: 'organisation' as const, kinds: who.organisations };
  if ('postings' in who) return { bearer: 'posting' as const, kinds: who.postings };
  return { bearer: 'person' as const, kinds: 'holders' in who ? who.of : who.members };
}

/** Kinds of organisations that carry a duty, or to which a posting with duties leads. */
function rowKinds(policy: Policy, duties: readonly BoardDuty[]): Set<string> {
  const kinds = new Set<string>();
  for (const duty of duties) {
    for (const kind of duty.kinds) {
      if (duty.bearer !== 'posting') kinds.add(kind);
      else for (const to of policy.postingKinds.get(kind)?.to ?? []) kinds.add(to);
    }
  }
  return kinds;
}

/**
 * Rows a reader may see, grouped under the organisation they stand below; a group begins with that organisation's own
 * row when it is shown. Organisations without rows below them (departments) gather under their parent.
 */
export function arrange(
  organisations: readonly ChartOrganisation[],
  postings: readonly ChartPosting[],
  township?: string,
): { rows: BoardRow[]; groups: ChartGroup[] } {
  const working = Map.groupBy(postings, (posting) => posting.organisation);
  const byId = new Map(organisations.map((organisation) => [organisation.id, organisation]));
  const heads = new Set(organisations.map((row) => row.parent).filter((id) => id !== null && byId.has(id)));
  const groupOf = (row: ChartOrganisation) => (heads.has(row.id) || row.parent === null ? row.id : row.parent);
  const shown = organisations.filter(({ id, visible }) => visible || working.has(id));
  const rows: BoardRow[] = [];
  const groups: ChartGroup[] = [];
  for (const [id, members] of Map.groupBy(shown, groupOf)) {
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

/** A standing is seen when its subject is: an organisation by the row, a posting by itself. */
function sightOf(organisations: readonly ChartOrganisation[], postings: readonly ChartPosting[], scope: Scope) {
  const visible = new Set(organisations.filter((row) => row.visible).map((row) => row.id));
  const own = new Set([...postings.map((posting) => posting.id), ...scope.postings]);
  return (standing: StandingRow) =>
    standing.subjectKind === 'posting'
      ? own.has(standing.subject) || (visible.has(standing.organisation) && scope.subtrees.length > 0)
      : visible.has(standing.organisation);
}
