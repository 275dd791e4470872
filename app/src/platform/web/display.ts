import { useLayoutEffect, useSyncExternalStore } from 'react';

type Mode = 'light' | 'dark';

interface Display {
  readonly mode: Mode;
  /** A screen that fills the wall: dark, and without the frame around it. */
  readonly wall: boolean;
}

const REMEMBERED = 'luoshi.mode';
const listeners = new Set<() => void>();
let display: Display = { mode: remembered(), wall: false };

function remembered(): Mode {
  return globalThis.localStorage?.getItem(REMEMBERED) === 'dark' ? 'dark' : 'light';
}

function change(next: Partial<Display>): void {
  display = { ...display, ...next };
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** How the product is shown on this device. */
export const useDisplay = (): Display => useSyncExternalStore(subscribe, () => display);

export function changeMode(mode: Mode): void {
  localStorage.setItem(REMEMBERED, mode);
  change({ mode });
}

/** Takes the whole screen, dark, for as long as the caller is shown with `on`. */
export function useWall(on: boolean): void {
  useLayoutEffect(() => {
    change({ wall: on });
    return () => change({ wall: false });
  }, [on]);
}
