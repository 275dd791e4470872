import { type DutyGroup, isLimit, type Obligation, type Policy } from '@luoshi/engine';
import { policyInForce } from '../packs/index.ts';
import type { Scope } from '../platform/access/scope.ts';
import type { ReadTx } from '../platform/database/transaction.ts';
import { arrange, type ChartGroup, type ChartOrganisation, type ChartPosting } from './arrange.ts';
import { type BoardCells, type BoardDuty, type BoardRow, cadenceOf, startLayout } from './board.ts';
import { readChartOrganisations, readChartPostings } from './board-rows.ts';
import { type PlacedCell, readCells } from './cell-reader.ts';

export interface ChartQuery {
  readonly asOf: string;
  readonly today: string;
  readonly window: string;
  readonly township?: string;
  readonly only?: readonly string[];
}

export interface Chart {
  readonly duties: BoardDuty[];
  readonly dutyGroups: readonly DutyGroup[];
  readonly groups: ChartGroup[];
  readonly rows: BoardRow[];
  readonly cells: BoardCells;
}

/** Everything one reader may see of the chart: rows in the order of the tree, duties, and what stands in the cells. */
export async function readChart(tx: ReadTx, scope: Scope, query: ChartQuery): Promise<Chart> {
  const policy = await policyInForce(tx, scope.jurisdiction, query.asOf);
  const dutyGroups = dutyGroupsOf(policy);
  const duties = dutiesOf(policy, dutyGroups);
  const bearing = rowKinds(policy, duties);
  const kinds = [
    ...new Set([...bearing, ...[...bearing].flatMap((kind) => policy.organisationKinds.get(kind)?.parents ?? [])]),
  ];
  const [organisations, postings] = await Promise.all([
    readChartOrganisations(tx, scope, { asOf: query.asOf, kinds, ...only(query) }),
    readChartPostings(tx, scope, query.asOf),
  ]);
  const { rows, groups } = arrange(organisations, postings, bearing, query.township);
  const sees = sightOf(organisations, postings, scope);
  const layout = startLayout(rows, duties);
  await readCells(tx, scope, { ...query, organisations: rows.map((row) => row.organisation) }, (cell) => {
    if (sees(cell)) layout.add(cell);
  });
  return { duties, dutyGroups, groups, rows, cells: layout.finish() };
}

const only = (query: ChartQuery) => (query.only ? { only: query.only } : {});

/** Place of a part's pack among those in force; the jurisdiction's own stand last. */
function packOf(policy: Policy, kind: 'obligation' | 'duty-group', id: string): number {
  const { pack } = policy.parts.ruleOf(kind, id);
  return policy.packs.findIndex((one) => one.id === pack);
}

/** Groups that some duty names, the jurisdiction's own first. */
function dutyGroupsOf(policy: Policy): DutyGroup[] {
  const named = new Set([...policy.obligations.values()].map(({ group }) => group));
  const place = ({ id }: DutyGroup) => packOf(policy, 'duty-group', id);
  return [...policy.dutyGroups.values()].filter(({ id }) => named.has(id)).toSorted((a, b) => place(b) - place(a));
}

/** Duties by what they are about, those that do not say last; within it the jurisdiction's own first. */
function dutiesOf(policy: Policy, groups: readonly DutyGroup[]): BoardDuty[] {
  const at = new Map(groups.map(({ id }, index) => [id, index]));
  const groupAt = ({ group }: Obligation) => at.get(group ?? '') ?? groups.length;
  const place = ({ id }: Obligation) => packOf(policy, 'obligation', id);
  const obligations = [...policy.obligations.values()].toSorted(
    (a, b) => groupAt(a) - groupAt(b) || place(b) - place(a),
  );
  return obligations.map((obligation) => ({
    id: obligation.id,
    title: obligation.title,
    short: obligation.short ?? obligation.title,
    clause: obligation.source.clause ?? '',
    group: obligation.group ?? null,
    ...bearerOf(obligation.who, policy),
    cadence: cadenceOf(obligation),
    limit: isLimit(obligation.amount),
  }));
}

function bearerOf(who: Obligation['who'], policy: Policy) {
  if ('organisations' in who) return { bearer: 'organisation' as const, kinds: who.organisations };
  if ('postings' in who) return { bearer: 'posting' as const, kinds: who.postings };
  if ('persons_posted' in who) {
    const kinds = who.persons_posted.flatMap((kind) => policy.postingKinds.get(kind)?.to ?? []);
    return { bearer: 'person' as const, kinds: [...new Set(kinds)] };
  }
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
  return ({ posting, organisation }: PlacedCell) =>
    posting === null
      ? visible.has(organisation)
      : own.has(posting) || (visible.has(organisation) && scope.subtrees.length > 0);
}
