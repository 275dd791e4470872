import { checkPacks, compile, runExample, valueToJson } from '@luoshi/engine';
import { describe, expect, it } from 'vitest';
import { PACKS } from './read-packs.ts';

const policy = compile([...PACKS]);
const [nationalBase, shenxian] = PACKS;

describe('both packs', () => {
  it('have no errors', () => {
    const errors = checkPacks([...PACKS]).filter(({ severity }) => severity === 'error');
    expect(errors.map(({ path, line, words }) => `${path}:${line} ${words.en}`)).toEqual([]);
  });

  it.each(PACKS.flatMap((pack) => pack.examples.map((example) => [example.example['zh-CN'], example] as const)))(
    '%s',
    (_, example) => expect(runExample([...PACKS], example).failures).toEqual([]),
  );

  it('prove themselves by enough examples', () => {
    expect(nationalBase?.examples.length).toBeGreaterThanOrEqual(15);
    expect(shenxian?.examples.length).toBeGreaterThanOrEqual(45);
  });

  it('show every duty, measure and rule of dispatch at work', () => {
    const shown = new Set<string>();
    for (const expected of PACKS.flatMap((pack) => pack.examples.flatMap((example) => example.expect))) {
      if ('obligation' in expected) shown.add(expected.obligation);
      else if ('measure' in expected) shown.add(expected.measure);
      else shown.add('rating' in expected ? expected.rating : expected.assignment);
    }
    const all = [policy.obligations, policy.measures, policy.ratings].flatMap((parts) => [...parts.keys()]);
    const rules = PACKS.flatMap((pack) => pack.assignments.map(({ id }) => id));
    expect([...all, ...rules].filter((id) => !shown.has(id))).toEqual([]);
  });
});

describe('every duty', () => {
  const duties = [...policy.obligations.values()];

  it('has a column head of two to five characters and one owner', () => {
    for (const { id, short, responsible } of duties) {
      expect(short?.['zh-CN'], id).toMatch(/^.{2,5}$/u);
      expect(responsible, id).toBeDefined();
    }
  });

  it('has a column head of its own', () => {
    const heads = duties.map(({ short }) => short?.['zh-CN']);
    expect(heads.filter((head, i) => heads.indexOf(head) !== i)).toEqual([]);
  });

  it('of a village is never fulfilled by what a first secretary enters about the own posting (R002-26)', () => {
    for (const { id, who, counts } of duties) {
      if (!('organisations' in who) || !who.organisations.includes('village')) continue;
      for (const { form, from_subject } of counts) {
        expect(policy.forms.get(form)?.subject.posting, id).toBeUndefined();
        expect(from_subject ?? 'same', id).toBe('same');
      }
    }
  });
});

describe('fairness', () => {
  const forms = [...policy.forms.values()];

  it('asks nobody what residents think: no field, no measure (R002-24, A05)', () => {
    const texts = [
      ...forms.flatMap(({ title, fields }) => [title['zh-CN'], ...fields.map((field) => field.title['zh-CN'])]),
      ...[...policy.measures.values()].map(({ title }) => title['zh-CN']),
    ];
    expect(texts.filter((text) => /思想|想法|言论|态度|舆情|意见倾向|观点/.test(text))).toEqual([]);
  });

  it('never requires a file', () => {
    const forced = forms.flatMap(({ id, fields }) =>
      fields.filter((field) => field.type === 'file' && field.required === true).map((field) => `${id}.${field.id}`),
    );
    expect(forced).toEqual([]);
  });

  it('restricts forms about single persons, codes them and lets them expire (A43)', () => {
    for (const { id, fields, restricted, retention_years } of forms.filter((form) =>
      form.fields.some((field) => field.id === 'code'),
    )) {
      expect(restricted, id).toBe(true);
      expect(retention_years, id).toBeLessThanOrEqual(5);
      expect(
        fields.map((field) => field.id),
        id,
      ).not.toContain('name');
    }
  });

  it('has presence confirmed by the village (A20)', () => {
    expect(policy.forms.get('village-day')?.confirmation).toBe('village');
    expect(policy.obligations.get('weekly-joint-office')?.counts[0]?.confirmed).toBe(true);
  });
});

describe('figures of the source', () => {
  it('are all there: P074 to P118', () => {
    const found = (shenxian?.parameters ?? []).flatMap(({ source }) => /P\d{3}/.exec(source.note ?? '')?.[0] ?? []);
    const wanted = Array.from({ length: 118 - 74 + 1 }, (_, i) => `P${String(74 + i).padStart(3, '0')}`);
    expect(found.sort()).toEqual(wanted);
  });

  it('hold the bounds the forms enforce', () => {
    const households = policy.forms.get('helper-households')?.fields.find((field) => field.id === 'households');
    expect(households).toMatchObject({ min: 1, max: 2 });
    const bound = (end: string) => policy.parameter(`help.households-per-person.${end}`, '2026-06-01');
    expect([valueToJson(bound('min')), valueToJson(bound('max'))]).toMatchObject([{ value: '1' }, { value: '2' }]);
  });

  it('stay “not set” where the source gives none', () =>
    expect(policy.parameter('assessment.first-secretary.weight', '2026-06-01').state).toBe('not-known'));
});
