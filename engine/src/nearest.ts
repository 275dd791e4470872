/** The candidate most alike `word` when it looks like a slip of the keyboard, else null. */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  let best: string | null = null;
  let least = (word.length < 4 ? 1 : Math.max(2, Math.floor(word.length / 3))) + 1;
  for (const candidate of candidates) {
    const distance = editDistance(word, candidate);
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/** The candidate that was probably meant: the one most alike, else the only one that `word` is part of, or that is part of it; else null. */
export function probably(word: string, candidates: Iterable<string>): string | null {
  const all = [...new Set(candidates)];
  const close = nearest(word, all);
  if (close !== null || word.length < 4) return close;
  const parts = all.filter((one) => one.length > 3 && (one.includes(word) || word.includes(one)));
  return parts.length === 1 ? (parts[0] ?? null) : null;
}

/** How far two words lie apart: 0 for the same, 1 for nothing in common. */
export const distance = (a: string, b: string): number => editDistance(a, b) / Math.max(a.length, b.length, 1);

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
