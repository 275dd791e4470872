import type { AssignmentFinding } from './assignment/case.ts';
import { workCalendar } from './calendar.ts';
import { checkPacks } from './check/check.ts';
import { evaluateAssignments } from './constructs/assignment.ts';
import { dateOf, toDay } from './day.ts';
import { readAfar } from './duty/afar.ts';
import {
  type AffectingFact,
  affectedBy,
  formsFromAbove,
  formsNaming,
  formsOfAssignments,
  formsReadBy,
} from './duty/affected.ts';
import { compileDuty, type Duty } from './duty/compile.ts';
import { evaluateDuty } from './duty/evaluate.ts';
import { explainDuty } from './duty/explain.ts';
import { publishedReadBy } from './duty/published-read.ts';
import { standingOf } from './duty/standing.ts';
import type { DutySubject } from './duty/types.ts';
import type { FieldProblem } from './entry/problem.ts';
import type { Explanation, StandingExplanation } from './explanation.ts';
import type { SubjectRef, World } from './facts.ts';
import { joinPacks } from './join.ts';
import { beyond, cannotBeComputed } from './kept.ts';
import { evaluateMeasure, explainMeasure } from './measure/evaluate.ts';
import type { StandingsOf } from './measure/types.ts';
import type { Pack } from './pack/pack.ts';
import type { DutyGroup, OrganisationKind, Parts, PostingKind, PostKind, Unit } from './parts.ts';
import { PolicyError, type Problem } from './problem.ts';
import { type DatedDraft, entryProblems, formsJudged } from './rating/entry-problems.ts';
import { type RatingGraph, ratingGraph } from './rating/graph.ts';
import { type PublicationDates, type PublicationQuery, publicationDates } from './rating/publication.ts';
import { explainRating, type RatingExplanation, type RatingQuery, type RatingResult, rate } from './rating/rate.ts';
import { type TargetStanding, targetsOf } from './rating/targets.ts';
import type { Form } from './schema/form.ts';
import type { Obligation } from './schema/obligation.ts';
import type { Measure } from './schema/pack.ts';
import type { Rating } from './schema/rating.ts';
import type { Standing } from './standing.ts';
import type { Value, Words } from './value.ts';
import { indexOf } from './world-index.ts';

export interface EvaluateQuery {
  readonly asOf: string;
  /** Periods that end before this day are left out; the first day of the year of `asOf` when absent. */
  readonly from?: string;
  /** Periods that start after this day are left out; `asOf` when absent or later. */
  readonly to?: string;
  readonly subjects?: readonly SubjectRef[];
  readonly obligations?: readonly string[];
}

