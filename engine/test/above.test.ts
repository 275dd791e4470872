import fc from 'fast-check';
import { expect, test } from 'vitest';
import { examplePackFiles } from '../src/example-pack.ts';
import type { Fact, World } from '../src/facts.ts';
import { compile, loadPack } from '../src/index.ts';

const words = (text: string) => ({ 'zh-CN': text, en: text });
const form = (id: string, kinds: string[]) => ({
  id,
  subject: { organisation: kinds },
  date: 'on',
  fields: [
    { id: 'on', type: 'date' },
    { id: 'number', type: 'text' },
  ],
});

const { pack } = loadPack(
  examplePackFiles({
    kinds: {
      organisations: [
        { id: 'county', title: words('county'), level: 3, parents: [] },
        { id: 'township', title: words('township'), level: 4, parents: ['county'] },
        { id: 'village', title: words('village'), level: 5, parents: ['township'] },
      ],
      units: [{ id: 'time', title: words('times') }],
    },
    forms: [form('notice', ['county', 'township', 'village']), form('answer', ['village'])],
    obligations: [
      {
        id: 'answering',
        title: words('answering'),
        who: { organisations: ['village'] },
        when: { after: { form: 'notice', about: 'above', match: 'number' }, within: 10, days: 'calendar-days' },
        amount: { at_least: 1, unit: 'time' },
        counts: [{ form: 'answer' }],
        part_period: { owes: 'full' },
        late: 'never',
        due_soon: { within: 1, days: 'calendar-days' },
      },
    ],
  }),
);
if (!pack) throw new Error('the pack of this test is not sound');
const policy = compile([pack]);

const PARENTS: Readonly<Record<string, string | null>> = { c: null, t1: 'c', t2: 'c', v1: 't1', v2: 't1', v3: 't2' };
const KINDS: Readonly<Record<string, string>> = { c: 'county', t: 'township', v: 'village' };
const organisations = Object.entries(PARENTS).map(([id, parent]) => ({
  id,
  kind: KINDS[id[0] ?? ''] ?? '',
  name: id,
  parent,
  from: '2000-01-01',
}));

const facts = fc
  .array(
    fc.record({
      form: fc.constantFrom('notice', 'answer'),
      at: fc.constantFrom('c', 't1', 't2', 'v1', 'v2', 'v3'),
      day: fc.integer({ min: 1, max: 28 }),
      number: fc.constantFrom('1', '2', '3'),
    }),
    { maxLength: 25 },
  )
  .map((all) =>
    all.map(({ form: of, at, day, number }, i): Fact => {
      const date = `2026-03-${String(day).padStart(2, '0')}`;
      return {
        id: `f${i}`,
        form: of,
        subject: { kind: 'organisation', id: at },
        date,
        data: { number },
        recordedOn: date,
        recordedAt: `${date}T08:00:00Z`,
        recordedBy: { account: 'a', name: 'a' },
      };
    }),
  );

const worldOf = (all: readonly Fact[]): World => ({
  organisations,
  persons: [],
  postings: [],
  tenures: [],
  facts: all,
});
const stand = (world: World) => policy.evaluate(world, { asOf: '2026-04-15' });

test('each notice from above binds every village below it once, and is met by an answer that names it', () => {
  fc.assert(
    fc.property(facts, (all) => {
      const rows = stand(worldOf(all));
      for (const village of ['v1', 'v2', 'v3']) {
        const above = [PARENTS[village], 'c'];
        const notices = all.filter((one) => one.form === 'notice' && above.includes(one.subject.id));
        const own = rows.filter(({ subject }) => subject.id === village);
        expect(own).toHaveLength(notices.length);
        const answers = all.filter((one) => one.form === 'answer' && one.subject.id === village);
        const numbers = new Set(answers.map(({ data }) => data['number']));
        for (const row of own.filter(({ light }) => light === 'met')) {
          const told = policy.explain(worldOf(all), {
            obligation: 'answering',
            subject: row.subject,
            period: row.period.key,
            asOf: '2026-04-15',
          });
          const cited = told.children?.[1]?.facts?.[0]?.id;
          expect(numbers.has(all.find(({ id }) => id === cited)?.data['number'])).toBe(true);
        }
        expect(own.filter(({ light }) => light === 'met').length).toBeLessThanOrEqual(answers.length);
      }
    }),
    { numRuns: 200 },
  );
});

test('an entry changes only the standings of those named as affected', () => {
  fc.assert(
    fc.property(facts, facts, (all, more) => {
      const [extra] = more;
      if (!extra) return;
      const fact = { ...extra, id: 'extra' };
      const affected = new Set(policy.affected(fact, worldOf(all)).map(({ id }) => id));
      const apart = (world: World) => stand(world).filter(({ subject }) => !affected.has(subject.id));
      expect(apart(worldOf([...all, fact]))).toEqual(apart(worldOf(all)));
    }),
  );
});

test('names the forms that bind from above', () => expect([...policy.formsFromAbove]).toEqual(['notice']));
