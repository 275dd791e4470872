export type { AssignmentFinding } from './assignment/case.ts';
export { type Assumption, assuming } from './assume.ts';
export type { Accepted } from './check/accepted.ts';
export { changelogLines, checkChanges, checkChangesSince } from './check/changes.ts';
export { acceptedIn, checkPacks } from './check/check.ts';
export { type CheckedExample, checkExamples } from './check/example/examples.ts';
export { checkOneLanguage } from './check/one-language.ts';
export { diffPacks, type PackChange, type PackDiff } from './diff/diff-packs.ts';
export { isLimit } from './duty/limit.ts';
export { idsNamed, isShares } from './entry/ids-named.ts';
export type { FieldProblem } from './entry/problem.ts';
export { validateEntry } from './entry/validate-entry.ts';
export { type EntryData, visibleFields } from './entry/visible-fields.ts';
export { exampleWorld } from './example-world.ts';
export { explainExample } from './explain-example.ts';
export type { Explanation, FactRef, RuleRef, StandingExplanation } from './explanation.ts';
export type {
  Attributes,
  EntryDraft,
  Fact,
  FieldValue,
  Membership,
  Organisation,
  Person,
  Posting,
  PublishedResult,
  SubjectKind,
  SubjectRef,
  Tenure,
  World,
} from './facts.ts';
export { beyond, cannotBeComputed } from './kept.ts';
export { loadKept, loadPack } from './pack/load.ts';
export type { LoadedPack, Pack, PackFile } from './pack/pack.ts';
export { packSchema } from './pack/sections.ts';
export { LANGUAGE, upgradePack } from './pack/upgrade/upgrade.ts';
export type { DutyGroup, Unit } from './parts.ts';
export { kindOfKey, type PeriodKind, periodFromKey, periodOf, periodsBetween } from './period.ts';
export { type AffectedSlice, compile, compileKept, type EvaluateQuery, type Policy } from './policy.ts';
export { PolicyError, type Problem } from './problem.ts';
export type { WhatIf } from './rating/change.ts';
export type { Follows } from './rating/consequences.ts';
export type { DatedDraft } from './rating/entry-problems.ts';
export { type FollowRule, type FollowRules, followRules } from './rating/follow-rules.ts';
export type { GraphStep, RatingGraph } from './rating/graph.ts';
export type { RatingInput } from './rating/inputs.ts';
export { lastRatingPeriods, ratingPeriod, ratingPeriodOn } from './rating/period.ts';
export type { PublicationDates, PublicationQuery } from './rating/publication.ts';
export type { Rated, RatingExplanation, RatingQuery, RatingResult } from './rating/rate.ts';
export { renderExplanation } from './render-explanation.ts';
export { type ExampleResult, runExample } from './run-example.ts';
export type { Adaptation } from './schema/adaptation.ts';
export type { Example } from './schema/example.ts';
export type { Field, Form } from './schema/form.ts';
export type { Obligation } from './schema/obligation.ts';
export type { Assignment, Calendar, Kinds, Manifest, Measure, Parameter } from './schema/pack.ts';
export type { Rating, Scale, Step } from './schema/rating.ts';
export type { Cause } from './simulate/causes.ts';
export {
  type Comparable,
  compareRated,
  type Outcome,
  type SimulatedRow,
  type Simulation,
  simulate,
} from './simulate/simulate.ts';
export { type SimulationSummary, summarise } from './simulate/summary.ts';
export { LIGHTS, type Light, type Period, type Standing, worstLight } from './standing.ts';
export type { Language, Missing, Scalar, Value, ValueJson, Words } from './value.ts';
export { known, notApplicable, notKnown } from './value.ts';
export { formatValue, valueFromJson, valueToJson, worthShown } from './value-json.ts';
