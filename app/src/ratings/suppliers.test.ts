import { compile, type Value } from '@luoshi/engine';
import { expect, it } from 'vitest';
import { packsFor } from '../../test/packs/read-packs.ts';
import { suppliersOf } from './suppliers.ts';

const policy = compile(packsFor('weinan'));

const lacking = (...whats: string[]): { score: Value; grade: null } => ({
  score: { state: 'not-known', missing: whats.map((what) => ({ what, words: { 'zh-CN': what, en: what } })) },
  grade: null,
});

it('says who lays down a figure, who enters a record, what is waited for, and nothing where it is nobody’s', () => {
  const [form] = policy.forms.keys();
  const rows = [
    lacking('parameter:appraisal.weight.premises', `form:${form}.some_field`),
    lacking('rating:county-year', 'peers'),
  ];
  const suppliers = suppliersOf(policy, rows);
  expect(Object.keys(suppliers)).toEqual([
    'parameter:appraisal.weight.premises',
    `form:${form}.some_field`,
    'rating:county-year',
  ]);
  expect(suppliers['parameter:appraisal.weight.premises']?.['zh-CN']).toMatch(
    /^由中共渭南市委组织部定下，写入制度包“.+”$/,
  );
  expect(suppliers[`form:${form}.some_field`]?.['zh-CN']).toContain(policy.forms.get(form ?? '')?.title['zh-CN']);
  expect(suppliers['rating:county-year']?.en).toContain(policy.ratings.get('county-year')?.title.en);
});
