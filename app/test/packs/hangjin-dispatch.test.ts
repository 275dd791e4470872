import { type EntryData, type Form, validateEntry, valueToJson } from '@luoshi/engine';
import { describe, expect, it } from 'vitest';
import { holdCoverage } from './hold-coverage.ts';
import { holdPack } from './hold-pack.ts';
import { readPack } from './read-packs.ts';

const policy = holdPack('hangjin-dispatch', { examples: 60 });
holdCoverage('hangjin-dispatch', 'R003');

const hangjin = readPack('hangjin-dispatch');
const getForm = (id: string): Form => {
  const form = policy.forms.get(id);
  if (!form) throw new Error(`There is no form “${id}”`);
  return form;
};
const refusals = (form: string, data: EntryData): string[] =>
  validateEntry(getForm(form), data, { today: '2026-10-01' }).map(({ words }) => words.en);

describe('fairness', () => {
  it('records no remarks of heads: the request has no text at all (R003-34, A05)', () => {
    expect(getForm('support-request').fields.map(({ type }) => type)).not.toContain('text');
    const duty = policy.obligations.get('support-answer');
    expect(duty?.counts.map(({ where }) => where)).toEqual(['has(data.answered_on)']);
  });

  it('lets nobody judge or close an own case', () => {
    for (const id of ['dispatch-task', 'star-decision', 'sector-support', 'strict-measure', 'peer-value'])
      expect(getForm(id).entered_by, id).toEqual(['county-officer']);
    for (const id of ['guidance-class', 'contract-item-review'])
      expect(getForm(id).entered_by, id).not.toContain('village-clerk');
    const cycle = { as_at: '2026-09-30', report_1_on: '2026-06-20', review_1_on: '2026-06-25', reviewer_groups: 2 };
    const assessed = { ...cycle, assess_1_on: '2026-06-30' };
    expect(refusals('double-report-cycle', { ...assessed, own_case_recused: true })).toEqual([]);
    expect(refusals('double-report-cycle', { ...assessed, own_case_recused: false })).toEqual([
      'Those concerned must stand aside',
    ]);
  });

  it('keeps the order report, review, assessment (R003-20)', () => {
    const data = { as_at: '2026-09-30', report_1_on: '2026-06-20', review_1_on: '2026-06-19', reviewer_groups: 2 };
    expect(refusals('double-report-cycle', data)).toEqual([
      'Report comes first: the first review cannot be before the first report',
    ]);
  });

  it('gives no stars as long as the bands are not set, and no scheme forces a share of villages down (A07, A16)', () => {
    for (const parameter of hangjin.parameters.filter(({ id }) => id.startsWith('star.scheme.')))
      expect(Object.values(parameter.values), parameter.id).toEqual([null]);
    for (const { id, steps } of hangjin.ratings)
      for (const step of steps) expect('quota' in step || 'rank' in step, `${id}.${step.id}`).toBe(false);
  });

  it('keeps stars from becoming final while an objection waits for its answer (R003-17)', () => {
    const dates = (answeredOn?: string) =>
      policy.publicationDates({
        rating: 'village-stars',
        shownOn: '2026-12-07',
        objection: { on: '2026-12-10', ...(answeredOn === undefined ? {} : { answeredOn }) },
      });
    expect(dates()).toMatchObject({ objectUntil: '2026-12-14', inTime: true, answerBy: '2026-12-24', finalOn: null });
    expect(dates('2026-12-18').finalOn).toBe('2026-12-19');
  });

  it('refuses an appointment decided at the wrong level, whoever enters it (R003-43)', () => {
    const data = { decided_on: '2026-09-01', managed_by: 'banner', steps: ['motion', 'discussion'] };
    expect(refusals('cadre-action', { ...data, decided_by: 'banner' })).toEqual([]);
    expect(refusals('cadre-action', { ...data, decided_by: 'unit' })).toEqual([
      'The level that decided does not manage this post: it cannot be done',
    ]);
  });

  it('admits by readiness and steps, records no name, and lets it expire (R003-42, A34)', () => {
    const data = { admitted_on: '2026-09-01', code: '01', ready_on: '2026-08-01', by_readiness: true };
    expect(refusals('admission', { ...data, steps_in_order: false })).toEqual([
      'Steps are missing or out of order: the admission cannot be made',
    ]);
    expect(refusals('admission', { ...data, steps_in_order: true })).toEqual([]);
    expect(getForm('admission')).toMatchObject({ restricted: true, retention_years: 5 });
  });

  it('sends nobody on a second trip of a kind before the first one was applied (R003-41, A47)', () => {
    const data = { from_day: '2026-09-01', kind: 'enterprise', people: 3, cost: 9000 };
    expect(refusals('study-trip', { ...data, earlier_applied: 'not_applied' })).toHaveLength(1);
    expect(refusals('study-trip', { ...data, earlier_applied: 'applied' })).toEqual([]);
  });

  it('ends every strict measure on a day and hears those concerned first (A11)', () => {
    const data = { taken_on: '2026-09-01', kind: 'reminder', people: 1, ends_on: '2027-03-01' };
    expect(refusals('strict-measure', { ...data, heard: false })).toEqual(['Those concerned must be heard first']);
    expect(getForm('strict-measure').fields.find(({ id }) => id === 'ends_on')?.required).toBe(true);
  });
});

describe('figures of the source', () => {
  it('are all there: P119 to P136', () => {
    const found = new Set(hangjin.parameters.flatMap(({ source }) => /P\d{3}/.exec(source.note ?? '')?.[0] ?? []));
    expect([...found].sort()).toEqual(Array.from({ length: 18 }, (_, i) => `P${119 + i}`));
  });

  it.each(['premises.area.built', 'premises.community.grant', 'sector.organ.good-branches', 'member.admission.quota'])(
    '%s stays “not set”: the source masks it or does not give it',
    (id) => expect(valueToJson(policy.parameter(id, '2026-06-01'))).toMatchObject({ state: 'not-known' }),
  );

  it('say who set what the source leaves open', () => {
    const open = hangjin.parameters.filter(({ id }) => /weight|per-quarter|many-activities/.test(id));
    expect(open).toHaveLength(10);
    for (const { id, source } of open) expect(source.note, id).toMatch(/^来源未/);
  });
});
