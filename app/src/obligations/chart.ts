import type { Obligation, Policy } from '@luoshi/engine';
import { policyInForce } from '../packs/index.ts';
import type { Scope } from '../platform/access/scope.ts';
import type { ReadTx } from '../platform/database/transaction.ts';
import { arrange, type ChartGroup, type ChartOrganisation, type ChartPosting } from './arrange.ts';
import { type BoardDuty, type BoardRow, cadenceOf } from './board.ts';
import { readChartOrganisations, readChartPostings } from './board-rows.ts';
import { type CellRow, readCells } from './standing-reader.ts';

export interface ChartQuery {
  readonly asOf: string;
  readonly today: string;
  readonly window: string;
  readonly township?: string;
  readonly only?: readonly string[];
}

export interface Chart {
  readonly duties: BoardDuty[];
  readonly groups: ChartGroup[];
  readonly rows: BoardRow[];
  readonly standings: CellRow[];
}

/** Everything one reader may see of the chart: rows in the order of the tree, duties, and the standings on them. */
export async function readChart(tx: ReadTx, scope: Scope, query: ChartQuery): Promise<Chart> {
  const policy = await policyInForce(tx, scope.jurisdiction, query.asOf);
  const duties = dutiesOf(policy);
  const bearing = rowKinds(policy, duties);
  const kinds = [
    ...new Set([...bearing, ...[...bearing].flatMap((kind) => policy.organisationKinds.get(kind)?.parents ?? [])]),
  ];
  const organisations = await readChartOrganisations(tx, scope, { asOf: query.asOf, kinds, ...only(query) });
  const postings = await readChartPostings(tx, scope, query.asOf);
  const { rows, groups } = arrange(organisations, postings, bearing, query.township);
  const standings = await readCells(tx, scope, { ...query, organisations: rows.map((row) => row.organisation) });
  const sees = sightOf(organisations, postings, scope);
  return { duties, groups, rows, standings: standings.filter(sees) };
}

const only = (query: ChartQuery) => (query.only ? { only: query.only } : {});

/** The jurisdiction's own duties first, then those of the packs it builds on. */
function dutiesOf(policy: Policy): BoardDuty[] {
  const order = policy.packs.map((pack) => pack.id);
  const packOf = (id: string) => order.indexOf(policy.parts.ruleOf('obligation', id).pack);
  const obligations = [...policy.obligations.values()].toSorted((a, b) => packOf(b.id) - packOf(a.id));
  return obligations.map((obligation) => ({
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

/** A standing is seen when its subject is: an organisation by the row, a posting by itself. */
function sightOf(organisations: readonly ChartOrganisation[], postings: readonly ChartPosting[], scope: Scope) {
  const visible = new Set(organisations.filter((row) => row.visible).map((row) => row.id));
  const own = new Set([...postings.map((posting) => posting.id), ...scope.postings]);
  return (standing: CellRow) =>
    standing.subjectKind === 'posting'
      ? own.has(standing.subject) || (visible.has(standing.organisation) && scope.subtrees.length > 0)
      : visible.has(standing.organisation);
}
