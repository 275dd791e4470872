import { examplePackFiles } from '../src/example-pack.ts';
import { joinPacks } from '../src/join.ts';
import { loadPack } from '../src/pack/load.ts';
import type { Parts } from '../src/parts.ts';
import type { Finding } from '../src/problem.ts';
import type { Expression } from '../src/schema/expression.ts';
import type { Measure } from '../src/schema/pack.ts';

const words = (zh: string, en: string) => ({ 'zh-CN': zh, en });
const unit = (id: string, zh: string) => ({ id, title: words(zh, `${id}s`) });

/** Towns, villages, works, trips and notes, and two measures of them. */
export function worksParts(): Parts {
  const { pack, problems } = loadPack(
    examplePackFiles({
      kinds: {
        organisations: [
          { id: 'town', title: words('镇', 'town'), level: 4, parents: [] },
          { id: 'village', title: words('村', 'village'), level: 5, parents: ['town'] },
        ],
        posts: [{ id: 'clerk', title: words('文书', 'clerk'), of: ['village'] }],
        postings: [
          {
            id: 'sent',
            title: words('派驻', 'sent'),
            to: ['town'],
            sent_by: [],
            levels: [{ id: 'county', title: '县' }],
          },
        ],
        units: [unit('km', '公里'), unit('well', '眼'), unit('percent', '%')],
      },
      values: [{ id: 'target', unit: 'km', role: 'target', values: { '2026-01-01': 5 } }],
      forms: ['works', 'trip', 'note'].map((id) => ({
        id,
        subject:
          id === 'works' ? { organisation: ['village'] } : id === 'trip' ? { posting: ['sent'] } : { person: true },
        date: 'on',
        fields: [
          { id: 'on', type: 'date' },
          { id: 'km', type: 'decimal', unit: 'km', decimals: 1 },
          { id: 'wells', type: 'decimal', unit: 'well', decimals: 1 },
          { id: 'done', type: 'boolean' },
          { id: 'with', type: 'text' },
          { id: 'whom', type: 'subject', of: { person: true } },
        ],
      })),
      measures: [measure({ id: 'kms', value: sum('km') }), measure({ id: 'share', unit: 'share', value: SHARE })],
    }),
  );
  if (!pack) throw new Error(JSON.stringify(problems));
  return joinPacks([pack]);
}

export const sum = (field: string): Expression => ({ sum: { form: 'works', of: `data.${field}` } });
export const ANY: Expression = { any: { form: 'works', that: 'data.done' } };
export const SHARE: Expression = { share: { form: 'works', that: 'data.done' } };
export const TEXT: Expression = { latest: { form: 'works', of: 'data.with', carries: true } };
export const count = (more: object): Expression => ({ count: { form: 'works', ...more } });
export const measure = (more: Partial<Measure>): Measure => ({
  id: 'figure',
  title: words('指标', 'figure'),
  source: { document: '办法' },
  unit: 'km',
  at: ['village'],
  period: 'quarter',
  value: sum('km'),
  rollup: 'none',
  ...more,
});

/** Place and code, what is wrong and the way out, in both languages. */
export type Said = readonly [string, string, string, string, string];
export const said = (findings: readonly Finding[]): Said[] =>
  findings.map(({ code, at, words: found, wayOut }) => [
    `${at} ${code}`,
    found['zh-CN'],
    found.en,
    wayOut['zh-CN'],
    wayOut.en,
  ]);
