import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Form } from '../schema/form.ts';
import { validateEntry } from './validate-entry.ts';
import { visibleFields } from './visible-fields.ts';

const words = (text: string) => ({ 'zh-CN': text, en: text });
const form: Form = {
  id: 'road',
  title: words('修路'),
  source: { document: '测试' },
  owner: words('县委组织部'),
  frequency: 'as-it-happens',
  minutes: 1,
  subject: { organisation: ['village'] },
  date: 'date',
  entered_by: ['village-clerk'],
  fields: [
    { id: 'date', title: words('日期'), type: 'date', required: true, not_future: true },
    {
      id: 'kilometres',
      title: words('公里数'),
      type: 'decimal',
      unit: 'kilometre',
      decimals: 2,
      min: 0,
      max: '100.5',
      required: true,
    },
    { id: 'people', title: words('人数'), type: 'integer', min: 1 },
    {
      id: 'kind',
      title: words('路面'),
      type: 'choice',
      options: [
        { id: 'gravel', title: words('砂石') },
        { id: 'concrete', title: words('水泥') },
      ],
    },
    { id: 'thickness', title: words('厚度'), type: 'integer', when: 'data.kind == "concrete"', required: true },
    {
      id: 'purposes',
      title: words('用途'),
      type: 'choices',
      options: [
        { id: 'farm', title: words('生产') },
        { id: 'home', title: words('出行') },
      ],
    },
    { id: 'note', title: words('备注'), type: 'text', max: 5 },
  ],
  rules: [{ check: '!(data.kilometres > 50.0 && data.people < 2)', message: words('一个人修不了这么长的路') }],
};
const today = '2026-09-15';
const good = { date: '2026-09-14', kilometres: 1.25 };
const rulesBroken = (data: Parameters<typeof validateEntry>[1]) =>
  validateEntry(form, data, { today }).map((problem) => `${problem.field}:${problem.rule}`);

describe('an entry', () => {
  it('fits when what is required is there and everything has its type', () => {
    expect(rulesBroken(good)).toEqual([]);
    expect(rulesBroken({ ...good, kind: 'concrete', thickness: 18, purposes: ['farm'], note: '村东' })).toEqual([]);
  });

  it.each([
    [{ kilometres: 1 }, 'date:required'],
    [{ ...good, date: '2026-02-30' }, 'date:date'],
    [{ ...good, date: '2026-09-16' }, 'date:not-future'],
    [{ ...good, kilometres: '1' }, 'kilometres:type'],
    [{ ...good, kilometres: 0.125 }, 'kilometres:decimals'],
    [{ ...good, kilometres: -1 }, 'kilometres:min'],
    [{ ...good, kilometres: 100.51 }, 'kilometres:max'],
    [{ ...good, people: 1.5 }, 'people:decimals'],
    [{ ...good, people: 0 }, 'people:min'],
    [{ ...good, kind: 'gold' }, 'kind:option'],
    [{ ...good, kind: 'concrete' }, 'thickness:required'],
    [{ ...good, kind: 'gravel', thickness: 3 }, 'thickness:not-asked'],
    [{ ...good, purposes: ['farm', 'farm'] }, 'purposes:option'],
    [{ ...good, purposes: 'farm' }, 'purposes:type'],
    [{ ...good, note: '超过五个字了' }, 'note:max'],
    [{ ...good, whereabouts: 'x' }, 'whereabouts:unknown-field'],
    [{ ...good, kilometres: 60, people: 1 }, ':rule'],
  ])('%j breaks %s', (data, broken) => {
    expect(rulesBroken(data)).toEqual([broken]);
  });

  it('says the field, the rule and the way out in both languages', () => {
    const [problem] = validateEntry(form, { ...good, kind: 'gold' }, { today });
    expect(problem?.words['zh-CN']).toBe('“路面”没有“gold”这个选项，可选：砂石、水泥');
    expect(problem?.words.en).toContain('choose one of');
  });

  it('a rule over a field that was not answered does not object', () => {
    expect(rulesBroken({ ...good, kilometres: 60 })).toEqual([]);
  });

  it('asks a conditional field only when its condition holds', () => {
    expect(visibleFields(form, {}).map((field) => field.id)).not.toContain('thickness');
    expect(visibleFields(form, { kind: 'concrete' }).map((field) => field.id)).toContain('thickness');
  });

  it('takes every number with as many decimals as it allows', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_050 }), (hundredths) => {
        expect(rulesBroken({ ...good, kilometres: hundredths / 100 })).toEqual([]);
      }),
    );
  });

  it('never throws, whatever is sent', () => {
    const anything = fc.dictionary(
      fc.constantFrom('date', 'kilometres', 'people', 'kind', 'thickness', 'purposes', 'note', 'x'),
      fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null), fc.array(fc.string())),
    );
    fc.assert(fc.property(anything, (data) => Array.isArray(validateEntry(form, data, { today }))));
  });
});
