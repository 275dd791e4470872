import { beforeAll, describe, expect, it } from 'vitest';
import { examplePackFiles } from '../example-pack.ts';
import type { Explanation, FactRef } from '../explanation.ts';
import type { Fact, World } from '../facts.ts';
import { compile, loadPack, type Policy } from '../index.ts';
import { say } from '../words.ts';

const title = (text: string) => say(text, text);
const duty = (id: string, more: object) => ({
  id,
  who: { postings: ['helper'] },
  when: { every: 'month' },
  amount: { at_least: 2, unit: 'day' },
  counts: [{ form: 'visit', where: "data.kind == 'study'", worth: 'data.size', per: { distinct: 'place' } }],
  part_period: { owes: 'full' },
  late: { within: 10, days: 'calendar-days' },
  due_soon: { within: 1, days: 'calendar-days' },
  ...more,
});

let policy: Policy;
beforeAll(() => {
  const { pack, problems } = loadPack(
    examplePackFiles({
      kinds: {
        organisations: [{ id: 'village', title: title('village'), level: 5, parents: [] }],
        postings: [
          {
            id: 'helper',
            title: title('helper'),
            to: ['village'],
            sent_by: [],
            levels: [{ id: 'county', title: title('county') }],
          },
        ],
        units: [{ id: 'day', title: title('days') }],
      },
      forms: [
        {
          id: 'visit',
          subject: { posting: ['helper'] },
          date: 'on',
          confirmation: 'village',
          fields: [
            { id: 'on', type: 'date' },
            { id: 'size', type: 'integer' },
            { id: 'place', type: 'text' },
            {
              id: 'kind',
              type: 'choice',
              title: say('类别', 'Kind'),
              options: ['study', 'other'].map((id) => ({ id, title: title(id) })),
            },
          ],
        },
      ],
      obligations: [
        duty('monthly', {}),
        duty('strict', { late: 'never' }),
        duty('confirmed', { counts: [{ form: 'visit', confirmed: true }] }),
        duty('state', {
          amount: { at_least: 1, unit: 'day' },
          counts: [{ form: 'visit', latest: true, carries: true }],
        }),
        duty('may', { when: { every: 'month', only_months: [5] } }),
      ],
    }),
  );
  if (!pack) throw new Error(JSON.stringify(problems));
  policy = compile([pack]);
});

type Entry = Partial<Omit<Fact, 'data'>> & { readonly data?: Fact['data'] };

const entry = (id: string, { data, date = '2026-05-10', ...more }: Entry = {}): Fact => ({
  id,
  form: 'visit',
  subject: { kind: 'posting', id: 'p' },
  date,
  recordedOn: date,
  recordedAt: `${more.recordedOn ?? date}T08:00:00Z`,
  recordedBy: { account: 'a', name: '李明' },
  ...more,
  data: { on: date, size: 1, place: id, kind: 'study', ...data },
});

const worldOf = (facts: readonly Fact[]): World => ({
  organisations: [{ id: 'v', kind: 'village', name: '王庄', parent: null, from: '2020-01-01' }],
  persons: [],
  postings: [
    {
      id: 'p',
      kind: 'helper',
      person: 'p',
      organisation: 'v',
      level: 'county',
      sendingOrganisation: 'v',
      from: '2026-05-05',
    },
  ],
  tenures: [],
  facts,
});

const cited = (step: Explanation): FactRef[] => [...(step.facts ?? []), ...(step.children ?? []).flatMap(cited)];

/** What an explanation of May says of entry `x`: what it counts, and why not more. */
function said(obligation: string, facts: readonly Fact[], asOf = '2026-07-31') {
  const query = { obligation, subject: { kind: 'posting', id: 'p' } as const, period: '2026-05', asOf };
  const found = cited(policy.explain(worldOf(facts), query)).find(({ id }) => id === 'x');
  return found && { worth: found.worth ?? '0', zh: found.note?.['zh-CN'] ?? '', en: found.note?.en ?? '' };
}

