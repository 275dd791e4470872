import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { examplePackFiles } from '../example-pack.ts';
import type { Fact, World } from '../facts.ts';
import { checkPacks, compile, loadPack } from '../index.ts';

const say = (text: string) => ({ 'zh-CN': text, en: text });

const load = (more: object, counts: object) =>
  loadPack(
    examplePackFiles({
      kinds: {
        organisations: [{ id: 'village', title: say('village'), level: 5, parents: [] }],
        posts: [{ id: 'clerk', title: say('clerk'), of: ['village'] }],
        units: [{ id: 'time', title: say('times') }],
      },
      forms: [{ id: 'talk', subject: { organisation: ['village'] }, date: 'on', fields: [{ id: 'on', type: 'date' }] }],
      obligations: [
        {
          id: 'talks',
          title: say('talks'),
          who: { organisations: ['village'] },
          when: { every: 'quarter' },
          amount: { at_least: 3, unit: 'time' },
          counts: [{ form: 'talk', predecessors: 'joined', ...counts }],
          part_period: { owes: 'full' },
          late: 'never',
          due_soon: { within: 1, days: 'calendar-days' },
          ...more,
        },
      ],
    }),
  );

const talk = fc
  .record({
    village: fc.constantFrom('old', 'gone', 'merged'),
    month: fc.integer({ min: 1, max: 9 }),
    day: fc.integer({ min: 1, max: 28 }),
  })
  .filter(({ village, month }) => (village === 'merged' ? month >= 6 : village === 'gone' ? month <= 5 : true))
  .map(({ village, month, day }): Omit<Fact, 'id'> => {
    const date = `2026-0${month}-${String(day).padStart(2, '0')}`;
    return {
      form: 'talk',
      subject: { kind: 'organisation', id: village },
      date,
      data: { on: date },
      recordedOn: date,
      recordedAt: `${date}T08:00:00Z`,
      recordedBy: { account: 'a', name: 'a' },
    };
  });
const facts = fc.array(talk, { maxLength: 20 }).map((all): Fact[] => all.map((one, i) => ({ ...one, id: `f${i}` })));

const worldOf = (all: readonly Fact[]): World => ({
  organisations: [
    { id: 'old', kind: 'village', name: 'old', parent: null, from: '2000-01-01' },
    { id: 'gone', kind: 'village', name: 'gone', parent: null, from: '2000-01-01', to: '2026-05-31' },
    {
      id: 'merged',
      kind: 'village',
      name: 'merged',
      parent: null,
      from: '2026-06-01',
      succeeds: [{ organisation: 'gone' }],
    },
  ],
  persons: [],
  postings: [],
  tenures: [],
  facts: all,
});

describe('a duty whose entries are joined', () => {
  it('counts in the period of a merger what either did, and in others its own alone', () => {
    const { pack, problems } = load({}, {});
    if (!pack) throw new Error(JSON.stringify(problems));
    const policy = compile([pack]);
    fc.assert(
      fc.property(facts, (all) => {
        const standings = policy.evaluate(worldOf(all), { asOf: '2026-10-05', from: '2026-04-01', to: '2026-09-30' });
        const done = (id: string, period: string) =>
          standings.find(({ subject, period: { key } }) => subject.id === id && key === period)?.done;
        const count = (ids: readonly string[], from: string, to: string) =>
          all.filter(({ subject, date }) => ids.includes(subject.id) && date >= from && date <= to).length;
        expect(Number(done('merged', '2026-Q2'))).toBe(count(['gone', 'merged'], '2026-04-01', '2026-06-30'));
        expect(Number(done('merged', '2026-Q3'))).toBe(count(['merged'], '2026-07-01', '2026-09-30'));
        expect(Number(done('gone', '2026-Q2'))).toBe(count(['gone'], '2026-04-01', '2026-06-30'));
        expect(Number(done('old', '2026-Q2'))).toBe(count(['old'], '2026-04-01', '2026-06-30'));
      }),
    );
  });

  it('concerns the successor when an entry of the one before is recorded', () => {
    const { pack } = load({}, {});
    if (!pack) throw new Error('unsound');
    const touched = compile([pack]).affected(
      { form: 'talk', subject: { kind: 'organisation', id: 'gone' } },
      worldOf([]),
    );
    expect(touched.map(({ id }) => id).sort()).toEqual(['gone', 'merged']);
  });
});

describe('the check refuses to join', () => {
  const codes = (more: object, counts: object): string[] => {
    const { pack, problems } = load(more, counts);
    return (pack ? checkPacks([pack]) : problems).map(({ code }) => code);
  };

  it('entries of persons, states, and where only a part is owed', () => {
    expect(codes({ who: { holders: 'clerk', of: ['village'] } }, { from_subject: 'organisation' })).toContain(
      'not-joined',
    );
    expect(codes({}, { latest: true })).toContain('not-joined');
    expect(codes({ part_period: { owes: 'nothing' } }, {})).toContain('not-joined');
    expect(codes({}, {})).not.toContain('not-joined');
  });
});
