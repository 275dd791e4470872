import { describe, expect, it } from 'vitest';
import { examplePackFiles } from '../example-pack.ts';
import { checkPacks, loadPack } from '../index.ts';
import { runExample } from '../run-example.ts';
import type { Example } from '../schema/example.ts';

const say = (zh: string, en = zh) => ({ 'zh-CN': zh, en });

const pack = {
  kinds: {
    organisations: [
      { id: 'county', title: say('县'), level: 3, parents: [] },
      { id: 'department', title: say('部门'), level: 3, parents: ['county'] },
      {
        id: 'village',
        title: say('村'),
        level: 5,
        parents: ['county'],
        attributes: [{ id: 'target', title: say('目标村'), type: 'boolean' }],
      },
    ],
    postings: [
      {
        id: 'first-secretary',
        title: say('第一书记'),
        to: ['village'],
        sent_by: ['department'],
        levels: [{ id: 'county', title: say('县级') }],
      },
    ],
  },
  forms: [
    {
      id: 'exemption',
      subject: { person: true },
      date: 'decided_on',
      confirmation: 'township',
      fields: [
        { id: 'decided_on', type: 'date' },
        { id: 'valid_until', type: 'date', title: say('有效期至'), required: true },
        { id: 'seen_on', type: 'date', title: say('查看日期') },
        { id: 'renewed_until', type: 'date', title: say('续至'), required: true, when: 'has(data.seen_on)' },
      ],
    },
    { id: 'notice', subject: { organisation: ['village'] }, date: 'on', fields: [{ id: 'on', type: 'date' }] },
    { id: 'recall', subject: { posting: ['first-secretary'] }, date: 'on', fields: [{ id: 'on', type: 'date' }] },
  ],
  assignments: [
    {
      id: 'dispatch',
      postings: 'first-secretary',
      each: [
        {
          check: 'person.attributes.member',
          message: say('须是党员', 'must be a member'),
          excused_by: { form: 'exemption', until: 'withdrawn' },
        },
      ],
      per: [
        { key: 'person', at_most: 1, message: say('一人一村', 'one village a person') },
        {
          key: 'organisation',
          at_least: 1,
          among: { kinds: ['village'], where: 'has(village.attributes.target) && village.attributes.target' },
          message: say('目标村无第一书记', 'target village without first secretary'),
        },
      ],
      all_posted: {
        who: 'has(person.attributes.rank) && person.attributes.rank >= 5',
        by: '2026-06-10',
        exempted_by: { form: 'exemption', until: { field: 'valid_until' } },
        message: say('应派未派', 'eligible but not posted'),
      },
    },
  ],
};

const world = {
  pack,
  organisations: [
    { id: '莘县', kind: 'county' },
    { id: '王庄', kind: 'village', parent: '莘县', attributes: { target: true } },
    { id: '李庄', kind: 'village', parent: '莘县', attributes: { target: true } },
    { id: '赵庄', kind: 'village', parent: '莘县' },
  ],
  persons: [
    { id: 'zhang', name: '张明', attributes: { member: true, rank: 6 } },
    { id: 'sun', name: '孙丽', attributes: { member: false, rank: 6 } },
    { id: 'wu', name: '吴勇', attributes: { rank: 6 } },
    { id: 'zhou', name: '周敏', attributes: { member: true } },
  ],
} satisfies Partial<Example>;

const posting = (id: string, person: string, organisation: string, more: object = {}) => ({
  id,
  kind: 'first-secretary',
  person,
  organisation,
  from: '2026-01-01',
  ...more,
});

function failuresOf(example: Omit<Example, 'example' | 'expect'>, findings: string[], because: string[] = []): string {
  const expected = { assignment: 'dispatch', findings, ...(because.length > 0 ? { because } : {}) };
  return runExample([], { example: say('派驻'), ...world, ...example, expect: [expected] })
    .failures.map(({ en }) => en)
    .join('\n');
}

