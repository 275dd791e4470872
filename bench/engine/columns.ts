import { NEVER, toDay } from '../../engine/src/day.ts';
import type { Fact } from '../../engine/src/index.ts';

/** The entries of a form by subject and date, as somebody would index them for the loop by hand. */
export interface FormColumns {
  readonly facts: readonly Fact[];
  readonly date: Int32Array;
  readonly recorded: Int32Array;
  readonly ended: Int32Array;
  readonly confirmed: Int32Array;
  readonly rejected: Int32Array;
  readonly rowsOf: (id: string) => { readonly start: number; readonly end: number } | undefined;
}

/** Ids are of one kind in each form of this county, so that they alone name subjects. */
export function formColumns(facts: readonly Fact[]): (form: string) => FormColumns {
  const byForm = new Map<string, Map<string, Fact[]>>();
  for (const fact of facts) {
    const bySubject = byForm.get(fact.form) ?? new Map<string, Fact[]>();
    byForm.set(fact.form, bySubject);
    const own = bySubject.get(fact.subject.id);
    if (own) own.push(fact);
    else bySubject.set(fact.subject.id, [fact]);
  }
  return (form) => columnsOf(byForm.get(form) ?? new Map());
}

function columnsOf(bySubject: ReadonlyMap<string, Fact[]>): FormColumns {
  const rows = new Map<string, { start: number; end: number }>();
  const facts: Fact[] = [];
  for (const [id, own] of bySubject) {
    own.sort((a, b) => (a.date === b.date ? (a.recordedAt < b.recordedAt ? -1 : 1) : a.date < b.date ? -1 : 1));
    rows.set(id, { start: facts.length, end: facts.length + own.length });
    for (const fact of own) facts.push(fact);
  }
  const days = (dayOf: (fact: Fact) => string | undefined): Int32Array =>
    Int32Array.from(facts, (fact) => {
      const day = dayOf(fact);
      return day === undefined ? NEVER : toDay(day);
    });
  return {
    facts,
    date: days(({ date }) => date),
    recorded: days(({ recordedOn }) => recordedOn),
    ended: days(({ endedOn }) => endedOn),
    confirmed: days(({ confirmation }) => (confirmation?.outcome === 'confirmed' ? confirmation.on : undefined)),
    rejected: days(({ confirmation }) => (confirmation?.outcome === 'rejected' ? confirmation.on : undefined)),
    rowsOf: (id) => rows.get(id),
  };
}
