import { describe, expect, it } from 'vitest';
import { checkPacks } from './check/check.ts';
import { beyond } from './kept.ts';
import { loadKept, loadPack } from './pack/load.ts';
import type { Pack } from './pack/pack.ts';
import { compile, compileKept } from './policy.ts';
import { PolicyError } from './problem.ts';

const MANIFEST = `
id: small
version: 1.0.0
title: { zh-CN: 小县, en: Small county }
authority: { zh-CN: 县, en: County }
in_force: { from: "2026-01-01" }
`;
const KINDS = `
organisations: [{ id: village, title: { zh-CN: 村, en: Village }, level: 5, parents: [] }]
units: [{ id: point, title: { zh-CN: 分, en: points } }]
`;
const form = (minutes: number) => `
id: meeting
title: { zh-CN: 会议, en: Meeting }
source: { document: 办法 }
owner: { zh-CN: 支书, en: Secretary }
frequency: month
minutes: ${minutes}
subject: { organisation: [village] }
date: held
entered_by: [village-clerk]
fields: [{ id: held, type: date, title: { zh-CN: 日期, en: Day }, required: true }]
`;
const rating = (award: string, result = 'class') => `
id: year
title: { zh-CN: 年评, en: Year }
source: { document: 办法 }
of: { organisations: [village] }
period: { every: year }
part_period: rated
unit: point
scales: [{ id: class, title: { zh-CN: 等次, en: Class }, grades: [{ id: good, title: { zh-CN: 好, en: Good } }, { id: fair, title: { zh-CN: 中, en: Fair } }] }]
targets: [{ id: good, title: { zh-CN: 占比, en: Share }, grades: [good], at_most: 0.3 }]
steps:
  - id: held
    title: { zh-CN: 会议, en: Meetings }
    item: { full: 10, starts: zero, award: [${award}], floor: none, cap: full, missing: stop }
  - id: class
    title: { zh-CN: 等次, en: Class }
    bands: { of: held, scale: class, rows: [{ at_least: 1, gives: { grade: good } }], otherwise: none }
result: { score: held, grade: ${result} }
`;
const award = (points: number, form = 'meeting') =>
  `{ id: m, title: { zh-CN: 次, en: Each }, points: ${points}, times: { count: { form: ${form} } }, units: full }`;
const files = (minutes: number, rating: string) => [
  { path: 'pack.yaml', text: MANIFEST },
  { path: 'kinds/kinds.yaml', text: KINDS },
  { path: 'forms/meeting.yaml', text: form(minutes) },
  { path: 'ratings/year.yaml', text: rating },
];
const kept = (minutes: number, rating: string): Pack => {
  const { pack, problems } = loadKept(files(minutes, rating));
  if (!pack) throw new Error(JSON.stringify(problems));
  return pack;
};
const codes = (problems: readonly { readonly code: string }[]) => problems.map(({ code }) => code);
const stopped = (packs: readonly Pack[]) => {
  try {
    compileKept(packs);
    return [];
  } catch (error) {
    if (error instanceof PolicyError) return codes(error.problems);
    throw error;
  }
};
const WORLD = {
  organisations: [{ id: 'v', kind: 'village', name: '王庄村', parent: null, from: '2020-01-01', attributes: {} }],
  ...{ persons: [], postings: [], tenures: [], memberships: [] },
  facts: ['2026-02-01', '2026-03-01'].map((day) => ({
    id: day,
    form: 'meeting',
    subject: { kind: 'organisation' as const, id: 'v' },
    date: day,
    data: { held: day },
    recordedAt: `${day}T08:00:00.000Z`,
    recordedOn: day,
    recordedBy: { account: 'a', name: '张三' },
  })),
};

describe('a version that was accepted on its day', () => {
  it('is read and worked out with numbers that a new version may not have', () => {
    const text = files(-1, rating(award(-2)));
    expect(loadPack(text).pack).toBeNull();
    const pack = kept(-1, rating(award(-2)));
    expect(codes(loadKept(text).problems)).toEqual(['out-of-range']);
    expect(() => compile([pack])).toThrow(PolicyError);
    const { policy, toMend } = compileKept([pack]);
    expect(codes(toMend)).toEqual(['negative-points']);
    const { rated } = policy.rate(WORLD, { rating: 'year', period: '2026', asOf: '2026-12-31' });
    expect(rated[0]?.score).toMatchObject({ state: 'known', value: { d: [4], s: -1 } });
  });

  it('is not, where its text does not say what is meant', () => {
    expect(loadKept(files(1, `${rating(award(1))}more: 1\n`)).pack).toBeNull();
    expect(stopped([kept(1, rating(award(1, 'gathering')))])).toEqual(['unknown-form']);
    expect(stopped([kept(1, rating(award(1), 'held'))])).toEqual(['wrong-kind']);
    expect(stopped([kept(1, rating(award(1)).replace('of: held', 'of: class'))])).toContain('circular');
  });

  it('is compiled with what was accepted of it, and with nothing more', () => {
    const pack = kept(1, rating(award(-2)));
    const accepted = checkPacks([pack]);
    expect(compile([pack], accepted).ratings.has('year')).toBe(true);
    const worse = kept(1, rating(`${award(-2)}, ${award(-3).replace('id: m', 'id: n')}`));
    expect(codes(beyond(checkPacks([worse]), accepted))).toEqual(['negative-points']);
    expect(() => compile([worse], accepted)).toThrow(/-3/);
  });
});
