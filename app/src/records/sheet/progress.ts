/** How far an import is. Kept in this process only, for as long as somebody may ask. */
export interface ImportProgress {
  readonly phase: 'checking' | 'writing' | 'done' | 'failed';
  readonly done: number;
  readonly total: number;
}

const KEPT = 200;
const running = new Map<string, ImportProgress & { readonly account: string }>();

export function noteProgress(id: string, account: string, progress: ImportProgress): void {
  running.delete(id);
  running.set(id, { ...progress, account });
  const [oldest] = running.keys();
  if (running.size > KEPT && oldest) running.delete(oldest);
}

/** Progress of an import the account itself started; null when there is none. */
export function findProgress(id: string, account: string): ImportProgress | null {
  const found = running.get(id);
  if (found?.account !== account) return null;
  const { phase, done, total } = found;
  return { phase, done, total };
}
