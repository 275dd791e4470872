import type { NewAccount } from './accounts.ts';
import type { Stories } from './make-records.ts';
import type { DemoWorld } from './world.ts';

/** A place that the demo fills: its jurisdiction, its pack, and who and what is invented in it. */
export interface Locality {
  /** Division code: the jurisdiction. */
  readonly id: string;
  readonly name: string;
  /** 2 city, 3 county. */
  readonly level: number;
  /** The package that holds its rules. */
  readonly pack: string;
  /** Stands before the user names of its offices: a user name is one person's in the whole house. */
  readonly prefix: string;
  /** The office that takes over the ledgers. */
  readonly office: string;
  /** User names of the accounts people may try, in the order shown. */
  readonly users: readonly string[];
  readonly stories?: Stories;
  /** Ratings whose results of last year are published. */
  readonly publishes?: readonly string[];
  readonly makeWorld: (asOf: string, seed?: string) => DemoWorld;
  readonly accounts: (world: DemoWorld) => NewAccount[];
}
