import { compile, loadPack, type Pack, type Policy } from '@luoshi/engine';
import { conflict } from '../platform/actions/action-error.ts';
import type { ReadTx } from '../platform/database/transaction.ts';
import { findPackFiles, type PackSpan, readPackSpans } from './pack-reader.ts';

/** A policy and the days for whose periods it is the rule: what was due then is judged by what was in force then (A14). */
export interface PolicySpan {
  readonly policy: Policy;
  readonly key: string;
  readonly from: string;
  readonly to: string | null;
}

const packs = new Map<string, Pack>();
const policies = new Map<string, Policy>();

/**
 * The policy in force in a jurisdiction on a day. Compiled once per combination of pack versions.
 * @throws ActionError `conflict` / `no-pack` when no pack is in force on that day.
 */
export async function policyInForce(tx: ReadTx, jurisdiction: string, day: string): Promise<Policy> {
  const spans = await readPackSpans(tx, jurisdiction);
  const inForce = spans.filter((span) => covers(span, day));
  if (inForce.length === 0) throw noPack(day);
  return compiled(tx, inForce);
}

/**
 * The packs in force in a jurisdiction on a day, to be compiled otherwise than they are.
 * @throws ActionError `conflict` / `no-pack` when no pack is in force on that day.
 */
export async function packsInForce(tx: ReadTx, jurisdiction: string, day: string): Promise<readonly Pack[]> {
  const spans = await readPackSpans(tx, jurisdiction);
  const inForce = spans.filter((span) => covers(span, day));
  if (inForce.length === 0) throw noPack(day);
  const loaded = [];
  for (const span of inForce) loaded.push(await loadedPack(tx, span));
  return loaded;
}

/** The policy of named versions, whether or not they are in force. @throws ActionError when one cannot be read any more */
export const policyOfVersions = (tx: ReadTx, versions: readonly Version[]): Promise<Policy> => compiled(tx, versions);

/** All policies that were in force up to a day, oldest first, each with its span. Empty when there is none. */
export async function policySpans(tx: ReadTx, jurisdiction: string, upTo: string): Promise<PolicySpan[]> {
  const spans = await readPackSpans(tx, jurisdiction);
  const starts = [...new Set(spans.map((span) => span.from))].filter((from) => from <= upTo).sort();
  const result: PolicySpan[] = [];
  for (const [i, from] of starts.entries()) {
    const inForce = spans.filter((span) => covers(span, from));
    if (inForce.length === 0) continue;
    result.push({ policy: await compiled(tx, inForce), key: keyOf(inForce), from, to: starts[i + 1] ?? null });
  }
  return result;
}

type Version = Pick<PackSpan, 'packId' | 'hash'>;

const covers = (span: PackSpan, day: string) => span.from <= day && (span.to === null || span.to >= day);
const keyOf = (spans: readonly Version[]) =>
  spans
    .map((span) => span.hash)
    .sort()
    .join('+');

async function compiled(tx: ReadTx, spans: readonly Version[]): Promise<Policy> {
  const key = keyOf(spans);
  const found = policies.get(key);
  if (found) return found;
  const loaded = [];
  for (const span of spans) loaded.push(await loadedPack(tx, span));
  const policy = compile(loaded);
  policies.set(key, policy);
  return policy;
}

async function loadedPack(tx: ReadTx, span: Version): Promise<Pack> {
  const found = packs.get(span.hash);
  if (found) return found;
  const files = await findPackFiles(tx, span.hash);
  const { pack, problems } = loadPack(files ?? []);
  if (!pack) {
    const [first] = problems;
    const why = first ? `${first.path}:${first.line} ${first.words.en}` : 'it has no files';
    throw new Error(`installed pack ${span.packId} ${span.hash} cannot be read: ${why}`);
  }
  packs.set(span.hash, pack);
  return pack;
}

const noPack = (day: string) =>
  conflict('no-pack', {
    'zh-CN': `${day} 没有生效的制度包。请换一个日期；从未装入过的，请县级管理员用 luoshi pack apply 装入。`,
    en: `No pack is in force on ${day}. Choose another day; where none ever was, the administrator takes one into force with luoshi pack apply.`,
  });
