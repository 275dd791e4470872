/** Whose record an organisation carries on, as its page shows it. */
export interface Origin {
  readonly foundedOn: string;
  readonly predecessors: readonly { readonly name: string; readonly on: string; readonly share: number | null }[];
}

/** How an organisation came to carry on the record of others: by becoming one with them, by division, or by taking them in. */
export function originOf({ foundedOn, predecessors }: Origin): 'joined' | 'divided' | 'tookIn' | null {
  if (predecessors.length === 0) return null;
  if (predecessors.some(({ on }) => on > foundedOn)) return 'tookIn';
  return predecessors.some(({ share }) => share !== null) ? 'divided' : 'joined';
}

/** “东村”“西村” */
export const namesOf = (all: readonly { readonly name: string }[]): string =>
  all.map(({ name }) => `“${name}”`).join('');
