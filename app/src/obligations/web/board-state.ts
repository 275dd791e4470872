import type { StandingLight } from '../light.ts';
import { isLight } from './lights.ts';

export const VIEWS = ['rows', 'townships', 'wall'] as const;
export type View = (typeof VIEWS)[number];

export interface CellRef {
  readonly organisation: string;
  readonly duty: string;
}

/** Everything about an open chart that a link can carry. */
export interface BoardState {
  readonly asOf: string | undefined;
  /** `current` or the key of a period. */
  readonly window: string;
  /** Empty when all are shown. */
  readonly lights: readonly StandingLight[];
  /** The group of duties whose columns are shown; all when absent. */
  readonly columns: string | undefined;
  readonly duties: readonly string[];
  readonly township: string | undefined;
  readonly unit: string | undefined;
  readonly text: string;
  /** The row opened in the list of a phone. */
  readonly organisation: string | undefined;
  /** The cell whose explanation is open. */
  readonly cell: CellRef | undefined;
  readonly view: View;
  /** Whether duties that concern nobody in the period are shown too. */
  readonly idle: boolean;
}

/** The same as plain query parameters; what is at rest is left out. */
export interface BoardSearch {
  readonly asOf?: string;
  readonly window?: string;
  readonly light?: string;
  readonly columns?: string;
  readonly duty?: string;
  readonly township?: string;
  readonly unit?: string;
  readonly q?: string;
  readonly organisation?: string;
  readonly cell?: string;
  readonly mode?: string;
  readonly idle?: string;
}

const KEYS = [
  'asOf',
  'window',
  'light',
  'columns',
  'duty',
  'township',
  'unit',
  'q',
  'organisation',
  'cell',
  'mode',
  'idle',
] as const;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const WINDOW = /^\d{4}(-(Q[1-4]|H[12]|W\d{2}|\d{2}))?$/;

/** Keeps the parameters of the chart and drops everything else. */
export function boardSearchFrom(search: object): BoardSearch {
  const raw = search as Readonly<Record<string, unknown>>;
  const entries = KEYS.flatMap((key) => {
    const value = raw[key];
    return typeof value === 'string' && value !== '' ? [[key, value]] : [];
  });
  return Object.fromEntries(entries) as BoardSearch;
}

const list = (text: string | undefined) => (text ? text.split(',').filter(Boolean) : []);

function cellFrom(text: string | undefined): CellRef | undefined {
  const [organisation, duty] = text?.split(':') ?? [];
  return organisation && duty ? { organisation, duty } : undefined;
}

/** Reads the state out of a link; what does not make sense counts as absent. */
export function boardStateFrom(search: BoardSearch): BoardState {
  const view = VIEWS.find((known) => known === search.mode);
  return {
    asOf: search.asOf && DAY.test(search.asOf) ? search.asOf : undefined,
    window: search.window && WINDOW.test(search.window) ? search.window : 'current',
    lights: list(search.light).filter(isLight),
    columns: search.columns,
    duties: list(search.duty),
    township: search.township,
    unit: search.unit,
    text: search.q ?? '',
    organisation: search.organisation,
    cell: cellFrom(search.cell),
    view: view ?? 'rows',
    idle: search.idle === 'shown',
  };
}

export function searchFromBoardState(state: BoardState): BoardSearch {
  return boardSearchFrom({
    asOf: state.asOf,
    window: state.window === 'current' ? undefined : state.window,
    light: state.lights.join(','),
    columns: state.columns,
    duty: state.duties.join(','),
    township: state.township,
    unit: state.unit,
    q: state.text,
    organisation: state.organisation,
    cell: state.cell && `${state.cell.organisation}:${state.cell.duty}`,
    mode: state.view === 'rows' ? undefined : state.view,
    idle: state.idle ? 'shown' : undefined,
  });
}

/** Whether the chart shows less than everything the reader may see. */
export const isFiltered = ({ lights, columns, duties, township, unit, text }: BoardState): boolean =>
  lights.length > 0 || Boolean(columns) || duties.length > 0 || Boolean(township) || Boolean(unit) || text !== '';

export const withoutFilters = (state: BoardState): BoardState => ({
  ...state,
  lights: [],
  columns: undefined,
  duties: [],
  township: undefined,
  unit: undefined,
  text: '',
});
