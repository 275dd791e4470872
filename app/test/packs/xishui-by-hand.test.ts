import { compile } from '@luoshi/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packsFor } from './read-packs.ts';
import {
  ALL,
  type Asked,
  COUNTY,
  dayOf,
  daysBefore,
  different,
  entry,
  fen,
  figure,
  found,
  inYear,
  money,
  numbered,
  part,
  TOWNS,
  without,
  worldOf,
  YEAR,
} from './xishui-world.ts';

/** The figures of Xishui worked out again from its text, without the pack, on random towns. */
const policy = compile([...packsFor('xishui')]);

const yes = fc.boolean();
const SCHEMES = ['medical', 'allowance', 'farming', 'housing', 'pension'];
const LISTS = ['industry', 'economy', 'premises', 'network'];
const earmark = fc.constantFrom('operating', 'pay');

const asked: fc.Arbitrary<Asked> = fc.record({
  asOf: fc.constantFrom('2026-02-28', '2026-03-15', '2026-06-30', '2026-09-01', '2026-12-31'),
  entries: fc.array(
    fc.oneof(
      entry('funds-allotted', ALL, { earmark, amount: money }),
      entry('funds-sent', ALL, { earmark, amount: money }),
      entry('funds-received', ALL, { earmark, amount: money }),
      entry('cadre-pay', ALL, {
        code: numbered('H', 3),
        pay_period: fc.constantFrom('month', 'month', 'year'),
        amount: fc.constantFrom(1500, 1999.99, 2000, 2000.01, 2600),
      }),
      entry('list-item', TOWNS, {
        number: numbered('Q', 4),
        kind: fc.constantFrom(...LISTS),
        event: fc.constantFrom('listed', 'owner_named', 'moved', 'closed'),
      }),
      entry('coordination-list', TOWNS, {
        kind: fc.constantFrom(...LISTS),
        nil: fc.constant(true),
        items: fc.constant(0),
      }),
      entry('coverage-entity', TOWNS, {
        code: numbered('E', 5),
        sector: fc.constantFrom('organ', 'school', 'park', 'enterprise'),
        members: fc.nat(6),
        organisation: fc.constantFrom('own', 'joint', 'attached', 'none'),
        alive: yes,
        contact: yes,
      }),
      entry('service-request', ALL, { number: numbered('S', 5), from: fc.constant('resident'), repeat: yes }),
      entry('service-answer', ALL, {
        number: numbered('S', 5),
        from: fc.constant('resident'),
        result: fc.constantFrom('done', 'refused', 'explained'),
        legal_ground: yes,
        transfers: fc.nat(4),
        cause_removed: yes,
        asker_confirmed: yes,
      }),
      entry('policy-card', ALL, { scheme: fc.constantFrom(...SCHEMES), complete: fc.constantFrom(true, true, false) }),
      entry('satisfaction-survey', ALL, {
        asked: fc.constant(30),
        answered: fc.constantFrom(0, 2, 9),
        satisfied: fc.constantFrom(0, 2),
      }),
    ),
    { minLength: 20, maxLength: 120 },
  ),
});

/** What the text of the source says each figure is; null where it does not apply. */
const OF_VILLAGES: Readonly<Record<string, (world: Asked, place: string) => number | null>> = {
  // 县拨给村的钱，镇里一分不得截留：县拨减到村。
  'kept-back': (w, p) =>
    (fen(inYear(w, 'funds-allotted', p), 'amount') - fen(inYear(w, 'funds-received', p), 'amount')) / 100,
  'in-transit': (w, p) =>
    (fen(inYear(w, 'funds-sent', p), 'amount') - fen(inYear(w, 'funds-received', p), 'amount')) / 100,
  // 报酬每月2000元以上，不足由镇补齐。
  'pay-shortfall': (w, p) => {
    const paid = found(w, 'cadre-pay', p, '2026-06-01', '2026-06-30').filter(({ data }) => data.pay_period === 'month');
    return paid.reduce((sum, { data }) => sum + Math.max(0, 200_000 - Math.round(Number(data.amount) * 100)), 0) / 100;
  },
  // 合理诉求不得推诿：没有法定依据的拒绝不算答复。
  'requests-answered-share': (w, p) => {
    const answers = inYear(w, 'service-answer', p).filter(
      ({ data }) => data.result !== 'refused' || data.legal_ground === true,
    );
    return part(different(answers, 'number').size, different(inYear(w, 'service-request', p), 'number').size);
  },
  'refused-without-ground': (w, p) =>
    inYear(w, 'service-answer', p).filter(({ data }) => data.result === 'refused' && data.legal_ground === false)
      .length,
};

