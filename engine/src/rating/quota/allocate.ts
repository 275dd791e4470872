/** Who may take a place. Grades count from 0, the best. */
export interface Candidate {
  readonly row: number;
  readonly grade: number;
  /** Whether the grade can change; if not, whether it takes a place. */
  readonly held: 'free' | 'inside' | 'outside';
}

/** Places of one grade; null where there is no such limit. */
export interface Limit {
  readonly most: number | null;
  readonly least: number | null;
}

export interface Terms {
  /** By grade. */
  readonly limits: readonly (Limit | null)[];
  /** Whether limits count the better grades too. */
  readonly running: { readonly most: boolean; readonly least: boolean };
  readonly moveDown: boolean;
  readonly ties: 'all-in' | 'all-out';
  /** Below zero when `a` comes before `b`; zero when nothing tells them apart. */
  readonly compare: (a: number, b: number) => number;
  /** Whether a row may be moved into a grade that must be filled. */
  readonly needs: (grade: number, row: number) => boolean;
}

/** Who stood in line for the places of a grade, and how many of them got one. */
export interface Edge {
  readonly grade: number;
  readonly line: readonly number[];
  readonly kept: number;
}

export interface Allocation {
  readonly gradeOf: ReadonlyMap<number, number>;
  readonly edges: readonly Edge[];
  /** Places of each grade that count: those there were, and those taken. */
  readonly places: readonly { readonly grade: number; readonly most: number | null; readonly taken: number }[];
}

/** Gives out places from the best grade to the lowest: those beyond the places fall, the best below rise to fill. */
export function allocate(candidates: readonly Candidate[], terms: Terms): Allocation {
  const state: State = { candidates, terms, gradeOf: new Map(), edges: [] };
  for (const { row, grade } of candidates) state.gradeOf.set(row, grade);
  const places: { grade: number; most: number | null; taken: number }[] = [];
  const last = terms.limits.length - 1;
  let carried = 0;
  terms.limits.forEach((limit, grade) => {
    if (!limit) return;
    const most = ownLimit(limit.most, terms.running.most, grade, state, carried);
    const least = ownLimit(limit.least, terms.running.least, grade, state, limit.least === limit.most ? carried : 0);
    if (most !== null && grade < last) fall(state, grade, most);
    if (least !== null) fill(state, grade, least, grade === last);
    const taken = inGrade(state, grade).length;
    places.push({ grade, most, taken });
    carried = terms.moveDown && most !== null && !terms.running.most ? Math.max(0, most - taken) : 0;
  });
  return { gradeOf: state.gradeOf, edges: state.edges, places };
}

interface State {
  readonly candidates: readonly Candidate[];
  readonly terms: Terms;
  readonly gradeOf: Map<number, number>;
  readonly edges: Edge[];
}

function ownLimit(limit: number | null, running: boolean, grade: number, state: State, carried: number): number | null {
  if (limit === null) return null;
  if (!running) return limit + carried;
  const better = Array.from({ length: grade }, (_, g) => inGrade(state, g).length).reduce((sum, n) => sum + n, 0);
  return Math.max(0, limit - better);
}

/** Candidates of a grade that take places. */
const inGrade = ({ candidates, gradeOf }: State, grade: number): Candidate[] =>
  candidates.filter(({ row, held }) => held !== 'outside' && gradeOf.get(row) === grade);

const freeRows = (candidates: readonly Candidate[]): number[] =>
  candidates.flatMap(({ row, held }) => (held === 'free' ? [row] : []));

function fall(state: State, grade: number, most: number): void {
  const members = inGrade(state, grade);
  const free = freeRows(members).sort(state.terms.compare);
  const kept = firstOf(free, most - (members.length - free.length), state.terms);
  for (const row of free.slice(kept)) state.gradeOf.set(row, grade + 1);
  if (kept < free.length) state.edges.push({ grade, line: free, kept });
}

function fill(state: State, grade: number, least: number, lowest: boolean): void {
  const { terms, gradeOf, candidates } = state;
  const wanted = least - inGrade(state, grade).length;
  if (wanted <= 0) return;
  const gradeNow = (row: number): number => gradeOf.get(row) as number;
  const others = freeRows(candidates).filter(
    (row) => (lowest ? gradeNow(row) < grade : gradeNow(row) > grade) && terms.needs(grade, row),
  );
  const nearest = (a: number, b: number): number => gradeNow(a) - gradeNow(b) || terms.compare(a, b);
  const line = others.sort(lowest ? (a, b) => nearest(b, a) : nearest);
  const kept = firstOf(line, wanted, { compare: nearest, ties: lowest ? 'all-out' : terms.ties });
  state.edges.push({ grade, line, kept });
  for (const row of line.slice(0, kept)) gradeOf.set(row, grade);
}

/** How many of the sorted rows get one of `places`; equals at the border are in or out together. */
function firstOf(
  sorted: readonly number[],
  places: number,
  { compare, ties }: Pick<Terms, 'compare' | 'ties'>,
): number {
  if (places <= 0) return 0;
  if (places >= sorted.length) return sorted.length;
  const equals = (a: number, b: number): boolean => compare(sorted[a] as number, sorted[b] as number) === 0;
  let end = places;
  if (!equals(end - 1, end)) return end;
  if (ties === 'all-in') while (end < sorted.length && equals(places - 1, end)) end++;
  else while (end > 0 && equals(end - 1, places)) end--;
  return end;
}
