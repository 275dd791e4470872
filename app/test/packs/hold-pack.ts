import { checkPacks, compile, type Policy, runExample } from '@luoshi/engine';
import { describe, expect, it } from 'vitest';
import { type PackId, packsFor, readPack } from './read-packs.ts';

/** Holds what every county's pack must: no errors, examples that pass and show every rule, heads that fit a column. */
export function holdPack(pack: PackId, least: { readonly examples: number }): Policy {
  const packs = packsFor(pack);
  const policy = compile([...packs]);
  describe(`the pack ${pack}`, () => {
    it('has no errors', () => {
      const errors = checkPacks([...packs]).filter(({ severity }) => severity === 'error');
      expect(errors.map(({ path, line, words }) => `${path}:${line} ${words.en}`)).toEqual([]);
    });

    it.each(packs.flatMap((one) => one.examples.map((example) => [example.example['zh-CN'], example] as const)))(
      '%s',
      (_, example) => expect(runExample([...packs], example).failures).toEqual([]),
    );

    it('proves itself by enough examples', () =>
      expect(readPack(pack).examples.length).toBeGreaterThanOrEqual(least.examples));

    it('shows every duty, measure, rating and rule of dispatch at work', () => {
      const shown = new Set<string>();
      for (const expected of packs.flatMap((one) => one.examples.flatMap((example) => example.expect))) {
        if ('obligation' in expected) shown.add(expected.obligation);
        else if ('measure' in expected) shown.add(expected.measure);
        else shown.add('rating' in expected ? expected.rating : expected.assignment);
      }
      const all = [policy.obligations, policy.measures, policy.ratings].flatMap((parts) => [...parts.keys()]);
      const rules = packs.flatMap((one) => one.assignments.map(({ id }) => id));
      expect([...all, ...rules].filter((id) => !shown.has(id))).toEqual([]);
    });

    it('gives every duty a column head of its own, of two to five characters, and one owner', () => {
      const duties = [...policy.obligations.values()];
      const heads = duties.map(({ short }) => short?.['zh-CN']);
      for (const { id, short, responsible } of duties) {
        expect(short?.['zh-CN'], id).toMatch(/^.{2,5}$/u);
        expect(responsible, id).toBeDefined();
      }
      expect(heads.filter((head, i) => heads.indexOf(head) !== i)).toEqual([]);
    });

    it('never requires a file, and asks nobody what residents think', () => {
      const forms = [...policy.forms.values()];
      const forced = forms.flatMap(({ id, fields }) =>
        fields.filter((field) => field.type === 'file' && field.required === true).map((field) => `${id}.${field.id}`),
      );
      expect(forced).toEqual([]);
      const texts = forms.flatMap(({ title, fields }) => [
        title['zh-CN'],
        ...fields.map((field) => field.title['zh-CN']),
      ]);
      expect(texts.filter((text) => /思想动态|想法|言论|态度|舆情|意见倾向|观点/.test(text))).toEqual([]);
    });
  });
  return policy;
}