describe('rules over postings', () => {
  it('finds who is not fit, posted twice, not covered and not posted', () => {
    const postings = [posting('p1', 'zhang', '王庄'), posting('p2', 'sun', '王庄'), posting('p3', 'sun', '赵庄')];
    const findings = ['p2', 'p3', 'sun', '李庄', 'wu'];
    const because = [
      '孙丽（王庄）：须是党员',
      '孙丽：一人一村（现有 2）',
      '李庄：目标村无第一书记（现有 0）',
      '吴勇：应派未派',
    ];
    expect(failuresOf({ as_of: '2026-07-01', postings }, findings, because)).toBe('');
  });

  it('says so when it cannot judge', () => {
    const postings = [posting('p1', 'wu', '王庄'), posting('p2', 'zhang', '李庄')];
    const because = ['无法判定（未填写 person.attributes.member）'];
    expect(failuresOf({ as_of: '2026-07-01', postings }, ['p1', 'sun'], because)).toBe('');
  });

  it('names only what is not recorded', () => {
    const [rule] = pack.assignments;
    const [each] = rule?.each ?? [];
    const check = 'person.attributes.rank > 3 && person.attributes.member';
    const asked = { ...pack, assignments: [{ ...rule, each: [{ ...each, check }] }] };
    const postings = [posting('p1', 'wu', '王庄'), posting('p2', 'zhou', '李庄')];
    const because = [
      '吴勇（王庄）：无法判定（未填写 person.attributes.member）：须是党员',
      '周敏（李庄）：无法判定（未填写 person.attributes.rank）：须是党员',
    ];
    expect(failuresOf({ as_of: '2026-06-10', pack: asked, postings }, ['p1', 'p2'], because)).toBe('');
  });

  it('counts only postings that run on the day, and nobody is late before the day set', () => {
    const postings = [
      posting('p1', 'zhang', '王庄', { to: '2026-03-31' }),
      posting('p2', 'zhang', '李庄', { from: '2026-04-01' }),
    ];
    expect(failuresOf({ as_of: '2026-03-31', postings }, ['李庄'])).toBe('');
    expect(failuresOf({ as_of: '2026-06-10', postings }, ['王庄'])).toBe('');
    expect(failuresOf({ as_of: '2026-06-11', postings }, ['王庄', 'sun', 'wu'])).toBe('');
  });

  it('accepts an exemption only once it is confirmed, and never one rejected or withdrawn', () => {
    const postings = [posting('p1', 'zhang', '王庄'), posting('p2', 'zhou', '李庄')];
    const exemption = (person: string, more: object) => ({
      form: 'exemption',
      subject: person,
      date: '2026-05-01',
      data: { valid_until: '2026-12-31' },
      ...more,
    });
    const facts = [
      exemption('sun', { confirmed_on: '2026-07-05' }),
      exemption('wu', { confirmed_on: '2026-05-02', ended_on: '2026-08-01' }),
    ];
    expect(failuresOf({ as_of: '2026-07-04', postings, facts }, ['sun'])).toBe('');
    expect(failuresOf({ as_of: '2026-07-05', postings, facts }, [])).toBe('');
    expect(failuresOf({ as_of: '2026-08-01', postings, facts }, ['wu'])).toBe('');
    const rejected = [exemption('sun', { rejected_on: '2026-05-03' }), exemption('wu', { confirmed_on: '2026-05-03' })];
    expect(failuresOf({ as_of: '2026-07-05', postings, facts: rejected }, ['sun'])).toBe('');
  });
});

