import { allot } from '../constructs/allot.ts';
import { ballots } from '../constructs/ballots.ts';
import { bands } from '../constructs/bands.ts';
import { below } from '../constructs/below.ts';
import { ceiling } from '../constructs/ceiling.ts';
import { classStep } from '../constructs/class.ts';
import { direct } from '../constructs/direct.ts';
import { distribute } from '../constructs/distribute.ts';
import { entitlement } from '../constructs/entitlement.ts';
import { formula } from '../constructs/formula.ts';
import { item } from '../constructs/item.ts';
import { ledger } from '../constructs/ledger.ts';
import { levels } from '../constructs/levels.ts';
import { marginal } from '../constructs/marginal.ts';
import { others } from '../constructs/others.ts';
import { pay } from '../constructs/pay.ts';
import { peers } from '../constructs/peers.ts';
import { quota } from '../constructs/quota.ts';
import { rank } from '../constructs/rank.ts';
import { reconcile } from '../constructs/reconcile.ts';
import { relative } from '../constructs/relative.ts';
import { reviewed } from '../constructs/reviewed.ts';
import { rounds } from '../constructs/rounds.ts';
import { sample } from '../constructs/sample.ts';
import { scorers } from '../constructs/scorers.ts';
import { shift } from '../constructs/shift.ts';
import { slots } from '../constructs/slots.ts';
import { top } from '../constructs/top.ts';
import { total } from '../constructs/total.ts';
import { veto } from '../constructs/veto.ts';
import { weighted } from '../constructs/weighted.ts';
import type { Step } from '../schema/rating.ts';
import type { StepConstruct } from './types.ts';

const CONSTRUCTS: ReadonlyMap<string, StepConstruct<never>> = new Map<string, StepConstruct<never>>(
  [
    allot,
    ballots,
    bands,
    below,
    ceiling,
    classStep,
    direct,
    distribute,
    entitlement,
    formula,
    item,
    ledger,
    levels,
    marginal,
    others,
    pay,
    peers,
    quota,
    rank,
    reconcile,
    relative,
    reviewed,
    sample,
    scorers,
    rounds,
    shift,
    slots,
    top,
    total,
    veto,
    weighted,
  ].map((construct) => [construct.key, construct]),
);

const OTHER_KEYS: ReadonlySet<string> = new Set(['id', 'title', 'clause', 'applies']);

/** The construct a step is written with, and its part. */
export function constructOf(step: Step): { readonly construct: StepConstruct<never>; readonly part: never } {
  const key = Object.keys(step).find((name) => !OTHER_KEYS.has(name)) ?? '';
  const construct = CONSTRUCTS.get(key);
  if (!construct) throw new Error(`No construct of ratings is named “${key}”`);
  return { construct, part: (step as Record<string, unknown>)[key] as never };
}
