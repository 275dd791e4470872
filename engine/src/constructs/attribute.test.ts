import { beforeAll, expect, it } from 'vitest';
import { examplePackFiles } from '../example-pack.ts';
import { checkPacks, compile, loadPack, type Policy, valueToJson } from '../index.ts';

type Held = string | number | boolean | null;

const TYPES = ['decimal', 'boolean', 'text'];
const said = (text: string) => ({ 'zh-CN': text, en: text });
const rating = (id: string, of: object, formula: (type: string) => unknown) => ({
  id,
  of,
  period: { every: 'year' },
  part_period: 'rated',
  unit: 'point',
  steps: TYPES.map((type) => ({ id: type, title: said(type), formula: formula(type) })),
  result: { score: 'decimal', also: ['boolean', 'text'] },
});

let policy: Policy;
beforeAll(() => {
  const attributes = TYPES.map((type) => ({ id: type, title: said(type), type }));
  const { pack, problems } = loadPack(
    examplePackFiles({
      kinds: {
        organisations: [{ id: 'village', title: said('village'), level: 5, parents: [], attributes }],
        postings: [{ id: 'sent', title: said('sent'), to: ['village'], sent_by: [], levels: [] }],
        units: [{ id: 'point', title: said('point') }],
      },
      ratings: [
        rating('declared', { organisations: ['village'] }, (type) => `attr("${type}")`),
        rating('open', { postings: ['sent'] }, (type) => ({
          attribute: `subject.attributes.${type}`,
          as: type === 'decimal' ? 'number' : type,
        })),
      ],
    }),
  );
  if (!pack) throw new Error(JSON.stringify(problems));
  policy = compile([pack]);
});

/** What is recorded as a number, as yes or no, and as text, of a village whose kind declares it and of a posting whose kind does not. */
function heldAs(held: Held): unknown[][] {
  const attributes = Object.fromEntries(TYPES.map((type) => [type, held]));
  const own = { attributes, from: '2020-01-01' };
  const world = {
    organisations: [{ id: 'v', kind: 'village', name: 'v', parent: null, ...own }],
    postings: [
      { id: 'p', kind: 'sent', person: 'm', organisation: 'v', sendingOrganisation: 'o', level: 'county', ...own },
    ],
    ...{ persons: [{ id: 'm', name: 'm' }], tenures: [], facts: [] },
  };
  return ['declared', 'open'].map((rating) => {
    const { rated } = policy.rate(world, { rating, period: '2026', asOf: '2026-12-31' });
    return [...(rated[0]?.steps.values() ?? [])].map((value) => {
      const json = valueToJson(value);
      return json.state === 'known' ? json.value : json.state;
    });
  });
}

it.each<[Held, unknown[]]>([
  [2.5, ['2.5', 'not-known', '2.5']],
  ['2.50', ['2.5', 'not-known', '2.50']],
  ['-12', ['-12', 'not-known', '-12']],
  ['2.5 m', ['not-known', 'not-known', '2.5 m']],
  ['about 2.5', ['not-known', 'not-known', 'about 2.5']],
  ['', ['not-known', 'not-known', 'not-known']],
  [true, ['not-known', true, 'true']],
  [false, ['not-known', false, 'false']],
  [null, ['not-known', 'not-known', 'not-known']],
])('%j is read as what it is said to be, or is not known', (held, as) => expect(heldAs(held)).toEqual([as, as]));

it('of a posting that its organisation declares names the organisation, as the way out does', () => {
  const found = (attribute: string) => {
    const parts = {
      kinds: {
        organisations: [
          {
            id: 'village',
            title: said('village'),
            level: 5,
            parents: [],
            attributes: [{ id: 'hilly', title: said('hilly'), type: 'boolean' }],
          },
        ],
        postings: [{ id: 'sent', title: said('sent'), to: ['village'], sent_by: [], levels: [] }],
        units: [{ id: 'point', title: said('point') }],
      },
      ratings: [
        {
          ...rating('open', { postings: ['sent'] }, () => 1),
          steps: [{ id: 'own', title: said('own'), formula: `attr("${attribute}") ? 1 : 0` }],
          result: { score: 'own' },
        },
      ],
    };
    const { pack } = loadPack(examplePackFiles(parts));
    return pack ? checkPacks([pack]).flatMap(({ code, wayOut }) => (code === 'must-choose' ? [wayOut.en] : [])) : null;
  };
  expect(found('hilly')).toEqual([
    'Write organisation.attributes.hilly; if it is of the subject itself { attribute: subject.attributes.hilly, as: number } (or text, boolean)',
  ]);
  expect(found('hily')).toEqual(['Write { attribute: subject.attributes.hily, as: number } (or text, boolean)']);
});
