import postgres from 'postgres';

/** A promise of the schema that a statement would have broken. */
export interface Violation {
  readonly kind: 'unique' | 'foreign-key' | 'check' | 'exclusion' | 'not-null';
  /** The constraint's name, or the column's where a value is missing. */
  readonly name: string;
}

const KINDS: Readonly<Record<string, Violation['kind']>> = {
  '23505': 'unique',
  '23503': 'foreign-key',
  '23514': 'check',
  '23P01': 'exclusion',
  '23502': 'not-null',
};

/** What `error` violates, if it comes from a constraint. Names are without the suffix that a shard adds. */
export function findViolation(error: unknown): Violation | undefined {
  if (!(error instanceof postgres.PostgresError)) return undefined;
  const kind = KINDS[error.code];
  if (kind === undefined) return undefined;
  const name = error.constraint_name ?? error.column_name ?? '';
  return { kind, name: name.replace(/_\d{5,}$/, '') };
}
