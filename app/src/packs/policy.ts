import type { Pack, Policy, Problem } from '@luoshi/engine';
import { type ActionError, conflict } from '../platform/actions/action-error.ts';
import type { ReadTx } from '../platform/database/transaction.ts';
import type { Version } from './installed-pack.ts';
import { type PackSpan, readPackSpans } from './pack-reader.ts';
import { type SoundPacks, soundPacks } from './sound-packs.ts';

/** A policy and the days for whose periods it is the rule: what was due then is judged by what was in force then (A14). */
export interface PolicySpan {
  readonly policy: Policy;
  readonly key: string;
  readonly from: string;
  readonly to: string | null;
}

const sound = new Map<string, SoundPacks>();

/**
 * The policy in force in a jurisdiction on a day, as far as its packs can be used. Compiled once per combination of versions.
 * @throws ActionError `no-pack` when no pack is in force on that day, `pack-unreadable` when none of them can be used
 */
export async function policyInForce(tx: ReadTx, jurisdiction: string, day: string): Promise<Policy> {
  const { policy, leftOut } = await soundOn(tx, jurisdiction, day);
  if (policy) return policy;
  throw leftOut[0] ?? noPack(day);
}

/**
 * The packs in force in a jurisdiction on a day, to be compiled otherwise than they are.
 * @throws ActionError `no-pack` when no pack is in force on that day, `pack-unreadable` when none of them can be used
 */
export async function packsInForce(tx: ReadTx, jurisdiction: string, day: string): Promise<readonly Pack[]> {
  const { packs, leftOut } = await soundOn(tx, jurisdiction, day);
  if (packs.length > 0) return packs;
  throw leftOut[0] ?? noPack(day);
}

/** Versions in force on a day that cannot be used any more, each with what is wrong and the way out. */
export async function packsLeftOut(tx: ReadTx, jurisdiction: string, day: string): Promise<readonly ActionError[]> {
  const inForce = (await readPackSpans(tx, jurisdiction)).filter((span) => covers(span, day));
  return (await soundOnce(tx, inForce)).leftOut;
}

/** What would be refused in new versions of the packs in force on a day. They go on as on the day they came into force. */
export async function findingsToMend(tx: ReadTx, jurisdiction: string, day: string): Promise<readonly Problem[]> {
  const inForce = (await readPackSpans(tx, jurisdiction)).filter((span) => covers(span, day));
  return (await soundOnce(tx, inForce)).toMend;
}

async function soundOn(tx: ReadTx, jurisdiction: string, day: string): Promise<SoundPacks> {
  const inForce = (await readPackSpans(tx, jurisdiction)).filter((span) => covers(span, day));
  if (inForce.length === 0) throw noPack(day);
  return soundOnce(tx, inForce);
}

/**
 * The policy of named versions, whether or not they are in force; all of them or none.
 * @throws ActionError `pack-unreadable` when one of them cannot be used any more
 */
export async function policyOfVersions(tx: ReadTx, versions: readonly Version[]): Promise<Policy> {
  const { policy, leftOut } = await soundOnce(tx, versions);
  if (policy && leftOut.length === 0) return policy;
  throw leftOut[0] ?? new Error('a policy of no versions');
}

/** All policies that were in force up to a day, oldest first, each with its span; days without a pack that can be used are left out. */
export async function policySpans(tx: ReadTx, jurisdiction: string, upTo: string): Promise<PolicySpan[]> {
  const spans = await readPackSpans(tx, jurisdiction);
  const starts = [...new Set(spans.map((span) => span.from))].filter((from) => from <= upTo).sort();
  const result: PolicySpan[] = [];
  for (const [i, from] of starts.entries()) {
    const inForce = spans.filter((span) => covers(span, from));
    if (inForce.length === 0) continue;
    const { policy } = await soundOnce(tx, inForce);
    if (policy) result.push({ policy, key: keyOf(inForce), from, to: starts[i + 1] ?? null });
  }
  return result;
}

const covers = (span: PackSpan, day: string) => span.from <= day && (span.to === null || span.to >= day);
const keyOf = (spans: readonly Version[]) =>
  spans
    .map((span) => span.hash)
    .sort()
    .join('+');

async function soundOnce(tx: ReadTx, versions: readonly Version[]): Promise<SoundPacks> {
  const key = keyOf(versions);
  const found = sound.get(key);
  if (found) return found;
  const packs = await soundPacks(tx, versions);
  sound.set(key, packs);
  return packs;
}

const noPack = (day: string) =>
  conflict('no-pack', {
    'zh-CN': `${day} 没有生效的制度包。请换一个日期；从未装入过的，请县级管理员用 luoshi pack apply 装入。`,
    en: `No pack is in force on ${day}. Choose another day; where none ever was, the administrator takes one into force with luoshi pack apply.`,
  });
