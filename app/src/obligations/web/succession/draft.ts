import type { InputOf } from '../../../platform/web/client.ts';

export const WAYS = ['into', 'absorb', 'split', 'succeed'] as const;
export type Way = (typeof WAYS)[number];

export interface Named {
  readonly id: string;
  readonly name: string;
}

/** An organisation that is to be set up. */
export interface Part {
  readonly id: string;
  readonly name: string;
  /** Of the record of the one it comes from; null for none. */
  readonly percent: number | null;
  readonly children: readonly string[];
}

/** What an officer has filled in so far. */
export interface Draft {
  readonly way: Way;
  readonly on: string | null;
  readonly others: readonly Named[];
  /** For a succession: by id, per cent of the record of each; all where there is none. */
  readonly percents: Readonly<Record<string, number>>;
  readonly parts: readonly Part[];
  readonly ends: boolean;
}

export type Recorded =
  | { readonly action: 'organisations.merge'; readonly input: InputOf<'organisations.merge'> }
  | { readonly action: 'organisations.split'; readonly input: InputOf<'organisations.split'> }
  | { readonly action: 'organisations.succeed'; readonly input: InputOf<'organisations.succeed'> };

export interface Change {
  readonly foreseen: InputOf<'obligations.foresee'>;
  readonly recorded: Recorded;
  /** Whose page shows what came of it. */
  readonly heir: string;
}

const share = (percent: number | null) => (percent === null ? {} : { share: percent / 100 });

/** What a draft on an organisation's page asks for; null while something is missing. `event` makes a repeated call the same event. */
export function changeOf(organisation: string, event: string, draft: Draft): Change | null {
  const { way, on, others, percents, parts, ends } = draft;
  if (on === null) return null;
  if (way === 'split') return divided(organisation, event, on, { parts, ends });
  const [first] = others;
  if (first === undefined) return null;
  if (way === 'succeed') {
    const of = others.map(({ id }) => ({ organisation: id, ...share(percents[id] ?? null) }));
    return {
      foreseen: { on, ends: [], heirs: [{ organisation, of }] },
      recorded: { action: 'organisations.succeed', input: { id: organisation, event, predecessors: of, on } },
      heir: organisation,
    };
  }
  const [heir, sources] = way === 'into' ? [first.id, [organisation]] : [organisation, others.map(({ id }) => id)];
  return {
    foreseen: { on, ends: sources, heirs: [{ organisation: heir, of: sources.map((id) => ({ organisation: id })) }] },
    recorded: { action: 'organisations.merge', input: { id: heir, event, sources, on } },
    heir,
  };
}

function divided(id: string, event: string, on: string, { parts, ends }: Pick<Draft, 'parts' | 'ends'>): Change | null {
  if (parts.length === 0 || parts.some(({ name }) => name.trim() === '')) return null;
  const heirs = parts.map((part) => ({
    ...{ organisation: part.id, name: part.name.trim() },
    of: [{ organisation: id, ...share(part.percent) }],
  }));
  const set = parts.map(({ percent, name, ...part }) => ({
    ...{ id: part.id, name: name.trim(), children: [...part.children] },
    ...share(percent),
  }));
  return {
    foreseen: { on, ends: ends ? [id] : [], heirs },
    recorded: { action: 'organisations.split', input: { id, event, parts: set, ends, on } },
    heir: ends ? (parts[0]?.id ?? id) : id,
  };
}
