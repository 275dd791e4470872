import type { Explanation } from '@luoshi/engine';
import type { ReactNode } from 'react';

export interface StepProps {
  readonly step: Explanation;
  /** The steps below it, drawn. */
  readonly children?: ReactNode;
}

/** A number among a step's construct-specific figures; undefined when it is not one. */
export function figure(step: Explanation, name: string): number | undefined {
  const value = step.details?.[name];
  const number = typeof value === 'string' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

/** The known number a step arrives at; undefined for words, yes/no, not known and not applicable. */
export function numberOf({ result }: Explanation): number | undefined {
  if (result.state !== 'known' || typeof result.value !== 'string' || result.value === '') return undefined;
  const number = Number(result.value);
  return Number.isFinite(number) ? number : undefined;
}

/** The first step of a construct below this one. */
export const findStep = (step: Explanation, construct: string): Explanation | undefined =>
  step.children?.find((child) => child.construct === construct);

/** All entries cited anywhere below a step of one construct. */
export const factsBelow = (step: Explanation, construct: string) =>
  (step.children ?? []).filter((child) => child.construct === construct).flatMap((child) => child.facts ?? []);
