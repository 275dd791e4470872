import { describe, expect, it } from 'vitest';
import { LANGUAGE_STEPS } from './steps.ts';
import { LANGUAGE, upgradePack } from './upgrade.ts';

const OLD = `# who must go
- id: dispatch
  all_posted:
    who: person.attributes.party_member
    exempted_by: dispatch-exemption # accepted
  each: [{ check: "true", excused_by: leave, message: { zh-CN: 不合格, en: Not eligible } }]
`;
const MEASURE = `id: income
value: { latest: { form: profile, of: data.income } } # the newest
counts: [{ form: profile, latest: true }]
`;
const of = (path: string, text: string, language = 1) => upgradePack([{ path, text }], language)[0]?.text ?? '';

describe('a pack written in an older language', () => {
  it('is written as today, with its comments', () => {
    const text = of('assignments/dispatch.yaml', OLD);
    expect(text).toContain('# who must go');
    expect(text).toMatch(/exempted_by:[^]*form: dispatch-exemption[^]*until: withdrawn/);
    expect(text).toMatch(/excused_by:\s*{\s*form: leave,\s*until: withdrawn\s*}/);
    expect(of('measures/income.yaml', MEASURE)).toContain('latest: { form: profile, of: data.income, carries: false }');
  });

  it('says that the ends of a ledger held at the end', () => {
    const row = '[{ title: a, entries: { form: a }, points: 1, valid: { ends: never } }]';
    const ledger = (more: string) => `steps: [{ id: a, ledger: { plus: ${row}, minus: ${row}, ${more} } }]\n`;
    expect(of('ratings/a.yaml', ledger('floor: 0, cap: none'), 3)).toContain('cap: none, ends_hold: at-the-end }');
    for (const same of ['floor: none, cap: none', 'floor: 0, cap: none, ends_hold: at-every-entry'])
      expect(of('ratings/a.yaml', ledger(same), 3)).toBe(ledger(same));
  });

  it('says that the largest remainders got what rounding left over', () => {
    const shared = (more: string) => `steps: [{ id: a, distribute: { pool: 100, by: b, to: yuan${more} } }]\n`;
    expect(of('ratings/a.yaml', shared(''), 4)).toContain('to: yuan, leftover: largest-remainder }');
    expect(of('ratings/a.yaml', shared(', leftover: kept'), 4)).toBe(shared(', leftover: kept'));
  });

  it('rounds places by the word that money and days are rounded by', () => {
    const quota = (mode: string) => `steps: [{ id: a, quota: { rounding: ${mode}, unfilled: lapse } }]\n`;
    expect(of('ratings/a.yaml', quota('nearest-half-up'), 5)).toContain('rounding: half-up, unfilled');
    expect(of('ratings/a.yaml', quota('nearest-half-up'), 6)).toBe(quota('nearest-half-up'));
    for (const same of ['down', 'largest-remainder']) expect(of('ratings/a.yaml', quota(same), 5)).toBe(quota(same));
  });

  it('leaves out what another set has in the words of all sets', () => {
    const old = `value: { distinct: { form: raised, of: data.number, except: { form: solved, where: data.ok, of: data.solved } } }\n`;
    expect(of('measures/a.yaml', old, 6)).toBe(
      'value: { count: { form: raised, same: data.number, not_in: [ { form: solved, where: data.ok, same: data.solved } ] } }\n',
    );
    const plain =
      'value: { distinct: { form: raised, of: data.number } }\ncounts: [{ form: a, per: { distinct: b } }]\n';
    expect(of('measures/a.yaml', plain, 6)).toBe(plain);
  });

  it('takes only the steps it lacks, and keeps every byte of what is as today', () => {
    expect(of('measures/income.yaml', MEASURE, 2)).toContain('carries: false');
    expect(of('assignments/dispatch.yaml', OLD, 2)).toBe(OLD);
    expect(of('measures/income.yaml', MEASURE, LANGUAGE)).toBe(MEASURE);
    for (const [path, text] of [
      ['a.yaml', OLD],
      ['b.yaml', MEASURE],
    ] as const) {
      const once = of(path, text);
      expect(of(path, once)).toBe(once);
    }
    expect(of('CHANGES.md', 'exempted_by: form')).toBe('exempted_by: form');
    expect(of('broken.yaml', '{ latest: [')).toBe('{ latest: [');
  });

  it('of tomorrow is not read', () => {
    expect(() => of('a.yaml', OLD, LANGUAGE + 1)).toThrow(RangeError);
    expect(LANGUAGE_STEPS.map(({ to }) => to)).toEqual(LANGUAGE_STEPS.map((_, i) => i + 2));
  });
});
