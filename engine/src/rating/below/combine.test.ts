import { expect, it } from 'vitest';
import { ratingPack, villages } from '../../../test/rated.ts';
import { compile, type Value } from '../../index.ts';

const why = { 'zh-CN': '小村', en: 'a small village' };
const small = { applies: { when: 'cases == 0', why, otherwise: 'left-out' } };
const ASKED = { rating: 'year', missing: 'stop', none: 'not-applicable' };
const STEPS = {
  left_out: { below: { ...ASKED, step: 'own', take: 'mean', not_applicable: 'left-out' } },
  zero: { below: { ...ASKED, step: 'own', take: 'mean', not_applicable: 'zero' } },
  number: { below: { ...ASKED, step: 'own', take: 'number', not_applicable: 'left-out' } },
};
const towns = {
  ...{ id: 'towns', of: { organisations: ['township'] }, period: { every: 'year' }, part_period: 'rated' },
  ...{ unit: 'point', result: { score: 'zero', also: ['left_out', 'number'] } },
  steps: Object.entries(STEPS).map(([id, step]) => ({ id, title: { 'zh-CN': id, en: id }, ...step })),
};
const policy = () => compile([ratingPack([{ id: 'own', formula: 'marks', ...small }], {}, [], [towns])]);
const shown = (value: Value | undefined) => (value?.state === 'known' ? Number(value.value) : value?.state);

/** What the township comes to whose villages have so many marks; null for one to which it does not apply. */
function town(...marks: (number | null)[]): Record<string, unknown> {
  const list = marks.map((one, i) => ({ id: `v${2 * i}`, marks: one ?? 5, cases: one === null ? 1 : 0 }));
  const { rated } = policy().rate(villages(list), { rating: 'towns', period: '2026', asOf: '2026-12-31' });
  const steps = rated.find(({ subject }) => subject.id === 't0')?.steps ?? new Map<string, Value>();
  return Object.fromEntries([...steps].map(([id, value]) => [id, shown(value)]));
}

it.each<[string, (number | null)[], number | string, number | string, number]>([
  ['all', [80, 60], 70, 70, 2],
  ['one of them', [80, null], 80, 40, 1],
  ['none of them', [null, null], 'not-applicable', 0, 0],
  ['nobody', [], 'not-applicable', 'not-applicable', 0],
])(
  'where it applies to %s below, it is left out or counts as zero, as declared',
  (_, marks, left_out, zero, number) => {
    expect(town(...marks)).toEqual({ left_out, zero, number });
  },
);
