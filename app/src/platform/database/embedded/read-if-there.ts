import { readFileSync } from 'node:fs';

/** Text of a file that another process may take away at any moment, of a process too; empty when it is not there. */
export function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (GONE.has((error as NodeJS.ErrnoException).code ?? '')) return '';
    throw error;
  }
}

/** ESRCH: the process ended between the opening of its file in /proc and the reading. */
const GONE = new Set(['ENOENT', 'ESRCH']);
