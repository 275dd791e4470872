import { valueToJson } from '@luoshi/engine';
import { describe, expect, it } from 'vitest';
import { holdPack } from './hold-pack.ts';
import { PACKS } from './read-packs.ts';

const policy = holdPack('shenxian', { examples: 45 });
const [, shenxian] = PACKS;

describe('every duty', () => {
  const duties = [...policy.obligations.values()];

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
