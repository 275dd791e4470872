import { expect, test } from 'vitest';
import { examplePackFiles } from '../example-pack.ts';
import { checkPacks, diffPacks, loadPack, type Pack } from '../index.ts';
import { joinPacks } from '../join.ts';

const say = (text: string) => ({ 'zh-CN': text, en: text });
const kind = (id: string, level: number, parents: string[]) => ({ id, title: say(id), level, parents });
const DUTY = {
  title: say('duty'),
  who: { organisations: ['village'] },
  when: { every: 'month' },
  amount: { at_least: 2, unit: 'time' },
  counts: [{ form: 'visit', where: "data.kind == 'home' || data.kind == 'field'" }],
  part_period: { owes: 'nothing' },
  deadline: { grace: 5, days: 'working-days' },
  late: { within: 10, days: 'calendar-days' },
  due_soon: { within: 2, days: 'calendar-days' },
};

function packOf(id: string, parts: object, depends: readonly string[] = []): Pack {
  const { pack, problems } = loadPack(examplePackFiles({ manifest: { id, depends_on: depends }, ...parts }));
  if (!pack) throw new Error(JSON.stringify(problems));
  return pack;
}

const FORM = {
  id: 'visit',
  subject: { organisation: ['village'] },
  date: 'on',
  fields: [
    { id: 'on', type: 'date' },
    {
      id: 'kind',
      type: 'choice',
      options: [
        { id: 'home', title: say('home') },
        { id: 'field', title: say('field') },
      ],
    },
    { id: 'at', type: 'time' },
  ],
};
const above = (more: object = {}, form: object = {}): Pack =>
  packOf('above', {
    kinds: {
      organisations: [kind('county', 3, []), kind('village', 5, ['county'])],
      units: [{ id: 'time', title: say('times') }],
    },
    forms: [{ ...FORM, ...form }],
    obligations: [{ id: 'visits', ...DUTY, ...more }],
  });

const GUESTS = { id: 'guests', title: say('guests'), type: 'integer' };
const told = (packs: readonly Pack[]): string[] =>
  checkPacks(packs).map(({ code, path, line, words }) => `${code} ${path}:${line} ${words.en}`);
const replacing = (own: object, depends = ['above']): Pack =>
  packOf(
    'local',
    {
      obligations: [{ id: 'own', ...DUTY, ...own }],
      adaptations: [{ id: 'a', title: say('a'), replaces: 'visits', by: 'own' }],
    },
    depends,
  );

test.each([
  ['the same duty', {}, null],
  ['more', { amount: { at_least: 3, unit: 'time' } }, null],
  ['on fixed days of the month', { when: { days_of_month: [5] } }, null],
  [
    'fewer entries count',
    { counts: [{ ...DUTY.counts[0], where: `(${DUTY.counts[0]?.where}) && entry.confirmed` }] },
    null,
  ],
  ['as much, written otherwise', { amount: { at_least: '2.0', unit: 'time' } }, null],
  ['as much grace, of the same days', { deadline: { days: 'working-days', grace: 5 } }, null],
  ['less grace', { deadline: { grace: 4, days: 'working-days' } }, null],
  ['no grace, whatever the days', { deadline: { grace: 0, days: 'calendar-days' } }, null],
  ['as long to catch up', { late: { days: 'calendar-days', within: 10 } }, null],
  [
    'a time of the last day',
    { deadline: { grace: 5, days: 'working-days', at: '17:30' }, counts: [{ ...DUTY.counts[0], at: 'at' }] },
    null,
  ],
  ['no catching up', { late: 'never', deadline: undefined }, null],
  ['less', { amount: { at_least: 1, unit: 'time' } }, 'amount'],
  ['rarer', { when: { every: 'quarter' } }, 'when'],
  ['weeks, which do not lie in months', { when: { every: 'week' } }, 'when'],
  ['more entries count', { counts: [{ form: 'visit' }] }, 'counts'],
  [
    '&& binds stronger than ||',
    { counts: [{ ...DUTY.counts[0], where: `${DUTY.counts[0]?.where} && entry.confirmed` }] },
    'counts',
  ],
  ['more grace', { deadline: { grace: 6, days: 'working-days' } }, 'deadline'],
  ['grace of other days', { deadline: { grace: 5, days: 'calendar-days' } }, 'deadline'],
  ['longer to catch up', { late: { within: 11, days: 'calendar-days' } }, 'late'],
  ['an excuse', { excuses: [{ holidays: true, reduces: 'pro-rata', rounding: 'none' }] }, 'excuses'],
])('a duty may be tightened: %s', (_what, own, looser) => {
  const found = told([above(), replacing(own)]);
  if (looser === null) expect(found).toEqual([]);
  else {
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(
      new RegExp(`^looser-than-above local/adaptations/example.yaml:\\d+ “duty” may only be tightened; ${looser} is`),
    );
  }
  expect(told([above({ locally: 'replaced' }), replacing(own)])).toEqual([]);
  expect(told([above({ locally: 'fixed' }), replacing(own)])[0]).toMatch(/^not-open .* “duty” open/);
});

