import { howWords } from '../measure/predecessors.ts';
import { isRecord } from '../pack/schema-shape.ts';
import type { Parts } from '../parts.ts';
import type { Predecessors } from '../schema/predecessors.ts';
import type { Words } from '../value.ts';
import { say } from '../words.ts';

const TAKES: ReadonlySet<unknown> = new Set(['sum', 'mean', 'greatest', 'least', 'any', 'all']);
const isTake = (value: unknown): value is Predecessors => TAKES.has(value) || (isRecord(value) && 'mean_by' in value);

/** What an answer on predecessors means; null for one that asks something else. */
function meant(value: unknown, parts: Parts): Words | null {
  if (value === undefined || value === 'left-out') return say('不承继', 'left out');
  if (value === 'joined') return say('承继', 'carried on');
  return isTake(value) ? howWords(value, parts) : null;
}

/** `“年评”“上年”：合并、拆分前的由不承继改为承继` */
export function carriedOnWords(about: Words, before: unknown, after: unknown, parts: Parts): Words | null {
  const [old, now] = [meant(before, parts), meant(after, parts)];
  if (!old || !now) return null;
  return say(
    `${about['zh-CN']}：合并、拆分之前的由${old['zh-CN']}改为${now['zh-CN']}`,
    `${about.en}: what was before a merger or division: ${old.en} → ${now.en}`,
  );
}
