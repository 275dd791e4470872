import { isRecord } from '../../pack/schema-shape.ts';
import type { Parts } from '../../parts.ts';
import type { Words } from '../../value.ts';
import { say } from '../../words.ts';
import { titled } from './phrases.ts';
import { listed, quoted } from './teller.ts';

/** What a new adaptation changes of the packs above. */
export function adaptationSummary(part: unknown, parts: Parts): Words {
  if (!isRecord(part)) return say('', '');
  if (part.form !== undefined) return asked(part, parts);
  const named = (id: unknown): Words => quoted(titled(parts.obligations.get(String(id)), String(id)));
  if (part.replaces !== undefined) {
    const [old, now] = [named(part.replaces), named(part.by)];
    return say(`：${old['zh-CN']}改按${now['zh-CN']}`, `: ${now.en} stands in place of ${old.en}`);
  }
  const duty = named(part.lifts);
  const whom = part.for === undefined ? say('', '') : say(`（${String(part.for)}）`, ` (${String(part.for)})`);
  return say(`：免去${duty['zh-CN']}${whom['zh-CN']}`, `: ${duty.en} is lifted${whom.en}`);
}

function asked({ form, fields, options }: Readonly<Record<string, unknown>>, parts: Parts): Words {
  const members = (list: unknown): unknown[] => (Array.isArray(list) ? (list as unknown[]) : []);
  const added = [...members(fields), ...members(options).flatMap((one) => (isRecord(one) ? members(one.add) : []))].map(
    (one) => quoted(titled(one, isRecord(one) ? String(one.id) : '')),
  );
  const [where, what] = [quoted(titled(parts.forms.get(String(form)), String(form))), listed(added)];
  return say(`：${where['zh-CN']}加填${what['zh-CN']}`, `: ${where.en} also asks ${what.en}`);
}