test('a time of the last day that a parameter names tightens where there was none; beside another nobody can tell', () => {
  const values = [{ id: 'hour', title: say('hour'), unit: 'time', role: 'rule', values: { '2026-01-01': '17:30' } }];
  const by = (at: unknown) => ({ deadline: { ...DUTY.deadline, at }, counts: [{ ...DUTY.counts[0], at: 'at' }] });
  const own = { id: 'own', ...DUTY, ...by({ parameter: 'hour' }) };
  const adaptations = [{ id: 'a', title: say('a'), replaces: 'visits', by: 'own' }];
  const local = packOf('local', { values, obligations: [own], adaptations }, ['above']);
  expect(told([above(), local])).toEqual([]);
  expect(told([above(by('17:30')), local])[0]).toContain('deadline is looser');
  expect(told([above(by('17:30')), replacing(by('17:00'))])).toEqual([]);
});

test('catching up where there was none above, or grace where there was none, loosens', () => {
  expect(told([above({ late: 'never' }), replacing({})])[0]).toContain('late is looser');
  expect(told([above({ late: 'never' }), replacing({ late: 'never' })])).toEqual([]);
  expect(told([above({ deadline: undefined }), replacing({})])[0]).toContain('deadline is looser');
});

test('a duty is lifted only where the pack above says so', () => {
  const lifts = packOf('local', { adaptations: [{ id: 'a', title: say('a'), lifts: 'visits' }] }, ['above']);
  expect(told([above({ locally: 'lifted' }), lifts])).toEqual([]);
  expect(told([above({ locally: 'replaced' }), lifts])[0]).toMatch(/^not-open/);
  const where = { id: 'a', title: say('a'), lifts: 'visits', for: 'subject.knd == "x"' };
  expect(told([above({ locally: 'lifted' }), packOf('local', { adaptations: [where] }, ['above'])])[0]).toContain(
    'knd',
  );
});

test('names that nothing bears, packs it does not build on, and own parts', () => {
  const local = (adaptation: object, depends = ['above']): Pack =>
    packOf('local', { adaptations: [{ id: 'a', title: say('a'), ...adaptation }] }, depends);
  expect(told([above(), local({ lifts: 'visit' })])[0]).toContain('no duty “visit”');
  expect(told([above(), local({ replaces: 'visits', by: 'owm' })])[0]).toContain('no duty “owm”');
  expect(told([above(), local({ form: 'visits', minutes: 1, fields: [GUESTS] })])[0]).toContain('no form “visits”');
  expect(told([above(), replacing({}, [])])[0]).toMatch(/^not-above/);
  const own = packOf('own', {
    kinds: { organisations: [kind('village', 5, [])], units: [{ id: 'time', title: say('times') }] },
    forms: [FORM],
    adaptations: [
      {
        id: 'a',
        title: say('a'),
        form: 'visit',
        minutes: 0,
        options: [{ field: 'kind', add: [{ id: 'c', title: say('c') }] }],
      },
    ],
  });
  expect(told([own])[0]).toMatch(/^own-part/);
});

