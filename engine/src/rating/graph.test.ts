import { beforeAll, expect, it } from 'vitest';
import { SCHEME, schemePack } from '../../test/village-scheme.ts';
import { compile } from '../policy.ts';
import type { RatingGraph } from './graph.ts';

let graph: RatingGraph;
let byId: Map<string, RatingGraph['steps'][number]>;
beforeAll(() => {
  graph = compile([schemePack()]).ratingGraph('village-year');
  byId = new Map(graph.steps.map((step) => [step.id, step]));
});

it('lists every step once, and never before what it needs, whatever the order in the pack', () => {
  expect(graph.steps.map(({ id }) => id).sort()).toEqual(['class', 'meetings', 'place', 'reports', 'total']);
  graph.steps.forEach(({ needs }, index) => {
    for (const need of needs) expect(graph.steps.findIndex(({ id }) => id === need)).toBeLessThan(index);
  });
  expect(Object.fromEntries(graph.steps.map(({ id, layer }) => [id, layer]))).toEqual({
    reports: 0,
    meetings: 0,
    total: 1,
    class: 2,
    place: 2,
  });
});

it('knows which steps must know all subjects', () => {
  expect(graph.steps.filter(({ over }) => over === 'set').map(({ id, set }) => `${id}: ${set?.en}`)).toEqual([
    'place: all subjects',
  ]);
  const [rating] = SCHEME.ratings;
  const mean = { when: 'meetings > 0', why: { 'zh-CN': '无', en: 'none' }, otherwise: 'peers-mean' };
  const steps = rating?.steps.map((step) => (step.id === 'reports' ? { ...step, applies: mean } : step));
  const peers = compile([schemePack({ ...SCHEME, ratings: [{ ...rating, steps }] })]).ratingGraph('village-year');
  expect(peers.steps.find(({ id }) => id === 'reports')).toMatchObject({ over: 'set', needs: ['meetings'] });
});

it('names what steps read, in constructs and formulas alike', () => {
  expect(byId.get('reports')?.reads.map(({ kind, id }) => `${kind}:${id}`)).toEqual(['parameter:marks', 'form:report']);
  expect(byId.get('meetings')?.reads).toEqual([
    { kind: 'measure', id: 'meetings', title: { 'zh-CN': '会议次数', en: 'Meetings' } },
  ]);
  expect(graph.inputs.map(({ kind, id }) => `${kind}:${id}`).sort()).toEqual([
    'form:report',
    'measure:meetings',
    'parameter:marks',
  ]);
  expect(graph.edges).toContainEqual({ from: 'parameter:marks', to: 'total' });
  expect(graph.edges).toContainEqual({ from: 'total', to: 'place' });
  expect(byId.get('total')?.results).toEqual(['score']);
});

it('refuses a rating that is not there', () => {
  expect(() => compile([schemePack()]).ratingGraph('other')).toThrow('There is no rating “other”');
});
