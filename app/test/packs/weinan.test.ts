import { type Form, validateEntry, valueToJson } from '@luoshi/engine';
import { describe, expect, it } from 'vitest';
import { holdCoverage } from './hold-coverage.ts';
import { holdPack } from './hold-pack.ts';
import { readPack } from './read-packs.ts';

const policy = holdPack('weinan', { examples: 60 });
holdCoverage('weinan', 'R004');

const weinan = readPack('weinan');
const TODAY = '2026-12-31';

function formOf(id: string): Form {
  const form = policy.forms.get(id);
  if (!form) throw new Error(`no form ${id}`);
  return form;
}
const refusals = (id: string, data: Parameters<typeof validateEntry>[1]) =>
  validateEntry(formOf(id), data, { today: TODAY }).map(({ words }) => words['zh-CN']);

describe('nobody judges an own case', () => {
  const check = {
    graded_on: '2026-12-01',
    organisation: true,
    team: true,
    carrier: true,
    rules: true,
    premises: true,
    service: true,
    grounds: '逐项有据',
  };
  const close = { closed_on: '2026-12-01', closes: 'J-01', evidence: '批复' };

  it('a matter is struck off by somebody else (R004-17)', () => {
    expect(refusals('matter-closed', { ...close, verified_by_other: true })).toEqual([]);
    expect(refusals('matter-closed', { ...close, verified_by_other: false }).join()).toContain('承办人不能给自己销号');
  });

  it('who owns the target of upgrading does not decide the grade (A25)', () => {
    expect(refusals('branch-check', { ...check, by_other: true })).toEqual([]);
    expect(refusals('branch-check', { ...check, by_other: false }).join()).toContain('不能给自己定档');
  });
});

describe('blocks', () => {
  const block = {
    promotion_block_on: '2026-12-01',
    promotion_reason: '场所未全覆盖',
    promotion_until: '2027-11-30',
    months: 12,
    promotion_heard: true,
    appeal_told: true,
    measures_same_fact: 0,
  };

  it('of promotion have an end of at most a year, a hearing and an appeal (R004-34, A10, A11)', () => {
    expect(refusals('promotion-block', block)).toEqual([]);
    const { promotion_until: _, ...endless } = block;
    for (const wrong of [
      endless,
      { ...block, months: 13 },
      { ...block, promotion_heard: false },
      { ...block, appeal_told: false },
      { ...block, measures_same_fact: 3 },
    ])
      expect(refusals('promotion-block', wrong)).not.toEqual([]);
  });

  it('of honours stand for a duty of the township itself whose funds had arrived (A41)', () => {
    const honours = {
      decided_block_on: '2026-12-01',
      block_reason: '场所未全覆盖',
      block_until: '2027-11-30',
      heard: true,
      own_duty: true,
      block_decided_by: '市委组织部',
    };
    expect(refusals('honour-block', honours)).toEqual([]);
    expect(refusals('honour-block', { ...honours, own_duty: false })).not.toEqual([]);
    expect(refusals('honour-block', { ...honours, heard: false })).not.toEqual([]);
  });

  it('are only proposed, after a hearing, and end', () => {
    const proposed = weinan.ratings.flatMap(({ consequences }) => consequences ?? []);
    expect(proposed.length).toBeGreaterThan(0);
    for (const { id, ends, hearing } of proposed) {
      expect(hearing, id).toBe('before');
      expect(ends, id).toBeDefined();
    }
  });
});

