import { expect, test } from 'vitest';
import { type Scope } from '../platform/access/scope.ts';
import { grantsChanged, ScopeCache } from './scope-cache.ts';

const SCOPE = { jurisdiction: '371522', account: 'a' } as Partial<Scope> as Scope;
const KEY = 'asking  session=abc';

test('a scope is remembered until grants change or its session ends', () => {
  const cache = new ScopeCache();
  cache.keep(KEY, SCOPE, cache.generation);
  expect(cache.find(KEY)?.scope).toBe(SCOPE);
  grantsChanged();
  expect(cache.find(KEY)).toBeUndefined();
  cache.keep(KEY, SCOPE, cache.generation);
  cache.forgetSession('session=abc');
  expect(cache.find(KEY)).toBeUndefined();
});

test('what was looked up while the session ended is not remembered', () => {
  const cache = new ScopeCache();
  const asOf = cache.generation;
  cache.forgetSession('session=abc');
  cache.keep(KEY, SCOPE, asOf);
  expect(cache.find(KEY)).toBeUndefined();
});
