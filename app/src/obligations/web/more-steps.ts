import { createContext, useContext } from 'react';
import type { FoldedStep } from '../folded-step.ts';

export type { FoldedStep };

/** Fetches the step that stands somewhere in an explanation, without the parts that are known. */
export type FetchMore = (at: string, after: number) => Promise<FoldedStep>;

export const MoreSteps = createContext<FetchMore | null>(null);

export const useMoreSteps = () => useContext(MoreSteps);
