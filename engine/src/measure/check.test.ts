import { describe, expect, it } from 'vitest';
import { examplePackFiles } from '../example-pack.ts';
import { checkPacks, loadPack } from '../index.ts';

const say = (text: string) => ({ 'zh-CN': text, en: text });
const field = (id: string, unit: string) => ({ id, type: 'decimal', unit, decimals: 1 });

const PACK = {
  kinds: {
    organisations: [
      { id: 'township', title: say('镇'), level: 4, parents: [] },
      { id: 'village', title: say('村'), level: 5, parents: ['township'] },
    ],
    units: ['km', 'well', 'percent', 'day'].map((id) => ({ id, title: say(id) })),
  },
  values: [{ id: 'target', unit: 'km', role: 'target', values: { '2026-01-01': 5 } }],
  forms: [
    {
      id: 'works',
      subject: { organisation: ['village'] },
      date: 'done_on',
      fields: [
        { id: 'done_on', type: 'date' },
        field('km', 'km'),
        field('wells', 'well'),
        { id: 'done', type: 'boolean' },
      ],
    },
  ],
};

const BASE = { id: 'figure', unit: 'km', at: ['village'], period: 'quarter', rollup: 'sum' };
const sumOf = (name: string) => ({ sum: { form: 'works', of: `data.${name}` } });

function problemsOf(...measures: object[]): string {
  const whole = measures.map((measure) => ({ ...BASE, ...measure }));
  const { pack, problems } = loadPack(examplePackFiles({ ...PACK, measures: whole }));
  return (pack ? checkPacks([pack]) : problems)
    .map(({ code, line, words, wayOut }) => `${code} ${line > 1 ? '' : 'no place '}${words.en} / ${wayOut.en}`)
    .join('\n');
}

describe('sound measures', () => {
  it.each([
    [{ value: sumOf('km') }],
    [{ value: { add: [sumOf('km'), { parameter: 'target' }, { number: 1 }] } }],
    [{ value: { multiply: [sumOf('wells'), { number: '0.5', unit: 'km' }] }, unit: 'km' }],
    [{ value: { ratio: { of: sumOf('km'), to: { parameter: 'target' } } }, unit: 'share', rollup: 'none' }],
    [
      {
        value: { multiply: [{ share: { form: 'works', that: 'data.done' } }, { number: 100, unit: 'percent' }] },
        unit: 'percent',
        rollup: 'none',
      },
    ],
    [{ value: { ratio: { of: sumOf('km'), to: sumOf('wells') } }, unit: 'km', rollup: 'none' }],
  ])('%j', (measure) => expect(problemsOf(measure)).toBe(''));
});

describe('mistakes in measures, each with its place and a way out', () => {
  it.each([
    [{ value: { add: [sumOf('km'), sumOf('wells')] } }, 'unit-mismatch The units differ: “km” (km) and “well” (well)'],
    [
      { value: sumOf('wells') },
      'unit-mismatch The expression gives “well” (well), but the measure is declared in “km” (km)',
    ],
    [{ value: { share: { form: 'works', that: 'data.done' } }, unit: 'percent' }, 'Write unit: share'],
    [{ value: { count: { form: 'wroks' } } }, 'Did you mean “works”?'],
    [{ value: { sum: { form: 'works', of: 'data.kms' } } }, 'There is no field named “data.kms” / Use data.km'],
    [{ value: { sum: { form: 'works', of: 'data.done' } } }, 'This must give a number, not yes or no'],
    [{ value: { share: { form: 'works', that: 'data.km' } } }, 'A condition must give yes or no, not a number'],
    [{ value: { count: {} } }, 'one-set'],
    [{ value: { count: { form: 'works', members: true } } }, 'one-set'],
    [{ value: { latest: { organisations: 'village', of: 'subject.name' } } }, 'not-dated'],
    [{ value: { latest: { form: 'works', of: 'data.km' } } }, 'must-choose'],
    [{ value: { parameter: 'targt' } }, 'Did you mean “target”?'],
    [{ value: { measure: 'figur' } }, 'Did you mean “figure”?'],
    [{ value: { measure: 'figure' } }, 'circular The measure needs itself: figure → figure'],
    [
      { value: { add: [{ any: { form: 'works', that: 'data.done' } }, { number: 1 }] } },
      'a number is needed here, not yes or no',
    ],
    [
      { value: { choose: { when: sumOf('km'), then: sumOf('km'), otherwise: sumOf('km') } } },
      'yes or no is needed here, not a number',
    ],
    [
      {
        value: {
          choose: { when: { any: { form: 'works', that: 'data.done' } }, then: sumOf('km'), otherwise: sumOf('wells') },
        },
      },
      'unit-mismatch',
    ],
    [
      { value: { compare: { left: sumOf('km'), is: 'at-least', right: { number: 1, unit: 'well' } } } },
      'unit-mismatch',
    ],
    [{ value: { days: { of: 'working-days' } }, unit: 'day', period: 'to-date' }, 'no-period'],
    [{ value: { standing: { obligation: 'no-such', counts: 'met' } } }, 'unknown-obligation'],
    [{ value: sumOf('km'), at: ['vilage'] }, 'Did you mean “village”?'],
    [{ value: sumOf('km'), unit: 'kmm' }, 'unknown-unit'],
    [{ value: sumOf('km'), at: ['township'] }, 'never-reached Entries of “works” belong to village'],
    [{ value: { latest: { form: 'works', of: "data.done ? 'a' : 'b'", carries: false } } }, 'Text cannot be summed'],
    [{ value: sumOf('km'), rollup: { ratio_of_sums: { of: 'figure', to: 'none' } } }, 'unknown-measure'],
    [
      { value: sumOf('km'), rollup: { share_meeting: { is: 'at-least', than: { parameter: 'tagret' } } } },
      'Did you mean “target”?',
    ],
  ])('%j', (measure, says) => {
    const problems = problemsOf(measure);
    expect(problems).toContain(says);
    expect(problems).not.toContain('no place');
  });

  it('finds a circle through several measures', () => {
    const problems = problemsOf({ id: 'a', value: { measure: 'b' } }, { id: 'b', value: { measure: 'a' } });
    expect(problems).toContain('a → b → a');
    expect(problems).toContain('b → a → b');
  });

  it('refuses a ratio of what is not summed', () => {
    const parts = [
      { id: 'a', value: sumOf('km'), rollup: 'none' },
      { id: 'b', value: sumOf('km') },
    ];
    const rate = { value: { ratio: { of: { measure: 'a' }, to: { measure: 'b' } } }, unit: 'share' };
    expect(problemsOf(...parts, { ...rate, rollup: { ratio_of_sums: { of: 'a', to: 'b' } } })).toContain('not-a-sum');
  });
});
