import { expect, test } from 'vitest';
import { demoDoor } from '../../test/world/demo-door.ts';
import { testDatabase } from '../platform/database/testing.ts';
import { loadDemo } from './load-demo.ts';
import { LOCALITIES } from './localities.ts';

const DISTRICT = '990101';
const AS_OF = '2026-11-20';
const only = [
  'meeting',
  'grading-check',
  'inspection-round',
  'review-paper',
  'review-ballot',
  'secretary-report',
  'dimension-assessment',
];

interface Read {
  readonly rows: readonly { readonly grade: { readonly state: string; readonly value?: string } | null }[];
}

const locality = LOCALITIES.find(({ id }) => id === DISTRICT);
if (!locality) throw new Error('the district is not among the localities');
const database = await testDatabase();
await database.addJurisdictions(DISTRICT);
const { door } = demoDoor(database, DISTRICT, AS_OF);

test('last year is assessed and published, with every class among the villages; this year is under way', async () => {
  await loadDemo(door, locality, { asOf: AS_OF, only });
  for (const rating of locality.publishes ?? []) {
    const { runs } = (await door.call('ratings.runs', { rating, period: '2025' })) as { runs: readonly unknown[] };
    expect(runs, rating).toHaveLength(1);
  }
  const grades = async (rating: string, period: string) => {
    const { rows } = (await door.call('ratings.read', { rating, period })) as Read;
    return rows.map(({ grade }) => grade?.value ?? grade?.state ?? 'none');
  };
  const villages = await grades('organisation-grading', '2025');
  expect(new Set(villages)).toEqual(new Set(['advanced', 'sound', 'ordinary', 'weak']));
  expect(new Set(await grades('organisation-grading', '2026'))).toContain('not-known');
  expect(new Set(await grades('township-appraisal', '2025'))).not.toContain('not-applicable');
  expect(new Set(await grades('township-appraisal', '2026'))).toEqual(new Set(['not-applicable']));
}, 240_000);
