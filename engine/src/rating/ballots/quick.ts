import { Decimal, divide } from '../../decimal.ts';
import { entryRows, formInOnePass } from '../../measure/entry-rows.ts';
import { exactMicros, MICRO, type Micros } from '../../measure/micros.ts';
import { compileSet } from '../../measure/set.ts';
import { addEach } from '../../measure/set-micros.ts';
import { sharedDecimal, sharedNumber } from '../../measure/shared-number.ts';
import type { Rows } from '../../measure/types.ts';
import { figure } from '../../measure/values.ts';
import type { Ballots } from '../../schema/rating/ballots.ts';
import type { Value } from '../../value.ts';
import type { StepCompiler } from '../types.ts';

/** What ballots give to a row; null where it has no papers, or some that have to be looked at. */
type GivenTo = (row: number) => Value | null;

/** What ballots give to all rows in one pass; null when the turnout decides, or who is concerned can only be said row by row. */
export function quickBallots(part: Ballots, compiler: StepCompiler): ((rows: Rows) => GivenTo | null) | null {
  const { entries, gives } = part;
  const { parts, compile, type } = compiler;
  const form = formInOnePass(entries, parts);
  if (!form || part.turnout) return null;
  const { predicate } = compileSet(entries, parts);
  const fieldsIn = fieldsOf(part, compiler);
  const full = 'points_of' in gives ? compile(gives.points_of) : null;
  return (rows) => {
    const [papers, fields] = [entryRows(form, entries, rows, parts), fieldsIn(rows)];
    const marks = full === null ? ONE : sharedDecimal(full, rows);
    if (!papers || !marks || fields.some(({ worth }) => Number.isNaN(worth))) return null;
    const { columns, entry, row } = papers;
    const [points, valid, base] = [rows.blank(), rows.blank(), rows.blank()];
    addEach(predicate, papers, rows, points, (i) => {
      const [data, to] = [columns.facts[entry[i] as number]?.data ?? {}, row[i] as number];
      for (const { field, worth, isValid, inBase } of fields) {
        const given = data[field];
        const count = typeof given === 'number' ? given : Number.NaN;
        add(points, to, exactMicros(count * worth));
        if (isValid) add(valid, to, count);
        if (inBase) add(base, to, count);
      }
    });
    return (one) => {
      const [sum, papersValid, whole] = [points[one] as number, valid[one] as number, base[one] as number];
      if (papersValid === 0 || Number.isNaN(sum + papersValid + whole)) return null;
      return figure(divide(new Decimal(sum / MICRO).times(marks), new Decimal(whole)), type);
    };
  };
}

const ONE = new Decimal(1);

function add(sums: Micros, row: number, number: number): void {
  sums[row] = exactMicros((sums[row] as number) + number);
}

/** A field of the papers: what one of them counts, whether it chose an option, and whether shares are taken of it. */
interface Counted {
  readonly field: string;
  readonly worth: number;
  readonly isValid: boolean;
  readonly inBase: boolean;
}

function fieldsOf({ options, invalid = [], gives }: Ballots, { compile }: StepCompiler): (rows: Rows) => Counted[] {
  const points = options.map((option) => (option.points === undefined ? null : compile(option.points)));
  const worthOf = (field: string, i: number, rows: Rows): number => {
    if ('share_of' in gives) return MICRO * gives.share_of.filter((one) => one === field).length;
    const each = points[i];
    return each ? sharedNumber(each, rows) : 0;
  };
  const others = invalid.map(({ field, counts }) => ({
    field,
    worth: 0,
    isValid: false,
    inBase: counts === 'in-base',
  }));
  return (rows) => [
    ...options.map(({ field }, i) => ({ field, worth: worthOf(field, i, rows), isValid: true, inBase: true })),
    ...others,
  ];
}