describe('an exemption', () => {
  const postings = [posting('p1', 'zhang', '王庄'), posting('p2', 'zhou', '李庄')];
  const accepted = { confirmed_on: '2026-05-02' };
  const of = (subject: string, date: string, valid_until: string | null) => ({
    form: 'exemption',
    subject,
    date,
    ...(valid_until === null ? {} : { data: { valid_until } }),
    ...accepted,
    recorded_on: '2026-05-01',
  });
  const wu = of('wu', '2026-05-01', '2026-12-31');

  it('ends after its last day, and says so', () => {
    const facts = [of('sun', '2026-05-01', '2026-08-31'), wu];
    expect(failuresOf({ as_of: '2026-08-31', postings, facts }, [])).toBe('');
    const because = ['孙丽：应派未派（豁免已于 2026-08-31 到期）'];
    expect(failuresOf({ as_of: '2026-09-01', postings, facts }, ['sun'], because)).toBe('');
  });

  it('is renewed by a later entry, and begins on its own day', () => {
    const facts = [of('sun', '2026-05-01', '2026-08-31'), of('sun', '2026-09-10', '2026-12-31'), wu];
    expect(failuresOf({ as_of: '2026-09-09', postings, facts }, ['sun'])).toBe('');
    expect(failuresOf({ as_of: '2026-09-10', postings, facts }, [])).toBe('');
  });

  it('without its last day lifts nothing', () => {
    expect(failuresOf({ as_of: '2026-07-05', postings, facts: [of('sun', '2026-05-01', null), wu] }, ['sun'])).toBe('');
  });

  it('that holds until withdrawn has no last day', () => {
    const unfit = [posting('p1', 'sun', '王庄'), posting('p2', 'zhou', '李庄')];
    const facts = [of('sun', '2026-05-01', '2026-05-31'), wu];
    expect(failuresOf({ as_of: '2026-09-01', postings: unfit, facts }, ['zhang'])).toBe('');
    const withdrawn = [{ ...of('sun', '2026-05-01', '2026-05-31'), ended_on: '2026-08-01' }, wu];
    expect(failuresOf({ as_of: '2026-09-01', postings: unfit, facts: withdrawn }, ['p1', 'zhang'])).toBe('');
  });
});

describe('mistakes in a rule', () => {
  const problemsOf = (change: object): string[] => {
    const [assignment] = pack.assignments;
    const loaded = loadPack(examplePackFiles({ ...pack, assignments: [{ ...assignment, ...change }] }));
    return loaded.pack ? checkPacks([loaded.pack]).map(({ code, words }) => `${code}: ${words.en}`) : ['not loaded'];
  };
  const message = say('x');

  it.each([
    [{ each: [{ check: 'village.attributes.targt', message }] }, 'There is no field named “village.attributes.targt”'],
    [{ postings: 'first-secretery' }, 'unknown-posting-kind'],
    [{ per: [{ key: 'organisation', message }] }, 'no-bound'],
    [{ per: [{ key: 'organisation', at_least: 1, message }] }, 'no-base'],
    [{ per: [{ key: 'person', at_least: 1, among: { kinds: ['village'] }, message }] }, 'no-base'],
    [{ per: [{ key: 'organisation', at_least: 3, at_most: 2, among: { kinds: ['village'] }, message }] }, 'never-met'],
    [{ per: [{ key: 'person', at_most_share: 0.5, message }] }, 'no-base: It is not said whose share it is'],
    [{ per: [{ key: 'person', that: 'true', at_most_share: 0.5, at_most: 3, message }] }, 'two-figures'],
    [{ per: [{ key: 'person', that: 'true', at_most_share: 80, message }] }, 'never-met: The share is above 1'],
    [{ per: [{ key: 'person', mean: 'village.attributes.targt', at_most: 3, message }] }, 'no field named'],
    [{ per: [{ key: 'person', at_most: 'size("x")', message }] }, 'no organisation to work it out for'],
    [{ per: [{ key: 'organisation', at_most: 'organisation.name', message }] }, 'This must give a number'],
    [{ all_posted: { who: 'village.name == "x"', message } }, 'There is no field named “village”'],
    [{ all_posted: { who: 'true', exempted_by: { form: 'exemptions', until: 'withdrawn' }, message } }, 'unknown-form'],
    [
      { all_posted: { who: 'true', exempted_by: { form: 'exemption', until: { field: 'valid_untl' } }, message } },
      'There is no field “valid_untl”',
    ],
    [
      { all_posted: { who: 'true', exempted_by: { form: 'exemption', until: { field: 'seen_on' } }, message } },
      'not-a-last-day: “seen_on” is not a date field that every entry has',
    ],
    [
      { all_posted: { who: 'true', exempted_by: { form: 'exemption', until: { field: 'renewed_until' } }, message } },
      'not-a-last-day: “renewed_until” is not a date field that every entry has',
    ],
    [
      { all_posted: { who: 'true', exempted_by: { form: 'notice', until: 'withdrawn' }, message } },
      'not-about-persons: “notice” is not about a posting or a person',
    ],
  ])('%j', (change, says) => expect(problemsOf(change).join('\n')).toContain(says));

  it('is sound as written', () => expect(problemsOf({})).toEqual([]));

  it('takes forms about postings and about persons for exemptions', () => {
    for (const form of ['recall', 'exemption'])
      expect(problemsOf({ each: [{ check: 'true', message, excused_by: { form, until: 'withdrawn' } }] })).toEqual([]);
  });
});

