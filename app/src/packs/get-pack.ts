import type { Unit } from '@luoshi/engine';
import { ROLES } from '../platform/access/scope.ts';
import { defineRead } from '../platform/actions/action.ts';
import { notFound } from '../platform/actions/action-error.ts';
import { closed, Nullable, Type, WordsSchema } from '../platform/actions/schema.ts';
import { getInstalled } from './installed-pack.ts';
import { findStoredPack, readPackSpans } from './pack-reader.ts';
import { policySpans } from './policy.ts';

const PACK = { 'zh-CN': '该制度包版本', en: 'This pack version' };

export const getPack = defineRead({
  id: 'packs.get',
  title: { 'zh-CN': '查看制度包', en: 'Read a pack' },
  about: {
    'zh-CN': '给出一个制度包版本的全部内容：表单、职责、指标、评分办法、参数及其出处，以及原文件。',
    en: 'Gives all of one pack version: forms, duties, measures, ratings and parameters with their sources, and the files as written.',
  },
  input: Type.Object({ hash: Type.String({ description: 'Content hash of the version.' }) }, closed),
  output: Type.Object({
    manifest: Type.Unknown(),
    forms: Type.Array(Type.Unknown()),
    obligations: Type.Array(Type.Unknown()),
    measures: Type.Array(Type.Unknown()),
    ratings: Type.Array(Type.Unknown()),
    parameters: Type.Array(Type.Unknown()),
    adaptations: Type.Array(Type.Unknown(), { description: 'What the pack changes of those it builds on.' }),
    units: Type.Record(Type.String(), WordsSchema, {
      description: 'The words of units, also of those other packs define.',
    }),
    inForce: Type.Array(Type.Object({ from: Type.String(), to: Nullable(Type.String()) })),
    language: Type.Integer({ description: 'The pack language in which the files are written.' }),
    files: Type.Array(Type.Object({ path: Type.String(), text: Type.String() })),
  }),
  errors: ['pack-unreadable'],
  mayBeDoneBy: ROLES,
  async run({ hash }, { tx, jurisdiction, today }) {
    const spans = await readPackSpans(tx, jurisdiction);
    const stored = spans.some((span) => span.hash === hash) ? await findStoredPack(tx, hash) : null;
    if (!stored) throw notFound(PACK);
    const pack = await getInstalled(tx, stored);
    const policies = await policySpans(tx, jurisdiction, today);
    const units = policies.at(-1)?.policy.units ?? new Map<string, Unit>();
    return {
      manifest: pack.manifest,
      forms: [...pack.forms.values()],
      obligations: [...pack.obligations.values()],
      measures: [...pack.measures.values()],
      ratings: [...pack.ratings.values()],
      parameters: [...pack.parameters.values()],
      adaptations: [...pack.adaptations],
      units: Object.fromEntries([...units].map(([id, unit]) => [id, unit.symbol ?? unit.title])),
      inForce: spans.filter((span) => span.hash === hash).map(({ from, to }) => ({ from, to })),
      language: stored.language,
      files: [...stored.files],
    };
  },
});
