import type { ComponentType } from 'react';
import { ArithmeticStep } from './ArithmeticStep.tsx';
import { CalendarStep } from './CalendarStep.tsx';
import type { ConstructId } from './construct-id.ts';
import { ExcuseStep } from './ExcuseStep.tsx';
import { PeriodStep } from './PeriodStep.tsx';
import { ShareStep } from './ShareStep.tsx';
import { StandingStep } from './StandingStep.tsx';
import { StandingsStep } from './StandingsStep.tsx';
import { Step } from './Step.tsx';
import type { StepProps } from './step.ts';

/** The component that draws each construct. A new construct does not compile until it has one. */
export const DRAWN_BY: Readonly<Record<ConstructId, ComponentType<StepProps>>> = {
  standing: StandingStep,
  'who-organisations': Step,
  'who-postings': Step,
  'who-holders': Step,
  'who-members': Step,
  every: PeriodStep,
  once: PeriodStep,
  'days-of-month': PeriodStep,
  festivals: PeriodStep,
  'after-event': PeriodStep,
  'before-end': PeriodStep,
  deadline: Step,
  'due-soon': Step,
  late: Step,
  'amount-fixed': Step,
  'amount-share': CalendarStep,
  'part-period': Step,
  'excuse-leave': ExcuseStep,
  'excuse-holidays': ExcuseStep,
  'excuse-reason': ExcuseStep,
  counts: Step,
  calendar: CalendarStep,
  standings: StandingsStep,
  measure: Step,
  'rollup-sum': Step,
  'rollup-ratio-of-sums': ArithmeticStep,
  'rollup-share-meeting': ShareStep,
  part: Step,
  number: Step,
  parameter: Step,
  count: Step,
  distinct: Step,
  sum: Step,
  mean: Step,
  min: Step,
  max: Step,
  latest: Step,
  share: ShareStep,
  any: Step,
  all: Step,
  add: ArithmeticStep,
  subtract: ArithmeticStep,
  multiply: ArithmeticStep,
  ratio: ArithmeticStep,
  round: Step,
  compare: Step,
  choose: Step,
  days: Step,
};