/** Figures of townships and of the county. */
const OF_TOWNS: typeof OF_VILLAGES = {
  // 四张清单的事项：办结的销号，六十天没有进展的提出来。
  'list-open': (w, p) => {
    const items = found(w, 'list-item', p);
    return without(
      different(items, 'number'),
      different(
        items.filter(({ data }) => data.event === 'closed'),
        'number',
      ),
    );
  },
  'list-unowned': (w, p) => {
    const items = found(w, 'list-item', p);
    const owned = items.filter(({ data }) => data.event === 'closed' || data.event === 'owner_named');
    return without(different(items, 'number'), different(owned, 'number'));
  },
  'list-stalled': (w, p) => {
    const items = found(w, 'list-item', p);
    const ended = different(
      items.filter(({ data }) => data.event === 'closed'),
      'number',
    );
    const recent = different(
      items.filter(({ day }) => dayOf(day) > daysBefore(w.asOf, 60)),
      'number',
    );
    return [...different(items, 'number')].filter((one) => !ended.has(one) && !recent.has(one)).length;
  },
  // 组织全覆盖：有组织而且一年内有组织生活的，占应覆盖的比例。
  'organisation-coverage': (w, p) => {
    const all = found(w, 'coverage-entity', p);
    const living = all.filter(({ data }) => data.organisation !== 'none' && data.alive === true);
    return part(different(living, 'code').size, different(all, 'code').size);
  },
  'entities-due': (w, p) =>
    different(
      found(w, 'coverage-entity', p).filter(({ data }) => Number(data.members) >= 3 && data.organisation === 'none'),
      'code',
    ).size,
};

/** Figures of one village that are not added up. */
const OF_A_VILLAGE: typeof OF_VILLAGES = {
  'cause-removed-share': (w, p) => {
    const answers = inYear(w, 'service-answer', p);
    return part(
      answers.filter(({ data }) => data.cause_removed === true && data.asker_confirmed === true).length,
      answers.length,
    );
  },
  'raised-again-share': (w, p) => {
    const requests = inYear(w, 'service-request', p);
    return part(requests.filter(({ data }) => data.repeat === true).length, requests.length);
  },
  // 答卷少于五份不显示。
  satisfied: (w, p) => {
    const surveys = inYear(w, 'satisfaction-survey', p);
    const sum = (field: string) => surveys.reduce((all, { data }) => all + Number(data[field]), 0);
    return sum('answered') < 5 ? null : sum('satisfied') / sum('answered');
  },
};

function differences(world: Asked, hand: typeof OF_VILLAGES, places: readonly string[]): string[] {
  const facts = worldOf(world);
  return Object.entries(hand).flatMap(([measure, byHand]) => {
    const period = policy.measures.get(measure)?.period === 'month' ? '2026-06' : YEAR;
    const values = policy.measure(facts, { measure, period, asOf: world.asOf, organisations: [...places] });
    return places.flatMap((place) => {
      if (!values.has(place)) return [];
      const [engine, own] = [figure(values.get(place)), byHand(world, place)];
      const same = typeof engine === 'number' && own !== null ? Math.abs(engine - own) < 1e-9 : engine === own;
      return same ? [] : [`${measure} of ${place}: ${engine} by the engine, ${own} by hand`];
    });
  });
}

describe('figures of Xishui, by the engine and by hand', () => {
  it('agree at every level on random worlds', { timeout: 120_000 }, () => {
    let compared = 0;
    fc.assert(
      fc.property(asked, (world) => {
        compared++;
        expect(differences(world, OF_VILLAGES, [COUNTY, ...TOWNS, ...ALL])).toEqual([]);
        expect(differences(world, OF_TOWNS, [COUNTY, ...TOWNS])).toEqual([]);
        expect(differences(world, OF_A_VILLAGE, ALL)).toEqual([]);
      }),
      { numRuns: 100, seed: 20_260_228 },
    );
    expect(compared).toBeGreaterThanOrEqual(50);
  });

  it('every figure compared is worked out at some place', () => {
    const facts = worldOf({ entries: [], asOf: '2026-12-31' });
    for (const measure of [...Object.keys(OF_VILLAGES), ...Object.keys(OF_TOWNS), ...Object.keys(OF_A_VILLAGE)]) {
      const period = policy.measures.get(measure)?.period === 'month' ? '2026-06' : YEAR;
      const values = policy.measure(facts, { measure, period, asOf: '2026-12-31', organisations: [...TOWNS, ...ALL] });
      expect(values.size, measure).toBeGreaterThan(0);
    }
  });
});

describe('lights of Xishui, by the engine and by hand', () => {
  /** 本月底前报送四张清单：当日报齐为完成，三十天内补齐为补办，其后为逾期。 */
  const lists = (world: Asked, town: string): string => {
    const kinds = (to: string) =>
      new Set(found(world, 'coordination-list', town, '0000', to).map(({ data }) => data.kind)).size;
    if (kinds('2026-02-28') === 4) return 'met';
    if (world.asOf <= '2026-02-28') return 'due-soon';
    return kinds('2026-03-30') === 4 ? 'late' : 'overdue';
  };

  it('of the four lists agree on random worlds', { timeout: 60_000 }, () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(asked, (world) => {
        const query = { asOf: world.asOf, obligations: ['four-lists'] };
        for (const { subject, light } of policy.evaluate(worldOf(world), query)) {
          seen.add(light);
          expect(light, `${subject.id} on ${world.asOf}`).toBe(lists(world, subject.id));
        }
      }),
      { numRuns: 200, seed: 20_260_228 },
    );
    expect([...seen].sort()).toEqual(expect.arrayContaining(['due-soon', 'overdue']));
  });
});
