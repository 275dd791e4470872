import { validateEntry, valueToJson } from '@luoshi/engine';
import { describe, expect, it } from 'vitest';
import { holdCoverage } from './hold-coverage.ts';
import { holdPack } from './hold-pack.ts';
import { readPack } from './read-packs.ts';

const policy = holdPack('xishui', { examples: 90 });
holdCoverage('xishui', 'R000');

const pack = readPack('xishui');
const forms = [...policy.forms.values()];
const titles = [
  ...forms.flatMap(({ title, fields }) => [title['zh-CN'], ...fields.map((field) => field.title['zh-CN'])]),
  ...[...policy.measures.values()].map(({ title }) => title['zh-CN']),
  ...[...policy.obligations.values()].map(({ title }) => title['zh-CN']),
];
const today = { today: '2026-12-31' };
const refused = (form: string, data: Record<string, string | number | boolean>) => {
  const asked = policy.forms.get(form);
  if (!asked) throw new Error(`There is no form ${form}`);
  return validateEntry(asked, data, today).map(({ words }) => words['zh-CN']);
};

describe('figures of the source', () => {
  it('are all there: P001 to P036', () => {
    const found = pack.parameters.flatMap(({ source }) => /^P\d{3}/.exec(source.note ?? '')?.[0] ?? []);
    const wanted = Array.from({ length: 36 }, (_, i) => `P${String(1 + i).padStart(3, '0')}`);
    expect(found.sort()).toEqual(wanted);
  });

  it.each([
    'funds.operating.standard',
    'collective-income.low',
    'presence.working-day-share',
    'five-presence.items-set',
  ])('%s stays “not set” where the source gives none (A16)', (id) =>
    expect(policy.parameter(id, '2026-06-01').state).toBe('not-known'),
  );

  it('are said to be set by the pack where the source leaves them open', () => {
    const own = pack.parameters.filter(({ source: { note } }) => !/^P\d{3}/.test(note ?? ''));
    const unsaid = own.filter(({ source: { note } }) => !/由规则包|未设定|来源|党章|章程/.test(note ?? ''));
    expect(unsaid.map(({ id }) => id)).toEqual([]);
  });

  it('hold the floor of pay that conditions write out (P034)', () => {
    const floor = valueToJson(policy.parameter('pay.village-cadre.min', '2026-06-01'));
    expect(floor).toMatchObject({ value: '2000', unit: 'yuan' });
    const conditions = [policy.obligations.get('pay-floor')?.counts[0]?.where, policy.measures.get('pay-shortfall')];
    expect(JSON.stringify(conditions).match(/\b\d{4}\b/g)).toEqual(['2000', '2000', '2000']);
  });
});

describe('petitions (R000-63, A01, A02)', () => {
  it('the target of the source is read by no duty, measure or rating', () => {
    expect(policy.parameter('source-target.not-scored', '2026-06-01').state).toBe('known');
    const read = JSON.stringify([
      ...policy.obligations.values(),
      ...policy.measures.values(),
      ...policy.ratings.values(),
    ]);
    expect(read).not.toContain('source-target.not-scored');
  });

  it('how many requests there are, and who passes them where, has no better end and no rating', () => {
    for (const id of ['requests', 'first-gate-share']) expect(policy.measures.get(id)?.direction, id).toBe('neither');
    const rated = JSON.stringify([...policy.ratings.values()]);
    for (const id of ['requests', 'raised-again-share', 'own-competence-passed-up', 'first-gate-share'])
      expect(rated).not.toContain(`\\"${id}\\"`);
  });

  it('measures are asked for, and a plan without any cannot be saved', () =>
    expect(
      refused('grievance-plan', { adopted_on: '2026-03-01', measures: 0, owner: '书记', channels_open: true }),
    ).toEqual([expect.stringContaining('化解措施条数')]));
});

describe('what nobody is asked', () => {
  it('what cadres say online or in public has no form, field, measure or duty (R000-56, A05)', () =>
    expect(titles.filter((zh) => /言论|言行|网络(?!升级)|发帖|微信|微博|朋友圈|舆情/.test(zh))).toEqual([]));

  it('income or poverty of a candidate (R000-23, A31)', () => {
    const fields = policy.forms.get('candidate-vetting')?.fields ?? [];
    expect(fields.filter(({ id, title }) => /income|poor|poverty|收入|贫/.test(id + title['zh-CN']))).toEqual([]);
  });

  it('age of a single cadre (R000-22, A32)', () => {
    const asking = forms.filter(({ fields }) => fields.some(({ title }) => /年龄|岁|出生/.test(title['zh-CN'])));
    expect(asking.map(({ id }) => id)).toEqual(['cadre-roster']);
    expect(policy.forms.get('cadre-roster')?.fields.some(({ id }) => id === 'code')).toBe(false);
  });

  it('contents of the five items the source does not list (R000-30, A53)', () => {
    const item = policy.forms.get('five-presence')?.fields.find(({ id }) => id === 'item');
    const options = item && 'options' in item ? item.options.map(({ title }) => title['zh-CN']) : [];
    expect(options).toHaveLength(5);
    for (const option of options) expect(option).toMatch(/^第.项（待按市文件填入）$/);
  });
});

describe('due process', () => {
  const decision = {
    decided_on: '2026-09-20',
    fact: 'SS-1',
    code: 'M-1',
    post: 'village',
    cause: 'premises',
    facts_shown_on: '2026-09-01',
    heard_on: '2026-09-10',
    measure: 'talk',
    effect_ends: '2027-03-20',
    appeal_until: '2026-10-20',
  };

  it('a decision with facts, hearing, end and appeal is accepted', () =>
    expect(refused('accountability-decision', decision)).toEqual([]));

  it.each([
    ['hearing six days after the facts', { heard_on: '2026-09-07' }, '7天'],
    ['decision before the hearing', { heard_on: '2026-09-21' }, '先听取说明'],
    ['effect of thirteen months', { effect_ends: '2027-10-21' }, '12个月'],
    ['no time to appeal', { appeal_until: '2026-09-20' }, '申诉'],
  ])('%s is refused (A11, A57)', (_, change, words) =>
    expect(refused('accountability-decision', { ...decision, ...change })).toEqual([expect.stringContaining(words)]),
  );

  it('an elected seat cannot be changed by decision from above (A30)', () => {
    const change = { decided_on: '2026-05-01', code: 'G-1', kind: 'elected', heard: true };
    expect(refused('post-change', { ...change, route: 'resignation' })).toEqual([]);
    expect(refused('post-change', { ...change, route: 'decision' })).toEqual([expect.stringContaining('选举产生')]);
  });

  it('a swap of assets needs a valuation and a collective decision (A28)', () => {
    const swap = { agreed_on: '2026-05-01', number: 'X-1', kind: 'swap', amount: 1000, decided: true };
    expect(refused('premises-funding', { ...swap, valued: true })).toEqual([]);
    expect(refused('premises-funding', { ...swap, valued: false })).toEqual([expect.stringContaining('评估')]);
  });

  it('restricts what is about a single person and lets it expire (A43, A56)', () => {
    const about = pack.forms.filter(
      ({ id, fields }) => fields.some(({ id: field }) => field === 'code') && id !== 'coverage-entity',
    );
    expect(about.length).toBeGreaterThan(7);
    for (const { id, restricted, retention_years } of about) {
      expect(restricted, id).toBe(true);
      expect(retention_years, id).toBeLessThanOrEqual(5);
    }
  });
});
