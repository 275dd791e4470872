import { expect, it } from 'vitest';
import { checkPacks } from '../check/check.ts';
import { examplePackFiles } from '../example-pack.ts';
import { loadPack } from '../pack/load.ts';

const words = (text: string) => ({ 'zh-CN': text, en: text });
const kind = (id: string, level: number, parents: string[]) => ({ id, title: words(id), level, parents });

function codesOf(at: string[], value: unknown, rollup = 'sum'): string[] {
  const { pack, problems } = loadPack(
    examplePackFiles({
      kinds: {
        organisations: [kind('county', 3, []), kind('township', 4, ['county']), kind('village', 5, ['township'])],
        posts: [{ id: 'clerk', title: words('clerk'), of: ['village'] }],
        units: [{ id: 'time', title: words('times') }],
      },
      forms: [
        {
          id: 'visit',
          subject: { organisation: ['township', 'village'] },
          date: 'on',
          fields: [
            { id: 'on', type: 'date' },
            { id: 'with', type: 'text' },
          ],
        },
      ],
      measures: [
        {
          id: 'visits',
          unit: 'time',
          at: ['village'],
          period: 'month',
          value: { count: { form: 'visit' } },
          rollup: 'sum',
        },
        { id: 'all', unit: 'time', at, period: 'month', value, rollup },
      ],
    }),
  );
  if (!pack) throw new Error(JSON.stringify(problems));
  return checkPacks([pack])
    .filter(({ severity }) => severity === 'error')
    .map(({ code }) => code);
}

const BOTH = ['township', 'village'];

it.each([
  ['a measure that rolls up', { measure: 'visits' }],
  ['the same in a formula', 'measure("visits") * 2'],
  ['deep inside', { add: [{ number: 1 }, { multiply: [{ measure: 'visits' }, { number: 2 }] }] }],
  ['the organisations below', { count: { organisations: 'village' } }],
  ['entries about those below', { count: { form: 'visit', about: 'below' } }],
  ['entries that name one of those below', { count: { form: 'visit', about: { field: 'with', names: 'below' } } }],
])('refuses a sum over two levels of %s', (_name, value) => expect(codesOf(BOTH, value)).toContain('counted-twice'));

it.each([
  ['what each level counts itself', BOTH, { count: { form: 'visit' } }, 'sum'],
  [
    'entries about those who hold a post at each',
    BOTH,
    { count: { form: 'visit', about: { holders: 'clerk' } } },
    'sum',
  ],
  [
    'entries that name one of its own',
    BOTH,
    { count: { form: 'visit', about: { field: 'with', names: 'people' } } },
    'sum',
  ],
  ['one level alone', ['township'], { measure: 'visits' }, 'sum'],
  ['what does not roll up', BOTH, { measure: 'visits' }, 'none'],
])('takes %s', (_name, at, value, rollup) => expect(codesOf(at, value, rollup)).not.toContain('counted-twice'));
