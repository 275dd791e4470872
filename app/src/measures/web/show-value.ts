import type { ValueJson } from '@luoshi/engine';
import type { Say } from '../../platform/web/i18n.ts';

export type ShownValue = ValueJson;

interface Shown {
  readonly text: string;
  /** A figure that is missing or does not apply is said quietly, and never looks like zero. */
  readonly quiet: boolean;
}

/** The unit of a share of one; people read it per hundred. */
const SHARE = 'share';

/** A value for a cell, with the digits its measure asks for; the exact figure stands in the explanation. */
export function showValue(value: ShownValue, decimals: number | null, say: Say): Shown {
  if (value.state === 'not-known') return { text: say('measures.notKnown'), quiet: true };
  if (value.state === 'not-applicable') return { text: say('measures.notApplicable'), quiet: true };
  if (typeof value.value === 'boolean') return { text: value.value ? '✓' : '✕', quiet: false };
  const share = value.unit === SHARE;
  const number = Number(value.value) * (share ? 100 : 1);
  if (Number.isNaN(number)) return { text: value.value, quiet: false };
  const wanted = decimals === null ? null : Math.max(0, decimals - (share ? 2 : 0));
  const digits =
    wanted === null ? { maximumFractionDigits: 2 } : { minimumFractionDigits: wanted, maximumFractionDigits: wanted };
  return { text: number.toLocaleString('zh-CN', digits), quiet: false };
}
