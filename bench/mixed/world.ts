import type { Fact, World } from '../../engine/src/index.ts';
import { CHECKS, DEFECTS, DUTIES, FAULTS, HONOURS, LEVELS } from './pack.ts';

const TOWNSHIP = 25;

/** Villages with entries of all kinds, the same for the same number. */
export function mixedWorld(villages: number): World {
  let state = 20_261_126;
  const random = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const place = (id: string, kind: string, parent: string | null) => ({
    id,
    kind,
    name: id,
    parent,
    from: '2000-01-01',
  });
  const facts: Fact[] = [];
  const enter = (form: string, village: number, data: Fact['data'], year = 2026): void => {
    const date = `${year}-${String(1 + random(12)).padStart(2, '0')}-${String(1 + random(28)).padStart(2, '0')}`;
    facts.push({
      id: `f${facts.length}`,
      form,
      subject: { kind: 'organisation', id: `v${village}` },
      date,
      data: { done_on: date, ...data },
      recordedOn: date,
      recordedAt: `${date}T08:00:00Z`,
      recordedBy: { account: 'bench', name: 'bench' },
    });
  };
  const often = (count: number, one: () => void): void => {
    for (let i = 0; i < count; i++) one();
  };
  for (let v = 0; v < villages; v++) {
    often(6, () => enter('defect', v, { kind: `k${random(DEFECTS)}` }));
    often(8, () => enter('check', v, { kind: `c${random(CHECKS)}` }));
    often(20, () => enter('meeting', v, { kind: `d${random(DUTIES)}` }));
    often(random(4), () => enter('honour', v, { kind: `h${random(HONOURS)}`, level: LEVELS[random(3)] ?? 'county' }));
    often(random(4), () => enter('fault', v, { kind: `f${random(FAULTS)}`, points: 0.5 * (1 + random(5)) }));
    often(random(5), () => enter('deed', v, { points: 1 + random(20) }, 2025 + random(2)));
    often(random(3), () => enter('breach', v, { points: 1 + random(10) }, 2025 + random(2)));
    const good = 10 + random(30);
    enter('vote', v, { good, fair: random(10), weak: random(6), bad: random(3), blank: random(2), spoiled: random(2) });
    often(3, () => enter('leader', v, { marks: 60 + random(40) }));
    often(5, () => enter('delegate', v, { marks: 50 + random(50) }));
  }
  return {
    organisations: [
      place('county', 'county', null),
      ...Array.from({ length: Math.ceil(villages / TOWNSHIP) }, (_, i) => place(`t${i}`, 'township', 'county')),
      ...Array.from({ length: villages }, (_, i) => place(`v${i}`, 'village', `t${Math.floor(i / TOWNSHIP)}`)),
    ],
    persons: [],
    postings: [],
    tenures: [],
    facts,
  };
}
