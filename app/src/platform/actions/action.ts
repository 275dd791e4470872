import type { Language, Words } from '@luoshi/engine';
import type { Static, TObject, TSchema } from 'typebox';
import type { Role, Scope } from '../access/scope.ts';
import type { ReadTx, WriteTx } from '../database/transaction.ts';
import type { Keys } from '../secrets/keys.ts';
import type { ActionError } from './action-error.ts';

/** What a running action is given. It asks nothing of the world but this. */
export interface ActionContext<Tx> {
  readonly tx: Tx;
  readonly jurisdiction: string;
  readonly scope: Scope;
  /** The instant, ISO 8601 UTC. */
  readonly now: string;
  /** The civil day in the jurisdiction. */
  readonly today: string;
  readonly language: Language;
  /** Through which door the call came; kept as the source of an entry. */
  readonly door: 'web' | 'cli' | 'api';
  /** Where attachments lie. */
  readonly filesFolder: string;
  /** Seals and opens secrets (ID number, phone). */
  readonly keys: Keys;
  /** Ids of the actions the caller's roles include. */
  allowedActions(): readonly string[];
  /** Runs after the transaction is durable: live messages, never anything that must not be lost. */
  afterCommit(work: () => void): void;
}

/** An answer laid out as a table, for `?format=xlsx` and `?format=csv`. */
export interface AnswerTable {
  /** Of the file; the action's own when absent. */
  readonly title?: string;
  readonly columns: readonly {
    readonly key: string;
    readonly header: string;
    readonly type?: 'text' | 'integer' | 'decimal' | 'date';
    /** Of a computed `decimal`: the digits a workbook keeps are enough. */
    readonly rounded?: boolean;
  }[];
  readonly rows: readonly Readonly<Record<string, string | number | null>>[];
}

/** A file an action answers with instead of JSON. */
export interface Download {
  readonly fileName: string;
  readonly mediaType: string;
  readonly body: Uint8Array | AsyncIterable<Uint8Array>;
}

/** An answer may be read-only all the way down: nobody changes it after it is given. */
export type Answer<T> = T extends readonly (infer E)[]
  ? readonly Answer<E>[]
  : T extends object
    ? { readonly [K in keyof T]: Answer<T[K]> }
    : T;

export interface AuditSubject {
  readonly subject?: string;
  readonly detail?: Readonly<Record<string, string | number | boolean>>;
}

interface ActionBase<Id extends string, Input extends TObject> {
  readonly id: Id;
  readonly title: Words;
  /** What it does, in one sentence; shown by `--help` and in the API documentation. */
  readonly about: Words;
  readonly input: Input;
  /** Codes of the errors it can answer with besides invalid input, refused and not found. */
  readonly errors: readonly string[];
  readonly mayBeDoneBy: readonly Role[];
  /** Largest request body, in bytes; 1 MiB when absent. A read that has one is sent with a body instead of a query. */
  readonly bodyLimit?: number;
}

export interface ReadAction<
  Id extends string = string,
  Input extends TObject = TObject,
  Output extends TSchema = TSchema,
> extends ActionBase<Id, Input> {
  readonly kind: 'read';
  readonly output: Output;
  /** Only for reads of secrets: they are audited like writes. */
  audit?(input: Static<Input>): AuditSubject;
  /** Lists can be taken away as a workbook: the same answer, within the same scope, as rows. */
  table?(answer: Answer<Static<Output>>, language: Language): AnswerTable;
  run(input: Static<Input>, context: ActionContext<ReadTx>): Promise<Answer<Static<Output>>>;
}

export interface WriteAction<
  Id extends string = string,
  Input extends TObject = TObject,
  Output extends TSchema = TSchema,
> extends ActionBase<Id, Input> {
  readonly kind: 'write';
  readonly output: Output;
  /** What the audit names as the subject: an id out of the input. Never a secret. */
  audit(input: Static<Input>): AuditSubject;
  run(input: Static<Input>, context: ActionContext<WriteTx>): Promise<Answer<Static<Output>>>;
  /**
   * Runs calls of one jurisdiction that arrived together in one transaction, so that they are made durable together.
   * Only for actions that change nothing when they are repeated.
   */
  runTogether?(
    calls: readonly TogetherCall<Static<Input>>[],
    tx: WriteTx,
  ): Promise<RunTogether<Answer<Static<Output>>>>;
}

export interface RunTogether<Output> {
  /**
   * The outcome of each call at its place: its answer; why it is refused, when nothing is written for it; or `alone`,
   * when it needs a transaction of its own.
   */
  readonly outcomes: readonly Outcome<Output>[];
  /** What is still on its way to the database, so that the audit goes with it; when it fails, each call is run alone. */
  readonly written: Promise<void>;
}

export interface TogetherCall<Input> {
  readonly input: Input;
  readonly context: Omit<ActionContext<WriteTx>, 'tx'>;
}

export type Outcome<Output> = { readonly answer: Output } | { readonly refused: ActionError } | 'alone';

export interface DownloadAction<Id extends string = string, Input extends TObject = TObject>
  extends ActionBase<Id, Input> {
  readonly kind: 'download';
  /** Media types it can answer with. */
  readonly produces: readonly string[];
  /** Downloads leave the house, so they are audited too. */
  audit(input: Static<Input>): AuditSubject;
  run(input: Static<Input>, context: ActionContext<ReadTx>): Promise<Download>;
}

export type Action = ReadAction | WriteAction | DownloadAction;

/**
 * Declares an action: the single contract from which the route, the API document, the typed client,
 * the CLI command, the audit entry and the row of the permission matrix are derived.
 *
 * The id is `domain.verb`; the file `verb-….ts` in the domain's folder exports it. Inputs of reads and
 * downloads are flat (they become query parameters).
 */
export function defineRead<Id extends string, Input extends TObject, Output extends TSchema>(
  action: Omit<ReadAction<Id, Input, Output>, 'kind'>,
): ReadAction<Id, Input, Output> {
  return { kind: 'read', ...action };
}

export function defineWrite<Id extends string, Input extends TObject, Output extends TSchema>(
  action: Omit<WriteAction<Id, Input, Output>, 'kind'>,
): WriteAction<Id, Input, Output> {
  return { kind: 'write', ...action };
}

export function defineDownload<Id extends string, Input extends TObject>(
  action: Omit<DownloadAction<Id, Input>, 'kind'>,
): DownloadAction<Id, Input> {
  return { kind: 'download', ...action };
}
