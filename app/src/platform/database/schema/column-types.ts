import type { ColumnType } from 'kysely';

/** YYYY-MM-DD. */
export type Day = string;
/** ISO text with milliseconds and Z; a Date may be written too. */
export type Instant = ColumnType<string, string | Date, string | Date>;
/** An exact decimal, read as text. */
export type Numeric = ColumnType<string, string | number, string | number>;
export type Bytea = ColumnType<Buffer, Uint8Array, Uint8Array>;
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
/** Written as a value or as JSON text. */
export type Jsonb = ColumnType<Json, unknown, unknown>;
/** The database fills it in when it is left out. */
export type Defaulted<T> =
  T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>;
