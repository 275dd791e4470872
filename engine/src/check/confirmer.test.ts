import { expect, it } from 'vitest';
import { examplePackFiles } from '../example-pack.ts';
import { loadPack } from '../pack/load.ts';
import { checkPacks } from './check.ts';

const words = (text: string) => ({ 'zh-CN': text, en: text });
const kind = (id: string, level: number, parents: string[]) => ({ id, title: words(id), level, parents });

/** Codes found in a form about schools that asks for somebody’s word. */
function found(confirmation: string, subject: object = { organisation: ['school'] }): string[] {
  const { pack, problems } = loadPack(
    examplePackFiles({
      kinds: {
        organisations: [
          kind('city', 2, []),
          kind('bureau', 4, ['city']),
          kind('street', 4, ['city']),
          kind('school', 5, ['bureau']),
        ],
      },
      forms: [
        {
          id: 'award',
          title: words('award'),
          subject,
          date: 'given_on',
          confirmation,
          fields: [{ id: 'given_on', title: words('day'), type: 'date' }],
        },
      ],
    }),
  );
  if (!pack) throw new Error(JSON.stringify(problems));
  return checkPacks([pack])
    .filter(({ severity }) => severity === 'error')
    .map(({ code, wayOut }) => `${code}: ${wayOut.en}`);
}

it.each(['none', 'village', 'township', 'county', 'school', 'bureau', 'city'])('%s may confirm', (who) => {
  expect(found(who)).toEqual([]);
});

it('a kind of organisation that nothing stands under is found', () => {
  expect(found('street')).toEqual([expect.stringMatching(/^nobody-confirms: .*parents/)]);
  expect(found('street', { person: true })).toEqual([]);
});

it('a kind that does not exist is found, with what there is', () => {
  expect(found('bureaux')).toEqual(['unknown-organisation-kind: Did you mean “bureau”?']);
  expect(found('towship')).toEqual(['unknown-organisation-kind: Did you mean “township”?']);
});