describe('fairness', () => {
  it('scores no finding, no suggestion and no publicity (A01, A24, A46)', () => {
    const ratings = JSON.stringify(weinan.ratings);
    for (const form of ['finding-return', 'finding-recheck', 'suggestion', 'publicity', 'reverse-review'])
      expect(ratings).not.toContain(`"${form}"`);
    const counted = weinan.obligations.flatMap(({ counts }) => counts).filter(({ form }) => form === 'finding-return');
    expect(counted.map(({ worth, where }) => [worth, where])).toEqual([[undefined, 'data.signed']]);
  });

  it('sets no person above another: what is said of members and officials has no place and no quota (A35)', () => {
    for (const { id, of, steps } of weinan.ratings)
      if ('members' in of || 'postings' in of)
        expect(
          steps.flatMap((step) => Object.keys(step)).filter((key) => ['rank', 'quota', 'top'].includes(key)),
          id,
        ).toEqual([]);
  });

  it('asks no single person’s age or schooling, and keeps what is said of a person restricted and for a time (A32, A56)', () => {
    for (const { id, subject, fields, restricted, retention_years } of weinan.forms) {
      if (subject.person === undefined && subject.posting === undefined) continue;
      expect(fields.map(({ title }) => title['zh-CN']).filter((title) => /年龄|学历|出生|收入/.test(title))).toEqual(
        [],
      );
      if (subject.person === true) {
        expect(restricted, id).toBe(true);
        expect(retention_years, id).toBeLessThanOrEqual(3);
      }
    }
  });

  it('puts safety before speed: unsafe premises never pass (A27)', () => {
    const acceptance = {
      accepted_on: '2026-12-01',
      work: 'new_build',
      safe: true,
      defects_open: 0,
      in_use: true,
      passed: true,
    };
    expect(refusals('premises-acceptance', acceptance)).toEqual([]);
    expect(refusals('premises-acceptance', { ...acceptance, safe: false })).not.toEqual([]);
    expect(refusals('premises-acceptance', { ...acceptance, defects_open: 1 })).not.toEqual([]);
  });

  it('lets a township secretary go within the term only with approval, and sets no barrier of age (R004-36, R004-37)', () => {
    const change = { changed_on: '2026-06-01', term_from: '2024-06-01', term_to: '2029-05-31' };
    expect(refusals('secretary-change', { ...change, approved: true, filing: '渭组备12号' })).toEqual([]);
    expect(refusals('secretary-change', { ...change, approved: false })).not.toEqual([]);
    expect(refusals('secretary-change', { ...change, changed_on: '2024-05-01', approved: false })).toEqual([]);
    const criteria = { criteria_on: '2026-03-01', no_barriers: false, joint_plan: true };
    expect(refusals('selection-criteria', criteria).join()).toContain('不得设年龄');
  });
});

describe('figures of the source', () => {
  it('are all there: P137 to P188', () => {
    const found = weinan.parameters.flatMap(({ source }) => /P\d{3}/.exec(source.note ?? '')?.[0] ?? []);
    const wanted = Array.from({ length: 188 - 137 + 1 }, (_, i) => `P${137 + i}`);
    expect(found.sort()).toEqual(wanted);
  });

  it.each([
    'accountability.promotion-block.duration',
    'posts.dual.ratio',
    'graduate-official.practical-deeds',
    'appraisal.weight.premises',
    'appraisal.premises.deduction',
  ])('%s stays “not set” where the source gives none', (id) =>
    expect(policy.parameter(id, TODAY).state).toBe('not-known'),
  );

  it('hold the bounds the forms enforce', () => {
    const bound = (form: string, field: string) => formOf(form).fields.find(({ id }) => id === field);
    const value = (id: string) => {
      const json = valueToJson(policy.parameter(id, TODAY));
      return json.state === 'known' ? Number(json.value) : null;
    };
    expect(bound('promotion-block', 'months')).toMatchObject({ max: value('accountability.block.months-max') });
    expect(bound('official-contract', 'term')).toMatchObject({ max: value('graduate-official.terms.max') });
    expect(bound('member-awards', 'members_honoured')).toMatchObject({ max: value('award.leading-members') });
  });

  it('are the targets of upgrading, which nobody’s grade depends on (P176, P177)', () => {
    const targets = weinan.ratings.find(({ id }) => id === 'branch-grade')?.targets ?? [];
    const percent = (id: string) => valueToJson(policy.parameter(id, TODAY));
    expect(targets.map(({ at_least, at_most }) => Number(at_least ?? at_most) * 100)).toEqual([30, 20]);
    expect(percent('grading.share.good-or-fairly-good')).toMatchObject({ value: '30' });
    expect(percent('grading.share.fairly-poor')).toMatchObject({ value: '20' });
  });

  it('hold the limits of honours', () =>
    expect(
      ['award.best-townships', 'award.strong-villages', 'award.leading-members'].map((id) =>
        valueToJson(policy.parameter(id, TODAY)),
      ),
    ).toMatchObject([{ value: '10' }, { value: '100' }, { value: '1000' }]));
});