const asking = (more: object): Pack =>
  packOf('local', { adaptations: [{ id: 'a', title: say('a'), form: 'visit', minutes: 2, ...more }] }, ['above']);

test('a form asks more, and what is wrong with that is told where it is written', () => {
  const options = [{ field: 'kind', add: [{ id: 'office', title: say('office') }] }];
  const sound = asking({ fields: [GUESTS], options });
  expect(told([above(), sound])).toEqual([]);
  const form = joinPacks([above(), sound]).forms.get('visit');
  expect(form?.minutes).toBe(3);
  expect(form?.fields.map(({ id }) => id)).toEqual(['on', 'kind', 'at', 'guests']);
  expect(form?.fields[1]).toMatchObject({ options: [{ id: 'home' }, { id: 'field' }, { id: 'office' }] });
  expect(told([above({}, { locally: 'fixed' }), sound])[0]).toMatch(/^not-open/);
  expect(told([above(), asking({ fields: [{ ...GUESTS, unit: 'head' }] })])[0]).toMatch(
    /^unknown-unit local\/adaptations\/example.yaml:\d+/,
  );
  expect(told([above(), asking({ fields: [{ ...GUESTS, id: 'kind' }] })])).toContainEqual(
    expect.stringMatching(/^duplicate-id local\/adaptations\/example.yaml/),
  );
  expect(told([above(), asking({ options: [{ field: 'kind', add: [{ id: 'home', title: say('x') }] }] })])[0]).toMatch(
    /^duplicate-id local\/adaptations\/example.yaml/,
  );
  expect(told([above(), asking({ options: [{ field: 'on', add: [{ id: 'x', title: say('x') }] }] })])[0]).toMatch(
    /^no-options local/,
  );
  expect(told([above(), asking({})])[0]).toMatch(/^nothing-added/);
});

test('a kind above may stand under a kind of the local pack', () => {
  const zone = (parents: object[]): Pack =>
    packOf('local', { kinds: { organisations: [kind('zone', 4, ['county'])], parents } }, ['above']);
  const packs = [above(), zone([{ of: ['village'], add: ['zone'] }])];
  expect(told(packs)).toEqual([]);
  expect(joinPacks(packs).organisationKinds.get('village')?.parents).toEqual(['county', 'zone']);
  expect(told([above(), zone([{ of: ['village'], add: ['zoen'] }])])[0]).toMatch(
    /^no-such-organisation-kind local\/kinds/,
  );
});

test('what is new is told in a sentence', () => {
  const [before, after] = [packOf('local', {}, ['above']), replacing({})];
  const lifts = packOf('local', { adaptations: [{ id: 'b', title: say('b'), lifts: 'visits' }] }, ['above']);
  const words = (now: Pack): string[] => diffPacks(before, now, [above()]).changes.map(({ words: { en } }) => en);
  expect(words(after)).toContain('Added the adaptation “a”: “duty” stands in place of “duty”');
  expect(words(lifts)).toEqual(['Added the adaptation “b”: “duty” is lifted']);
  expect(words(asking({ fields: [GUESTS] }))).toEqual(['Added the adaptation “a”: “visit” also asks “guests”']);
});

/** Days of the shortest and the longest of each rhythm; a shorter one lies in a longer one when nothing of it hangs over. */
const RHYTHMS = ['day', 'week', 'ten-days', 'half-month', 'month', 'quarter', 'half-year', 'year'];
const liesIn = (own: string, base: string): boolean =>
  own === base ||
  (own !== 'week' && `${own} ${base}` !== 'ten-days half-month' && RHYTHMS.indexOf(own) < RHYTHMS.indexOf(base));

