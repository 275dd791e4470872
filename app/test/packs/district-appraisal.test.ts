import { valueToJson, type World } from '@luoshi/engine';
import { describe, expect, it } from 'vitest';
import { holdCoverage } from './hold-coverage.ts';
import { holdPack } from './hold-pack.ts';
import { readPack } from './read-packs.ts';

const policy = holdPack('district-appraisal', { examples: 95 });
holdCoverage('district-appraisal', 'R001');

const pack = readPack('district-appraisal');
const forms = [...policy.forms.values()];
const fieldsOf = (form: string) => policy.forms.get(form)?.fields ?? [];
const rulesOf = (form: string) => (policy.forms.get(form)?.rules ?? []).map(({ check }) => check);

describe('figures of the source', () => {
  it('are all there: P037 to P073', () => {
    const found = pack.parameters.flatMap(({ source }) => /P\d{3}/.exec(source.note ?? '')?.[0] ?? []);
    const wanted = Array.from({ length: 73 - 37 + 1 }, (_, i) => `P${String(37 + i).padStart(3, '0')}`);
    expect(found.sort()).toEqual(wanted);
  });

  it.each([
    'report.township.coverage',
    'pay.village-cadre.annual',
    'funds.office.village',
    'funds.office.community',
    'major-matter.threshold',
    'performance-pay.factor.good',
  ])('%s stays “not set” where the source masks it or gives none (A16)', (id) =>
    expect(policy.parameter(id, '2026-06-01').state).toBe('not-known'),
  );

  it('are said to be set by the pack where the source leaves them open', () => {
    const source = new Set(pack.parameters.filter(({ source: { note } }) => /P\d{3}/.test(note ?? '')));
    const unsaid = pack.parameters.filter((one) => !source.has(one) && !/由规则包|未设定/.test(one.source.note ?? ''));
    expect(unsaid.map(({ id }) => id)).toEqual([]);
  });

  it('put Party building first among the weights of secretaries (P067)', () => {
    const weights = pack.parameters.filter(
      ({ id }) => id.startsWith('appraisal.weight.') && !/secretary|others/.test(id),
    );
    const valueOf = (id: string) =>
      Number(JSON.parse(JSON.stringify(valueToJson(policy.parameter(id, '2026-06-01')))).value);
    const [first, ...rest] = weights.map(({ id }) => [id, valueOf(id)] as const).sort(([, a], [, b]) => b - a);
    expect(first?.[0]).toBe('appraisal.weight.party-building');
    expect(rest[0]?.[1]).toBeLessThan(first?.[1] ?? 0);
    expect(weights.reduce((sum, { id }) => sum + valueOf(id), 0)).toBe(100);
  });
});

describe('due process', () => {
  it.each(['response-measure', 'criticism-notice', 'leadership-case', 'unqualified-case'])(
    '%s is heard and verified before it is decided (A57)',
    (form) => expect(rulesOf(form).some((check) => /heard_on\s*<=/.test(check))).toBe(true),
  );

  it.each([
    ['response-measure', 'effect_ends'],
    ['admonition-talk', 'effect_ends'],
    ['criticism-notice', 'effect_until'],
  ])('%s must end (A11)', (form, field) =>
    expect(fieldsOf(form).find(({ id }) => id === field)).toMatchObject({ type: 'date', required: true }),
  );

  it('shows the facts seven days before an admonition and ends it within a year (A08, A11)', () => {
    expect(rulesOf('admonition-talk').join()).toMatch(/facts_shown_on, data\.talked_on\) >= 7/);
    expect(rulesOf('admonition-talk').join()).toMatch(/effect_ends\) <= 12/);
  });

  it('restricts what is about a single person and lets it expire (A43, A56)', () => {
    const about = forms.filter(({ id, subject, fields }) => {
      const sensitive = fields.some(
        (field) => field.id === 'code' || /effect_ends|appeal_until|standards/.test(field.id),
      );
      return (
        pack.forms.some((form) => form.id === id) && (sensitive || (subject.person === true && /assessment/.test(id)))
      );
    });
    expect(about.length).toBeGreaterThan(5);
    for (const { id, restricted, retention_years } of about) {
      expect(restricted, id).toBe(true);
      expect(retention_years, id).toBeLessThanOrEqual(5);
    }
  });
});

