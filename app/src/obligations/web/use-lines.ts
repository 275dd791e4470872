import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useMemo, useRef } from 'react';
import type { RowModel } from './row-model.ts';

const LINE_HEIGHT = 30;
const HEAD_HEIGHT = 148;

/**
 * The lines in sight, and beside them two more: the heading of the first one, which sticks below the head, and the
 * line that holds the focus, which must not vanish under it.
 */
export function useLines(scroller: RefObject<HTMLElement | null>, { lines }: RowModel, focused: number) {
  const headings = useMemo(() => lines.flatMap((line, at) => (line.heading ? [at] : [])), [lines]);
  const stuck = useRef(0);
  const rangeExtractor = useCallback(
    (range: Range) => {
      stuck.current = headings.findLast((at) => at <= range.startIndex) ?? 0;
      const kept = focused < lines.length ? [stuck.current, focused] : [stuck.current];
      return [...new Set([...kept, ...defaultRangeExtractor(range)])].sort((a, b) => a - b);
    },
    [headings, focused, lines.length],
  );
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE_HEIGHT,
    overscan: 12,
    rangeExtractor,
    paddingStart: HEAD_HEIGHT,
    scrollPaddingStart: HEAD_HEIGHT + LINE_HEIGHT,
  });
  return { virtual, stuck };
}