/** Packs in force together, ready to be applied. Same input, same output; no clock, no network. */
export interface Policy {
  readonly packs: readonly {
    readonly id: string;
    readonly version: string;
    readonly hash: string;
    readonly title: Words;
    readonly authority: Words;
  }[];
  readonly forms: ReadonlyMap<string, Form>;
  readonly obligations: ReadonlyMap<string, Obligation>;
  readonly measures: ReadonlyMap<string, Measure>;
  readonly ratings: ReadonlyMap<string, Rating>;
  readonly organisationKinds: ReadonlyMap<string, OrganisationKind>;
  readonly postKinds: ReadonlyMap<string, PostKind>;
  readonly postingKinds: ReadonlyMap<string, PostingKind>;
  readonly units: ReadonlyMap<string, Unit>;
  readonly dutyGroups: ReadonlyMap<string, DutyGroup>;
  /** Forms that any duty or measure reads. */
  readonly formsRead: ReadonlySet<string>;
  /** Forms whose entries about an organisation bind those below it. */
  readonly formsFromAbove: ReadonlySet<string>;
  /** Kinds of organisations whose duties read entries, organisations or people below them. */
  readonly kindsLookingBelow: ReadonlySet<string>;
  /** Forms whose entries reach duties through whom a field names. */
  readonly formsNaming: ReadonlySet<string>;
  /** Ratings whose published results duties read. */
  readonly publishedRead: ReadonlySet<string>;
  /** Forms that rules over postings, posts and members read. */
  readonly formsOfAssignments: ReadonlySet<string>;
  readonly parts: Parts;
  parameter(id: string, on: string): Value;
  /** Every period of every duty that starts on or before `asOf` and ends on or after `from`. */
  evaluate(world: World, query: EvaluateQuery): Standing[];
  /** @throws Error when the duty has no such standing */
  explain(
    world: World,
    query: {
      readonly obligation: string;
      readonly subject: SubjectRef;
      readonly period: string;
      readonly asOf: string;
    },
  ): StandingExplanation;
  measure(
    world: World,
    query: {
      readonly measure: string;
      readonly period: string;
      readonly asOf: string;
      readonly organisations?: readonly string[];
    },
  ): Map<string, Value>;
  explainMeasure(
    world: World,
    query: { readonly measure: string; readonly organisation: string; readonly period: string; readonly asOf: string },
  ): Explanation;
  /** All subjects of a rating in one pass. */
  rate(world: World, query: RatingQuery): RatingResult;
  /** Why a subject's result, or one step of it, is what it is, and what would change it; `only` tells the result by these steps. */
  explainRating(
    world: World,
    query: RatingQuery & { readonly subject: SubjectRef; readonly step?: string; readonly only?: readonly string[] },
  ): RatingExplanation;
  /** When a result that was first shown on a day becomes final. @throws Error when the rating says nothing of it */
  publicationDates(query: PublicationQuery): PublicationDates;
  /** How units stand with the targets of a rating; none when it names none. */
  targets(world: World, query: RatingQuery): TargetStanding[];
  /** What needs what in a rating. @throws Error when there is no such rating */
  ratingGraph(rating: string): RatingGraph;
  assignments(world: World, query: { readonly asOf: string; readonly assignment?: string }): AssignmentFinding[];
  /** Forms whose entries ratings may refuse, each with the forms that must be known to judge one. */
  readonly formsJudged: ReadonlyMap<string, readonly string[]>;
  /** Why ratings would not take entries that are about to be recorded, by their ids; empty when all are taken. */
  entryProblems(
    world: World,
    drafts: readonly DatedDraft[],
    today: string,
  ): ReadonlyMap<string, readonly FieldProblem[]>;
  /** Subjects whose standings an entry can change. `slice` holds the postings and organisations around its subject. */
  affected(fact: AffectingFact, slice: AffectedSlice): SubjectRef[];
}

export type AffectedSlice = Pick<World, 'postings' | 'organisations' | 'tenures' | 'persons' | 'memberships'>;

/**
 * Compiles packs. @throws PolicyError when `checkPacks` finds errors, other than those `accepted` when they came into force
 */
export function compile(packs: readonly Pack[], accepted: readonly Problem[] = []): Policy {
  const problems = beyond(errorsOf(packs), accepted);
  if (problems.length > 0) throw new PolicyError(problems);
  return compiled(packs);
}

/**
 * Compiles packs that were accepted on their day: they go on as on that day. `toMend` are the errors for which a new version
 * would be refused. @throws PolicyError with what makes it impossible to work them out
 */
export function compileKept(packs: readonly Pack[]): { readonly policy: Policy; readonly toMend: readonly Problem[] } {
  const toMend = errorsOf(packs);
  const stopping = toMend.filter(cannotBeComputed);
  if (stopping.length > 0) throw new PolicyError(stopping);
  try {
    return { policy: compiled(packs), toMend };
  } catch (error) {
    throw toMend.length > 0 ? new PolicyError(toMend) : error;
  }
}

const errorsOf = (packs: readonly Pack[]) => checkPacks(packs).filter(({ severity }) => severity === 'error');