describe('fairness', () => {
  it('judges nobody by attitude: overdue duties only (R001-81, A37)', () => {
    expect(policy.measures.get('duties-overdue')?.value).toMatchObject({ add: expect.any(Array) });
    expect(
      forms
        .flatMap(({ fields }) => fields.map(({ title }) => title['zh-CN']))
        .filter((zh) => /不想|混日子|等退休|等提拔/.test(zh)),
    ).toEqual([]);
  });

  it('keeps self-analysis and self-criticism to the fact and the number (R001-52, R001-54, A06)', () => {
    for (const form of ['self-analysis-round', 'life-measures', 'democratic-life-meeting'])
      expect(
        fieldsOf(form).some(({ type }) => type === 'text' || type === 'file'),
        form,
      ).toBe(false);
  });

  it('never scores how often residents come with a request (R001-15)', () => {
    const scored = JSON.stringify([...policy.ratings.values()]);
    for (const measure of ['requests', 'requests-open']) expect(scored).not.toContain(`"${measure}"`);
  });

  it('counts a vacancy only beyond the term and without an open procedure (A09)', () =>
    expect(JSON.stringify(policy.measures.get('team-overdue')?.value)).toMatch(/vacant_days.*procedure_open/));
});

describe('what follows', () => {
  const hears = ['review_opened', 'admonition', 'interview', 'rectify'];

  it('is heard first wherever it weighs on somebody, and ends where it lasts (A08, A11)', () => {
    const follows = pack.ratings.flatMap(({ consequences = [] }) => consequences);
    expect(follows.map(({ id }) => id)).toEqual(expect.arrayContaining(hears));
    for (const { id, hearing } of follows.filter((one) => hears.includes(one.id))) expect(hearing, id).toBe('before');
    for (const { id, ends, blocks } of follows) if (blocks) expect(ends, id).toBeDefined();
    expect(follows.find(({ id }) => id === 'admonition')?.ends).toEqual({ months: 12 });
  });

  it('is open to objection before any result is final', () => {
    for (const { id, publication } of pack.ratings) expect(publication, id).toBeDefined();
  });

  it('gives persons a grade and never a place', () => {
    const ofPersons = pack.ratings.filter(({ of }) => 'holders' in of);
    expect(ofPersons.length).toBeGreaterThanOrEqual(5);
    for (const { id, steps, result } of ofPersons) {
      expect(result.place, id).toBeUndefined();
      expect(
        steps.some((step) => 'rank' in step || 'top' in step),
        id,
      ).toBe(false);
    }
  });

  it('leaves a secretary in post since October out of the year', () => {
    const world: World = {
      organisations: [{ id: 't', kind: 'township', name: 't', parent: null, from: '2020-01-01' }],
      persons: [{ id: 'p', name: '高远' }],
      postings: [],
      tenures: [{ id: 'h', post: 'township-secretary', organisation: 't', person: 'p', from: '2026-10-01' }],
      facts: [],
    };
    const rated = (period: string, asOf: string) =>
      policy.rate(world, { rating: 'secretary-appraisal', period, asOf }).rated.map(({ subject }) => subject.id);
    expect(rated('2026', '2027-01-20')).toEqual([]);
    expect(rated('2027', '2028-01-20')).toEqual(['p']);
  });
});

describe('figures that rules repeat', () => {
  const figure = (id: string) => JSON.parse(JSON.stringify(valueToJson(policy.parameter(id, '2026-06-01')))).value;
  const whenOf = (duty: string) => policy.obligations.get(duty)?.when;

  it.each([
    ['answer-comment', 'comment-response.days'],
    ['found-when-ripe', 'founding.ripe.days'],
  ])('%s is due after the days of %s', (duty, id) =>
    expect(whenOf(duty)).toMatchObject({ within: Number(figure(id)) }),
  );

  it('answers to requests count within the days of request.answer.days', () =>
    expect(JSON.stringify(policy.measures.get('requests-in-time')?.value)).toContain(
      `<= ${figure('request.answer.days')}`,
    ));

  it('facts are shown the days of appraisal.hearing.days before a talk, whose effect ends in time', () => {
    expect(rulesOf('admonition-talk').join()).toContain(`>= ${figure('appraisal.hearing.days')}`);
    expect(rulesOf('admonition-talk').join()).toContain(`<= ${figure('accountability.effect.months')}`);
  });

  it.each([
    ['secretary-action', 'kind', 'secretary.action.kinds'],
    ['service-action', 'serves', 'service.kinds'],
    ['branch-census', 'sector', 'sector.count'],
    ['founding-step', 'stage', 'founding.stages'],
    ['rectification-case', 'weakness', 'rectification.weakness-types'],
    ['five-standards', 'standards', 'cadre.standards'],
    ['response-measure', 'level', 'accountability.response.levels'],
    ['secretary-report', 'tier', 'appraisal.tiers'],
  ])('%s offers as many of %s as %s says', (form, field, id) => {
    const found = fieldsOf(form).find((one) => one.id === field);
    expect(found && 'options' in found ? found.options.length : 0).toBe(Number(figure(id)));
  });
});
