import { hasRole, ROLES } from '../platform/access/scope.ts';
import { defineRead } from '../platform/actions/action.ts';
import { closed, Nullable, Type, WordsSchema } from '../platform/actions/schema.ts';
import { problemFields } from './pack-problems.ts';
import { readPackSpans } from './pack-reader.ts';
import { readTitles } from './pack-titles.ts';
import { findingsToMend } from './policy.ts';

export const listPacks = defineRead({
  id: 'packs.list',
  title: { 'zh-CN': '制度包一览', en: 'Packs' },
  about: {
    'zh-CN': '列出本辖区各制度包的版本与生效期间。',
    en: 'Lists the versions of every pack of the jurisdiction and the days on which they are in force.',
  },
  input: Type.Object({}, closed),
  output: Type.Object({
    packs: Type.Array(
      Type.Object({
        id: Type.String(),
        title: WordsSchema,
        /** Why the version cannot be used any more; null for those that can. */
        problem: Nullable(WordsSchema),
        toMend: Type.Array(Type.Object({ field: Type.String(), rule: Type.String(), words: WordsSchema }), {
          description:
            'What the version in force today holds that would be refused in the next one. It goes on as it is. Told to county officers and administrators.',
        }),
        version: Type.String(),
        hash: Type.String(),
        from: Type.String(),
        to: Nullable(Type.String()),
      }),
    ),
  }),
  errors: [],
  mayBeDoneBy: ROLES,
  async run(_input, { tx, jurisdiction, scope, today }) {
    const spans = await readPackSpans(tx, jurisdiction);
    const titles = await readTitles(tx, spans);
    const steward = hasRole(scope, 'county-officer', 'administrator');
    const toMend = steward ? problemFields(await findingsToMend(tx, jurisdiction, today)) : [];
    const inForce = (from: string, to: string | null) => from <= today && (to === null || to >= today);
    return {
      packs: spans.map(({ packId, hash, version, from, to }) => ({
        id: packId,
        title: titles.get(hash)?.title ?? { 'zh-CN': packId, en: packId },
        problem: titles.get(hash)?.problem ?? null,
        toMend: inForce(from, to) ? toMend.filter(({ field }) => field.startsWith(`${packId}/`)) : [],
        version,
        hash,
        from,
        to,
      })),
    };
  },
});