function compiled(packs: readonly Pack[]): Policy {
  const parts = joinPacks(packs);
  const calendar = workCalendar(parts.calendars);
  const duties = new Map([...parts.obligations.keys()].map((id) => [id, compileDuty(id, parts, calendar)]));
  const evaluate = (world: World, query: EvaluateQuery): Standing[] => evaluateAll(duties, world, query);
  const afar = readAfar(parts);
  let judged: Policy['formsJudged'] | null = null;
  return {
    packs: packs.map(({ manifest: { id, version, title, authority }, hash }) => ({
      id,
      version,
      hash,
      title,
      authority,
    })),
    forms: parts.forms,
    obligations: parts.obligations,
    measures: parts.measures,
    ratings: parts.ratings,
    organisationKinds: parts.organisationKinds,
    postKinds: parts.postKinds,
    postingKinds: parts.postingKinds,
    units: parts.units,
    dutyGroups: parts.dutyGroups,
    formsRead: formsReadBy(parts),
    formsFromAbove: formsFromAbove(parts, afar),
    formsNaming: formsNaming(parts, afar),
    kindsLookingBelow: afar.below,
    publishedRead: publishedReadBy(parts),
    formsOfAssignments: formsOfAssignments(parts),
    parts,
    parameter: parts.parameter,
    evaluate,
    explain: (world, { obligation, subject, period, asOf }) =>
      explainDuty(getDuty(duties, obligation), { index: indexOf(world), subject, period, asOf: toDay(asOf) }),
    measure: (world, query) => evaluateMeasure(parts, world, query, standingsOf(evaluate, world)),
    explainMeasure: (world, query) => explainMeasure(parts, world, query, standingsOf(evaluate, world)),
    rate: (world, query) => rate(parts, world, query, standingsOf(evaluate, world)),
    explainRating: (world, query) => explainRating(parts, world, query, standingsOf(evaluate, world)),
    targets: (world, query) =>
      targetsOf(parts, rate(parts, world, query, standingsOf(evaluate, world)), indexOf(world)),
    ratingGraph: (rating) => ratingGraph(parts, rating),
    publicationDates: (query) => publicationDates(parts, query),
    assignments: (world, query) => evaluateAssignments(parts, world, query),
    get formsJudged() {
      judged ??= formsJudged(parts);
      return judged;
    },
    entryProblems: (world, drafts, today) => entryProblems(parts, world, drafts, today, standingsOf(evaluate, world)),
    affected: (fact, slice) => affectedBy([...duties.values()], fact, slice),
  };
}

type Evaluate = (world: World, query: EvaluateQuery) => Standing[];

const standingsOf =
  (evaluate: Evaluate, world: World): StandingsOf =>
  (obligation, from, to, asOf) =>
    evaluate(world, { asOf, from, to, obligations: [obligation] });

function getDuty(duties: ReadonlyMap<string, Duty>, id: string): Duty {
  const duty = duties.get(id);
  if (!duty) throw new Error(`There is no duty “${id}”`);
  return duty;
}

function evaluateAll(duties: ReadonlyMap<string, Duty>, world: World, query: EvaluateQuery): Standing[] {
  const index = indexOf(world);
  const asOf = toDay(query.asOf);
  const from = query.from === undefined ? toDay(`${dateOf(asOf).year}-01-01`) : toDay(query.from);
  const to = query.to === undefined ? asOf : Math.min(asOf, toDay(query.to));
  const wanted = query.subjects && new Set(query.subjects.map(keyOf));
  const wants = wanted ? ({ ref }: DutySubject): boolean => wanted.has(keyOf(ref)) : null;
  const standings: Standing[] = [];
  for (const id of query.obligations ?? duties.keys()) {
    const duty = getDuty(duties, id);
    const unit = duty.obligation.amount.unit;
    evaluateDuty(duty, { index, asOf, from, to, wants }, (outcome) => {
      standings.push(standingOf(id, unit, outcome));
    });
  }
  return standings;
}

const keyOf = ({ kind, id }: SubjectRef): string => `${kind}:${id}`;
