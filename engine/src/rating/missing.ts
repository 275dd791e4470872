import { Decimal } from '../decimal.ts';
import { lacking } from '../measure/values.ts';
import { known, type Language, notApplicable, type Value, type Words } from '../value.ts';
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
  return { value, notes: [...notes, ...leftOut(away, not_applicable), ...notKnownYet(open, missing)] };
}

const ZERO = known(new Decimal(0));
const NOTHING = notApplicable(say('没有任何部分适用', 'None of the parts applies'));

function leftOut(parts: readonly Part[], choice: string): Words[] {
  const { zh, en, are } = named(parts);
  if (parts.length === 0) return [];
  return choice === 'zero'
    ? [say(`${zh}不适用，按零计`, `${en} ${are ? 'do not apply and count' : 'does not apply and counts'} as zero`)]
    : [say(`${zh}不适用，不计`, `${en} ${are ? 'do not apply and are' : 'does not apply and is'} left out`)];
}

function notKnownYet(parts: readonly Part[], choice: string): Words[] {
  const { zh, en, are } = named(parts);
  if (parts.length === 0) return [];
  return choice === 'zero'
    ? [say(`${zh}未知，按零计`, `${en} ${are ? 'are not known and count' : 'is not known and counts'} as zero`)]
    : [say(`暂定：${zh}未知，未计`, `provisional: ${en} ${are ? 'are' : 'is'} not known and left out`)];
}

function named(parts: readonly Part[]) {
  const list = (language: Language): string[] => parts.map(({ title }) => `“${title[language]}”`);
  return { zh: list('zh-CN').join('、'), en: list('en').join(', '), are: parts.length > 1 };
}
