import { statSync } from 'node:fs';
import { dirname } from 'node:path';

const EVERYONE_MAY_PASS = 0o001;

/** Whether an account that is nobody in particular can walk down to `folder`: a 0700 folder above it bars the way. */
export function isReachableByAll(folder: string): boolean {
  for (let at = folder; ; at = dirname(at)) {
    const entry = statSync(at, { throwIfNoEntry: false });
    if (entry !== undefined && (entry.mode & EVERYONE_MAY_PASS) === 0) return false;
    if (at === dirname(at)) return true;
  }
}
