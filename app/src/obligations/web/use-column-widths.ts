import { type CSSProperties, type RefObject, useLayoutEffect, useState } from 'react';

const NARROWEST = 40;
const WIDEST = 104;

/** Shares the width between name, counts and duties; the duties get what is left, within reason. */
export function useColumnWidths(scroller: RefObject<HTMLElement | null>, duties: number): CSSProperties {
  const [width, setWidth] = useState(1200);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller]);
  const name = width < 1100 ? 148 : 190;
  const counts = width < 1000 ? 0 : 128;
  const share = Math.floor((width - name - counts) / Math.max(1, duties));
  const cell = Math.max(NARROWEST, Math.min(WIDEST, share));
  return {
    '--name': `${name}px`,
    '--counts': `${counts}px`,
    '--cell': `${cell}px`,
    '--duties': duties,
  } as CSSProperties;
}