test.each(RHYTHMS.flatMap((base) => RHYTHMS.map((own) => [own, base] as const)))(
  'every %s in place of every %s tightens only when it lies wholly in it',
  (own, base) => {
    const found = told([above({ when: { every: base } }), replacing({ when: { every: own } })]);
    expect(found.map((one) => one.split(' ')[0])).toEqual(liesIn(own, base) ? [] : ['looser-than-above']);
  },
);

test.each([
  ['week', 'looser-than-above'],
  ['month', undefined],
  ['quarter', undefined],
])('days of the month in place of every %s', (base, code) => {
  const found = told([above({ when: { every: base } }), replacing({ when: { days_of_month: [5, 20] } })]);
  expect(found[0]?.split(' ')[0]).toBe(code);
});

test('as much of another unit, or a rhythm with more said of it, cannot be told to be no looser', () => {
  const units = { kinds: { units: [{ id: 'hour', title: say('hours') }] } };
  const own = { id: 'own', ...DUTY, amount: { at_least: 3, unit: 'hour' } };
  const adaptations = [{ id: 'a', title: say('a'), replaces: 'visits', by: 'own' }];
  const local = packOf('local', { ...units, obligations: [own], adaptations }, ['above']);
  expect(told([above(), local])[0]).toContain('amount is looser');
  const some = { when: { every: 'month', only_months: [5] } };
  expect(told([above(), replacing(some)])[0]).toContain('when is looser');
  expect(told([above(some), replacing({})])[0]).toContain('when is looser');
});

test.each([
  [true, undefined, null],
  [true, true, null],
  [undefined, true, 'counts'],
  [false, true, 'counts'],
  [undefined, undefined, null],
])('entries that somebody confirmed (%s) in place of those above (%s)', (own, base, looser) => {
  const counts = (confirmed: boolean | undefined) => ({
    counts: [{ form: 'visit', ...(confirmed === undefined ? {} : { confirmed }) }],
  });
  const found = told([above(counts(base), { confirmation: 'township' }), replacing(counts(own))]);
  expect(found.map((one) => one.split(';')[1])).toEqual(looser === null ? [] : [expect.stringMatching(/^ counts is/)]);
});

test.each([
  ['owes', { owes: 'full' }, { owes: 'nothing' }, true],
  ['owes', { owes: 'nothing' }, { owes: 'full' }, false],
  ['owes', { owes: 'pro-rata', by: 'calendar-days', rounding: 'up' }, { owes: 'full' }, false],
  ['owes', { owes: 'pro-rata', by: 'calendar-days', rounding: 'up' }, { owes: 'nothing' }, true],
])('in part of a period: %s %j in place of %j', (_key, own, base, isTighter) => {
  const found = told([above({ part_period: base }), replacing({ part_period: own })]);
  expect(found.map((one) => one.split(' ')[0])).toEqual(isTighter ? [] : ['looser-than-above']);
});

test('each finding on what a form asks in addition stands at what is wrong', () => {
  const at = (more: object, form: object = {}): string =>
    checkPacks([above({}, form), asking(more)])
      .map(({ code, line }) => `${code}:${line}`)
      .join();
  const lineOf = (text: string, more: object): number =>
    examplePackFiles({ adaptations: [{ id: 'a', title: say('a'), form: 'visit', minutes: 2, ...more }] })
      .find(({ path }) => path.startsWith('adaptations'))
      ?.text.split('\n')
      .findIndex((line) => line.includes(text)) as number;
  const fields = { fields: [GUESTS] };
  expect(at(fields, { locally: 'fixed' })).toBe(`not-open:${lineOf('form: visit', fields) + 1}`);
  const unknown = { options: [{ field: 'knid', add: [{ id: 'x', title: say('x') }] }] };
  expect(at(unknown)).toBe(`unknown-field:${lineOf('field: knid', unknown) + 1}`);
  const dated = { options: [{ field: 'on', add: [{ id: 'x', title: say('x') }] }] };
  expect(at(dated)).toBe(`no-options:${lineOf('field: on', dated) + 1}`);
  expect(at({})).toBe(`nothing-added:${lineOf('form: visit', {}) + 1}`);
});
