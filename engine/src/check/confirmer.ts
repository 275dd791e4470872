import { unknownName } from '../duty/problems.ts';
import type { Parts } from '../parts.ts';
import type { Finding } from '../problem.ts';
import type { Form } from '../schema/form.ts';
import { say } from '../words.ts';

/** Levels that every pack knows by these words; each is the role of an account. */
const LEVELS: ReadonlySet<string> = new Set(['none', 'village', 'township', 'county']);

/** A kind of organisation that confirms must exist, and some subject must be of it or stand under it. */
export function confirmerProblems({ confirmation = 'none', subject }: Form, parts: Parts): Finding[] {
  if (LEVELS.has(confirmation)) return [];
  const kinds = new Map<string, unknown>([...[...LEVELS].map((id) => [id, id] as const), ...parts.organisationKinds]);
  const unknown = unknownName('organisation-kind', confirmation, kinds, '/confirmation');
  const subjects = subject.organisation ?? [];
  if (unknown.length > 0 || subjects.length === 0) return unknown;
  if (subjects.some((kind) => above(kind, parts).has(confirmation))) return [];
  const { 'zh-CN': zh, en } = parts.organisationKinds.get(confirmation)?.title ?? say(confirmation, confirmation);
  return [
    {
      code: 'nobody-confirms',
      at: '/confirmation',
      words: say(
        `“${zh}”不管这张表的对象，没有人能确认`,
        `No subject of this form is a “${en}” or stands under one: nobody could confirm it`,
      ),
      wayOut: say(
        '写对象本身或其上级的种类；上级关系见 kinds 的 parents',
        'Name the kind of the subjects or one above them; `parents` in kinds says what stands under what',
      ),
    },
  ];
}

/** A kind and all it may stand under. */
function above(kind: string, parts: Parts, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(kind)) return found;
  found.add(kind);
  for (const parent of parts.organisationKinds.get(kind)?.parents ?? []) above(parent, parts, found);
  return found;
}
