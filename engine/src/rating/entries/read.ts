import { Decimal } from '../../decimal.ts';
import type { Element } from '../../measure/element.ts';
import { inOrder } from '../../measure/in-order.ts';
import type { At } from '../../measure/types.ts';
import type { Missing } from '../../value.ts';
import { dropped, type Line } from './line.ts';
import type { EndsOn } from './valid.ts';
import type { PointsRun } from './worth.ts';

/** Entries with what each is worth by itself, in order, and what keeps that from being known. */
export interface Read {
  readonly lines: readonly Line[];
  readonly missing: readonly Missing[];
}

const WHOLE = new Decimal(1);

export function readLines(
  elements: readonly Element[],
  at: At,
  { worth, ends }: { readonly worth: PointsRun; readonly ends: EndsOn },
): Read {
  const missing: Missing[] = [];
  const lines = elements.flatMap((element): Line[] => {
    if (!element.fact) return [];
    const bare = { element, fact: element.fact, part: null, ends: null, counts: true, notes: element.notes ?? [] };
    if (element.refused) return [dropped({ ...bare, points: new Decimal(0) }, element.refused)];
    const found = worth(element, at);
    if ('missing' in found) {
      missing.push(...found.missing);
      return [];
    }
    if ('refused' in found) return [dropped({ ...bare, points: new Decimal(0) }, found.refused)];
    const until = ends(element, found.points, at.period.end);
    if (typeof until === 'object' && until !== null) {
      missing.push(...until.missing);
      return [];
    }
    const { share = WHOLE } = element;
    const part = found.part && { ...found.part, size: found.part.size.times(share) };
    return [{ ...bare, points: found.points.times(share), part, ends: until }];
  });
  return { lines: lines.sort(inOrder), missing };
}