describe('mistakes in a rule over holders or members', () => {
  const message = say('x');
  const kin = (of: object) => ({
    id: 'kin',
    subject: { person: true },
    date: 'on',
    fields: [
      { id: 'on', type: 'date' },
      { id: 'relatives', title: say('近亲属'), type: 'subjects', of },
    ],
  });
  const problemsOf = (rule: object, of: object = { person: true }): string[] => {
    const loaded = loadPack(
      examplePackFiles({
        kinds: {
          organisations: [{ id: 'village', title: say('村'), level: 5, parents: [] }],
          posts: [{ id: 'secretary', title: say('书记'), of: ['village'] }],
        },
        forms: [kin(of)],
        assignments: [{ id: 'team', ...rule }],
      }),
    );
    const problems = loaded.pack ? checkPacks([loaded.pack]) : loaded.problems;
    for (const { line, wayOut } of problems) expect([line >= 1, wayOut['zh-CN'] !== '']).toEqual([true, true]);
    return problems.map(({ code, words }) => `${code}: ${words.en}`);
  };
  const holders = { holders: 'secretary', of: ['village'] };
  const members = { members: ['village'] };
  const vacant = { at_most: { months: 3 }, message };
  const stay = { at_most: { years: 10 }, counted: 'post', message };
  const apart = { form: 'kin', field: 'relatives', message };

  it('is sound as written', () => {
    const per = [{ key: 'organisation', that: "'secretary' in posts", at_least: 1, message }];
    const each = [{ check: 'since > "2020-01-01"', message }];
    expect(problemsOf({ ...holders, per, each, vacant, stay, apart })).toEqual([]);
    expect(problemsOf({ ...members, per: [{ key: 'organisation', at_least: 3, message }], apart })).toEqual([]);
  });

  it.each([
    [{ each: [{ check: 'true', message }] }, 'one-set: A rule is about exactly one'],
    [{ ...holders, ...members }, 'one-set'],
    [{ holders: 'secretary' }, 'no-base: It is not said in which kinds'],
    [{ ...members, of: ['village'] }, 'no-base: Only holders take `of`'],
    [{ holders: ['secretary', 'clerk'], of: ['village'] }, 'unknown-post-kind'],
    [{ holders: 'secretary', of: ['hamlet'] }, 'unknown-organisation-kind'],
    [{ members: ['hamlet'] }, 'unknown-organisation-kind'],
    [{ ...members, vacant }, 'never-met: Members hold no post'],
    [{ ...members, stay }, 'never-met: Members hold no post'],
    [{ ...holders, vacant: { ...vacant, posts: ['clerk'] } }, 'unknown-post-kind'],
    [{ ...holders, vacant: { ...vacant, among: { kinds: ['hamlet'] } } }, 'unknown-organisation-kind'],
    [{ ...holders, vacant: { ...vacant, among: { kinds: ['village'], where: 'organisation.nme == "x"' } } }, 'nme'],
    [{ ...holders, per: [{ key: 'organisation', that: "'clerk' in posts", at_least: 1, message }] }, 'clerk'],
    [{ ...members, per: [{ key: 'organisation', that: 'since > "2020-01-01"', at_least: 1, message }] }, 'since'],
    [{ ...holders, per: [{ key: 'sending-organisation', at_most: 1, message }] }, 'no-base: Only postings are sent'],
    [{ ...holders, apart: { ...apart, form: 'kinn' } }, 'unknown-form'],
    [{ ...holders, apart: { ...apart, field: 'relative' } }, 'unknown-field'],
    [{ ...holders, apart: { ...apart, field: 'on' } }, 'not-about-persons'],
    [{ ...holders, stay: { at_most: { years: 10 }, message } }, 'counted'],
  ])('%j', (rule, says) => expect(problemsOf(rule).join('\n')).toContain(says));

  it('names persons where somebody must keep apart', () => {
    expect(problemsOf({ ...holders, apart }, { organisation: ['village'] }).join()).toContain('not-about-persons');
  });
});
