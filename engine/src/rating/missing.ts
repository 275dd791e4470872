import { Decimal } from '../decimal.ts';
import { lacking } from '../measure/values.ts';
import { known, notApplicable, type Value, type Words } from '../value.ts';
import { say } from '../words.ts';
import type { Bounded } from './bounds.ts';

/** One part of a sum. */
export interface Part {
  readonly id: string;
  readonly title: Words;
  readonly value: Value;
  /** Its full marks; null when the notion has no meaning for it. */
  readonly full: Value | null;
}

interface Choices {
  readonly missing: 'stop' | 'without' | 'zero';
  readonly not_applicable: string;
}

/**
 * Applies what the pack chose for parts that do not apply and parts that are not known, then adds up the rest. Parts that count
 * as zero stay among those counted.
 */
export function resolveParts<P extends Part>(
  parts: readonly P[],
  { missing, not_applicable }: Choices,
  add: (counted: readonly P[]) => Bounded,
): Bounded {
  const away = parts.filter(({ value }) => value.state === 'not-applicable');
  const [first] = away;
  if (first && not_applicable === 'stop') return { value: first.value, notes: [] };
  if (away.length === parts.length) return { value: NOTHING, notes: [] };
  const doubt = parts.flatMap(({ value }) => (value.state === 'not-known' ? value.missing : []));
  const open = parts.filter(({ value }) => value.state === 'not-known');
  if (open.length > 0 && missing === 'stop') return { value: lacking(doubt), notes: [] };
  const counted = parts.flatMap((part): P[] => {
    if (part.value.state === 'known') return [part];
    const zero = part.value.state === 'not-known' ? missing === 'zero' : not_applicable === 'zero';
    return zero ? [{ ...part, value: ZERO }] : [];
  });
  if (counted.length === 0) return { value: lacking(doubt), notes: [] };
  const { value, notes } = add(counted);
  return { value, notes: [...notes, ...away.map(leftOut(not_applicable)), ...open.map(notKnownYet(missing))] };
}

const ZERO = known(new Decimal(0));
const NOTHING = notApplicable(say('没有任何部分适用', 'None of the parts applies'));

const leftOut =
  (choice: string) =>
  ({ title }: Part): Words =>
    choice === 'zero'
      ? say(`“${title['zh-CN']}”不适用，按零计`, `“${title.en}” does not apply and counts as zero`)
      : say(`“${title['zh-CN']}”不适用，不计`, `“${title.en}” does not apply and is left out`);

const notKnownYet =
  (choice: string) =>
  ({ title }: Part): Words =>
    choice === 'zero'
      ? say(`“${title['zh-CN']}”未知，按零计`, `“${title.en}” is not known and counts as zero`)
      : say(`暂定：“${title['zh-CN']}”未知，未计`, `provisional: “${title.en}” is not known and left out`);
