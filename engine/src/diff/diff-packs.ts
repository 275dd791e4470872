import { joinPacks } from '../join.ts';
import type { Pack } from '../pack/pack.ts';
import { isRecord } from '../pack/schema-shape.ts';
import type { Parts } from '../parts.ts';
import type { Words } from '../value.ts';
import { say } from '../words.ts';
import { differences, type IsWhole, isWords } from './compare.ts';
import { DIFF_SECTIONS, type DiffSection } from './sections.ts';
import { sentence } from './sentences.ts';
import { isToldWhole } from './tell/tellers.ts';

/** One thing in which two versions differ. */
export interface PackChange {
  readonly how: 'added' | 'removed' | 'changed';
  readonly section: DiffSection;
  readonly id: string;
  readonly title: Words;
  /** JSON pointer inside the part; empty when the whole part was added or removed. */
  readonly at: string;
  readonly before?: unknown;
  readonly after?: unknown;
  /** The change in a sentence. */
  readonly words: Words;
}

export interface PackDiff {
  readonly before: { readonly id: string; readonly version: string; readonly hash: string };
  readonly after: { readonly id: string; readonly version: string; readonly hash: string };
  /** By section, then in the order of the pack. Examples are left out: they are no rules. */
  readonly changes: readonly PackChange[];
}

/** In what two versions of a pack differ, in words. Units and titles of parts that other packs hold are read from `beside`. */
export function diffPacks(before: Pack, after: Pack, beside: readonly Pack[] = []): PackDiff {
  const parts = joinPacks([after, before, ...beside]);
  return {
    before: versionOf(before),
    after: versionOf(after),
    changes: DIFF_SECTIONS.flatMap((section) => changesIn(section, before, after, parts)),
  };
}

const versionOf = ({ manifest: { id, version }, hash }: Pack) => ({ id, version, hash });

function changesIn(section: DiffSection, before: Pack, after: Pack, parts: Parts): PackChange[] {
  const [old, now] = [membersOf(before, section), membersOf(after, section)];
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((key) => {
    const [was, is] = [old.get(key), now.get(key)];
    const title = titleOf(is ?? was, key);
    const isWhole: IsWhole = (trail, before, after) => isToldWhole(section, trail, before, after);
    return differences(was, is, isWhole).map(
      (difference): PackChange => ({
        how: difference.before === undefined ? 'added' : difference.after === undefined ? 'removed' : 'changed',
        section,
        id: key,
        title,
        at: difference.at,
        ...(difference.before === undefined ? {} : { before: difference.before }),
        ...(difference.after === undefined ? {} : { after: difference.after }),
        words: sentence(difference, { section, id: key, title, before: was, after: is, parts }),
      }),
    );
  });
}

function membersOf(pack: Pack, section: DiffSection): ReadonlyMap<string, unknown> {
  if (section === 'manifest') return new Map([[pack.manifest.id, pack.manifest]]);
  if (section === 'kinds') return kindsOf(pack);
  if (section === 'calendar') return new Map(pack.calendars.map((one) => [String(one.year), one]));
  const { parameters, forms, obligations, measures, assignments, ratings, localItems, adaptations } = pack;
  const lists = {
    parameter: parameters,
    form: forms,
    obligation: obligations,
    measure: measures,
    assignment: assignments,
    rating: ratings,
    'local-items': localItems,
    adaptation: adaptations,
  };
  return new Map((lists[section] as readonly { readonly id: string }[]).map((part) => [part.id, part]));
}

/** Kinds, posts, postings, units and groups are each a thing of their own, in whichever file they stand. */
const kindsOf = ({ kinds }: Pack): ReadonlyMap<string, unknown> =>
  new Map(
    kinds.flatMap((file) =>
      Object.entries(file).flatMap(([list, members]) =>
        members.map((one) => [`${list}:${'id' in one ? one.id : one.of.join('+')}`, one] as const),
      ),
    ),
  );

function titleOf(part: unknown, id: string): Words {
  const title = isRecord(part) ? part.title : undefined;
  return isWords(title) ? title : say(id, id);
}
