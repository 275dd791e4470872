import { describe, expect, it } from 'vitest';
import { addressOf } from './address.ts';

describe('addressOf', () => {
  it('puts a read into the query, lists by repetition, absent values not at all', () => {
    const address = addressOf(['GET', '/api/a/b'], { list: ['x', 'y'], day: '2026-09-01', none: undefined, nil: null });
    expect(address).toEqual({ method: 'GET', path: '/api/a/b?list=x&list=y&day=2026-09-01' });
  });

  it('puts a write into the body', () => {
    expect(addressOf(['POST', '/api/a/b'], { id: '1', n: 2 })).toEqual({
      method: 'POST',
      path: '/api/a/b',
      body: { id: '1', n: 2 },
    });
  });

  it('puts an id into the path where the route has a place for it', () => {
    expect(addressOf(['POST', '/api/a/{id}/b'], { id: 'a/b', n: 2 })).toEqual({
      method: 'POST',
      path: '/api/a/a%2Fb/b',
      body: { n: 2 },
    });
    expect(addressOf(['GET', '/api/a/{id}/b'], { id: '1' }).path).toBe('/api/a/1/b');
  });
});
