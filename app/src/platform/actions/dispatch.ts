import type { Language } from '@luoshi/engine';
import { narrowTo, type Scope } from '../access/scope.ts';
import { type AuditOutcome, writeAudit } from '../audit/write-audit.ts';
import { type Clock, civilDay } from '../clock/clock.ts';
import { DatabaseAway } from '../database/database-away.ts';
import { type Database, inJurisdiction, readJurisdiction } from '../database/transaction.ts';
import type { Keys } from '../secrets/keys.ts';
import type { Action, ActionContext, AuditSubject, Download } from './action.ts';
import { ActionError, type ErrorKind, notSignedIn } from './action-error.ts';
import type { ActionRegistry } from './registry.ts';
import { together } from './together.ts';
import { validateInput } from './validate.ts';

/** What every door shares. */
export interface Runtime {
  readonly database: Database;
  readonly clock: Clock;
  readonly filesFolder: string;
  readonly keys: Keys;
  /** All actions there are; only `accounts.me` asks. */
  readonly actions?: ActionRegistry;
  /** IANA zone by which a jurisdiction's civil day is told. */
  readonly timeZone: string;
  /** Told after every committed write, so that the evaluator need not wait for its next round. */
  onWrite?(jurisdiction: string): void;
}

export interface Caller {
  readonly scope: Scope | null;
  readonly language: Language;
  readonly door: ActionContext<unknown>['door'];
}

/**
 * Runs one action for one caller: who may, what fits, one transaction, and the audit row inside it.
 * A refused or failed attempt leaves an audit row of its own and nothing else.
 *
 * @throws ActionError for everything the caller can mend.
 */
export async function dispatch(runtime: Runtime, action: Action, raw: unknown, caller: Caller): Promise<unknown> {
  const whole = signedIn(caller);
  const scope = narrowTo(whole, action.mayBeDoneBy);
  const now = runtime.clock.now();
  let about: AuditSubject = {};
  try {
    mayRun(action, scope);
    const input = validateInput(action.input, raw) as never;
    about = action.audit?.(input) ?? {};
    return await runInTransaction(runtime, action, input, { ...caller, scope }, now);
  } catch (error) {
    if (action.audit && !(error instanceof DatabaseAway))
      await auditFailure(runtime, action, { scope, now, about }, error);
    throw error;
  }
}

function signedIn(caller: Caller): Scope {
  if (caller.scope) return caller.scope;
  throw notSignedIn();
}

function mayRun(action: Action, scope: Scope): void {
  if (action.mayBeDoneBy.some((role) => scope.roles.includes(role))) return;
  throw new ActionError('refused', 'role', {
    'zh-CN': `您的角色不能进行“${action.title['zh-CN']}”。如工作需要，请联系县级管理员。`,
    en: `Your role does not include "${action.title.en}". Ask the county's administrator if your work needs it.`,
  });
}

async function runInTransaction(
  runtime: Runtime,
  action: Action,
  input: never,
  caller: Caller & { scope: Scope },
  now: string,
): Promise<unknown> {
  const { scope } = caller;
  const after: (() => void)[] = [];
  const context = {
    jurisdiction: scope.jurisdiction,
    scope,
    now,
    today: civilDay(now, runtime.timeZone),
    language: caller.language,
    door: caller.door,
    filesFolder: runtime.filesFolder,
    keys: runtime.keys,
    allowedActions: () => allowedTo(runtime, scope),
    afterCommit: (work: () => void) => void after.push(work),
  };
  let result: unknown;
  if (action.kind === 'write') {
    const alone = () =>
      inJurisdiction(runtime.database, scope.jurisdiction, async (tx) => {
        const output = await action.run(input, { ...context, tx });
        await writeAudit(tx, { scope, now, action: action.id, outcome: 'done', ...action.audit(input) });
        return output;
      });
    result = await (action.runTogether ? together(runtime.database, action, { input, context }, alone) : alone());
  } else {
    result = await readJurisdiction(runtime.database, scope.jurisdiction, (tx) =>
      action.run(input, { ...context, tx }),
    );
    if (action.audit) await auditDone(runtime, action, scope, now, action.audit(input));
  }
  for (const work of after) work();
  if (action.kind === 'write') runtime.onWrite?.(scope.jurisdiction);
  return result as Download | unknown;
}

async function auditDone(runtime: Runtime, action: Action, scope: Scope, now: string, about: AuditSubject) {
  await inJurisdiction(runtime.database, scope.jurisdiction, (tx) =>
    writeAudit(tx, { scope, now, action: action.id, outcome: 'done', ...about }),
  );
}

const allowedTo = ({ actions }: Runtime, scope: Scope): string[] =>
  [...(actions?.values() ?? [])]
    .filter((action) => action.mayBeDoneBy.some((role) => scope.roles.includes(role)))
    .map((action) => action.id);

const OUTCOMES = {
  invalid: 'invalid',
  unauthenticated: 'refused',
  refused: 'refused',
  'not-found': 'not-found',
  conflict: 'conflict',
  locked: 'refused',
} satisfies Record<ErrorKind, AuditOutcome>;

interface Attempt {
  readonly scope: Scope;
  readonly now: string;
  /** What it was about, once the input was found to fit. */
  readonly about: AuditSubject;
}

async function auditFailure(runtime: Runtime, action: Action, { scope, now, about }: Attempt, error: unknown) {
  const outcome = error instanceof ActionError ? OUTCOMES[error.kind] : 'failed';
  const detail = { ...about.detail, ...(error instanceof ActionError ? { code: error.code } : {}) };
  await inJurisdiction(runtime.database, scope.jurisdiction, (tx) =>
    writeAudit(tx, { scope, now, action: action.id, outcome, ...about, detail }),
  );
}