describe('an entry that counts says for how much', () => {
  it.each([
    ['in the period', 'monthly', {}, '', ''],
    ['recorded late', 'monthly', { recordedOn: '2026-06-05' }, '截止后补录', 'recorded after the deadline'],
  ] as const)('%s', (_, obligation, more, zh, en) => {
    expect(said(obligation, [entry('x', more)])).toEqual({ worth: '1', zh, en });
  });

  it('done late, when the period of its own can do without it', () => {
    const enough = [entry('a', { date: '2026-06-20' }), entry('b', { date: '2026-06-21' })];
    expect(said('monthly', [entry('x', { date: '2026-06-05' }), ...enough])).toEqual({
      worth: '1',
      zh: '期后补办',
      en: 'caught up after the period',
    });
    expect(said('monthly', [entry('x', { date: '2026-06-05' })])).toEqual({
      worth: '0',
      zh: '计入其本期：2026-06',
      en: 'counts for its own period: 2026-06',
    });
  });

  it('less than it is worth when another has the same', () => {
    const same = { place: 'here' };
    const facts = [entry('a', { data: { ...same, size: 1 } }), entry('x', { date: '2026-05-11', data: same })];
    expect(said('monthly', facts)).toEqual({
      worth: '0',
      zh: '与另一条“place”相同，合计最多计 1',
      en: 'same “place” as another entry; together they count 1 at most',
    });
  });
});

describe('an entry that does not count says why', () => {
  it.each([
    ['another kind', 'monthly', { data: { kind: 'other' } }, /^不符合条件：.*study/, /^condition not met: .*study/],
    [
      'no kind',
      'monthly',
      { data: { kind: null } },
      /^条件无法判定，未填：类别$/,
      /^condition not known, not filled in: Kind$/,
    ],
    ['too early', 'monthly', { date: '2026-05-02' }, /^不在任职期间$/, /^outside the time the subject is bound$/],
    [
      'late',
      'strict',
      { recordedOn: '2026-06-05' },
      /^截止后才记录（2026-06-05）$/,
      /^recorded on 2026-06-05, after the deadline$/,
    ],
    [
      'later than late',
      'monthly',
      { recordedOn: '2026-06-20' },
      /^补录期已过（2026-06-20 记录）$/,
      /^recorded on 2026-06-20, after the time to catch up$/,
    ],
    ['not confirmed', 'confirmed', {}, /^待确认，暂不计入$/, /^not confirmed yet$/],
    [
      'rejected',
      'monthly',
      { confirmation: { on: '2026-05-12', by: '王强', outcome: 'rejected' } },
      /^王强 未予确认$/,
      /^rejected by 王强$/,
    ],
    [
      'withdrawn',
      'monthly',
      { endedOn: '2026-05-12', endedBy: { kind: 'withdrawn', reason: '重复' } },
      /^已撤回：重复$/,
      /^withdrawn: 重复$/,
    ],
    ['corrected', 'monthly', { endedOn: '2026-05-12' }, /^已被后来的记录更正$/, /^replaced by a later entry$/],
  ] as const)('%s', (_, obligation, more, zh, en) => {
    const found = said(obligation, [entry('x', more as Entry)]);
    expect(found).toEqual({ worth: '0', zh: expect.stringMatching(zh), en: expect.stringMatching(en) });
  });

  it('because a later one holds', () => {
    const facts = [entry('x'), entry('a', { date: '2026-05-20' })];
    expect(said('state', facts)).toMatchObject({ worth: '0', zh: '已有更新的记录', en: 'a later entry holds' });
  });

  it('because the amount was reached before it', () => {
    const facts = [entry('a', { data: { size: 2 } }), entry('x', { date: '2026-06-03' })];
    expect(said('monthly', facts)?.worth ?? '0').toBe('0');
  });

  it('on a day that is not over yet, nothing is said of what is recorded later', () => {
    expect(said('monthly', [entry('x', { recordedOn: '2026-05-20' })], '2026-05-15')).toBeUndefined();
    expect(said('monthly', [entry('x', { endedOn: '2026-05-20' })], '2026-05-15')?.worth).toBe('1');
  });
});
