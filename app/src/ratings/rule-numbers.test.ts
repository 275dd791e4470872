import { compile } from '@luoshi/engine';
import { expect, it } from 'vitest';
import { packsFor } from '../../test/packs/read-packs.ts';
import { ruleNumbers } from './rule-numbers.ts';

it('tells the numbers of a step apart by the part they are of', () => {
  const rating = compile(packsFor('district-appraisal')).ratings.get('leader-appraisal');
  if (!rating) throw new Error('the scheme is gone');
  const numbers = ruleNumbers(rating).map(({ step, part, value }) => [step['zh-CN'], part['zh-CN'], value]);
  expect(numbers).toContainEqual(['综合得分', '抓党建工作·原满分', '100']);
  expect(new Set(numbers.map(String)).size).toBe(numbers.length);
});
