import { describe, expect, it } from 'vitest';
import { problemsOf } from '../../test/rated.ts';

const title = { 'zh-CN': '情形', en: 'Case' };
const award = (change: object, starts = 'zero') => ({
  id: 'item',
  item: { full: 10, starts, award: [{ title, points: 2, ...change }], floor: 0, cap: 'full', missing: 'stop' },
});
/** What is found, with the place it stands at in the list of steps. */
const found = (steps: readonly object[], more: object = {}) =>
  problemsOf(steps, more).map(({ severity, code }) => `${severity} ${code}`);
const RATE = { share: { form: 'check', that: 'data.marks > 5' } };
const isHigh = (left: unknown) => ({ compare: { left, is: 'at-least', right: { number: 0.9, unit: 'share' } } });

describe('an award that gives nothing where there is nothing to count, without anybody having said so,', () => {
  const SILENT = ['warning silent-zero'];

  it.each([
    ['a share', [award({ when: isHigh(RATE) })]],
    ['a division', [award({ when: 'marks / cases > 2' })]],
    ['a division in its points', [award({ points: 'marks / cases', when: 'cases > 1' })]],
    ['a mean it is multiplied by', [award({ times: { mean: { form: 'check', of: 'data.marks' } }, units: 'full' })]],
    ['a division by what may be nought', [award({ when: 'marks / (cases * 2) > 2' })]],
    ['a step that divides', [{ id: 'rate', formula: 'marks / cases' }, award({ when: 'rate > 2' })]],
    [
      'a step behind a step',
      [
        { id: 'rate', formula: { mean: { form: 'check', of: 'data.marks' } } },
        { id: 'twice', formula: 'rate * 2' },
        award({ when: 'twice > 2' }),
      ],
    ],
    [
      'points that bands give for such a step',
      [
        { id: 'rate', formula: { mean: { form: 'check', of: 'data.marks' } } },
        {
          id: 'points',
          bands: { of: 'rate', rows: [{ at_least: 5, gives: { points: 2 } }], otherwise: { points: 0 } },
        },
        award({ when: 'points > 1' }),
      ],
    ],
  ])('is warned of where it rests on %s', (_what, steps) => {
    expect(found(steps)).toEqual(SILENT);
  });

  it.each([
    ['it rests on numbers that are there without entries', [award({ when: 'marks > 2 && cases > 1' })]],
    ['it is divided by a number', [award({ times: 'marks / 12', units: 'full' }), award({ when: 'marks / 0.5 > 2' })]],
    ['what would divide by nought is told apart', [award({ when: '(cases == 0 ? 1 : marks / cases) > 2' })]],
    ['another value is given instead', [award({ when: 'applies_or(marks / cases, 0) > 2' })]],
    [
      'a step gives another value instead',
      [{ id: 'rate', formula: 'applies_or(marks / cases, 0)' }, award({ when: 'rate > 2' })],
    ],
    ['it counts entries themselves', [award({ entries: { form: 'case' }, one_matter: 'each', repeat: 'single' })]],
    [
      'what is asked of each entry divides, not what is counted',
      [
        award({
          when: {
            compare: {
              left: { count: { form: 'check', where: 'data.marks / 2 > 1' } },
              is: 'at-least',
              right: { number: 1 },
            },
          },
        }),
      ],
    ],
    [
      'the step says where it applies',
      [{ ...award({ when: 'marks / cases > 2' }), applies: { when: 'cases > 0', why: title, otherwise: 'left-out' } }],
    ],
    ['the item begins at its full marks', [award({ when: 'marks / cases > 2' }, 'full')]],
  ])('is not where %s', (_what, steps) => {
    expect(found(steps).filter((one) => one.includes('silent-zero'))).toEqual([]);
  });
});

it('what takes a result away is warned of where it lasts without an end', () => {
  const latest = (carries: boolean) => ({ latest: { form: 'check', of: 'data.marks', carries } });
  const veto = (carries: boolean) => [
    { id: 'last', formula: latest(carries) },
    { id: 'kept', veto: { of: 'marks', cases: [{ when: 'last > 5', gives: { points: 0 }, why: title }] } },
  ];
  expect(found(veto(true))).toEqual(['warning veto-unconfirmed', 'warning veto-endless']);
  expect(found(veto(false))).toEqual(['warning veto-unconfirmed']);
});

it('steps that need themselves are refused, and nothing is sought in them without end', () => {
  const steps = [{ id: 'one', formula: 'two + 1' }, { id: 'two', formula: 'one + 1' }, award({ when: 'one > 2' })];
  expect(found(steps)).toEqual(['error circular']);
});

describe('shares of a list', () => {
  const listed = (...awards: object[]) => ({
    id: 'list',
    top: {
      ...{ of: 'marks', best: 'highest', within: 'all', missing: 'stop', scale: 'class' },
      ...{
        awards: awards.map((one) => ({ rounding: 'down', ...one })),
        short: 'none',
        vacant: 'lapse',
        ties: 'all-in',
      },
    },
  });

  it('that count from the first and grow are sound, however they are written', () => {
    expect(found([listed({ share: '1/3', gives: 'a' }, { share: '2/3', gives: 'b' })])).toEqual([]);
    expect(found([listed({ share: ' 1 / 10 ', gives: 'a' }, { share: 0.3, gives: 'b' })])).toEqual([]);
  });

  it('that do not grow leave nobody', () => {
    const GROW = ['warning share-not-larger'];
    expect(found([listed({ share: '1/3', gives: 'a' }, { share: '1/3', gives: 'b' })])).toEqual(GROW);
    expect(found([listed({ share: 0.4, gives: 'a' }, { share: '1/3', gives: 'b' })])).toEqual(GROW);
    expect(
      found([listed({ share: '10/20', gives: 'a' }, { share: 0.2, gives: 'b' }, { share: 0.6, gives: 'c' })]),
    ).toEqual(GROW);
    expect(found([listed({ share: 0.1, gives: 'a' }, { share: 0.6, gives: 'b' }, { share: 0.6, gives: 'c' })])).toEqual(
      GROW,
    );
  });
});
