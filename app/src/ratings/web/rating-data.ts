import type { RatingGraph, SimulatedRow, SimulationSummary, ValueJson, Words } from '@luoshi/engine';
import type { OutputOf } from '../../platform/web/client.ts';

/** A scheme as the list gives it. */
export type Scheme = Omit<OutputOf<'ratings.list'>['ratings'][number], 'graph' | 'parameters'> & {
  readonly graph: RatingGraph;
  readonly parameters: readonly {
    readonly id: string;
    readonly title: Words;
    readonly unitTitle: Words;
    readonly value: ValueJson;
  }[];
};

export type Sheet = Omit<OutputOf<'ratings.read'>, 'rows'> & { readonly rows: readonly SheetRow[] };

type Read = OutputOf<'ratings.read'>['rows'][number];
export type SheetRow = Omit<Read, 'steps' | 'score' | 'grade' | 'place'> & {
  readonly steps: Readonly<Record<string, ValueJson>>;
  readonly score: ValueJson | null;
  readonly grade: ValueJson | null;
  readonly place: ValueJson | null;
};

export interface Tried {
  readonly summary: SimulationSummary;
  readonly rows: readonly SimulatedRow[];
  readonly changes: OutputOf<'ratings.simulate'>['changes'];
}

export type Grades = Sheet['grades'];

export type RunHead = OutputOf<'ratings.runs'>['runs'][number];
