import { unknownName, unknownText } from '../../duty/problems.ts';
import { quantityHint } from '../../pack/quantity-words.ts';
import type { Parts } from '../../parts.ts';
import type { Finding } from '../../problem.ts';
import { type Analysis, analyse } from '../../rating/analyse.ts';
import type { Example } from '../../schema/example.ts';
import type { Rating } from '../../schema/rating.ts';
import { say } from '../../words.ts';
import type { Subjects } from './subjects.ts';

type Expectation = Example['expect'][number];

/** Expectations: of rules, steps and subjects that exist, in a period that can be read. */
export function expectedProblems(example: Example, subjects: Subjects, parts: Parts): Finding[] {
  return example.expect.flatMap((expected, i) => {
    const at = `/expect/${i}`;
    return [...ruleProblems(expected, parts, at), ...whoseProblems(expected, subjects, at)];
  });
}

function ruleProblems(expected: Expectation, parts: Parts, at: string): Finding[] {
  if ('obligation' in expected) {
    return unknownName('obligation', expected.obligation, parts.obligations, `${at}/obligation`);
  }
  if ('measure' in expected) return unknownName('measure', expected.measure, parts.measures, `${at}/measure`);
  if ('assignment' in expected) {
    return unknownName('assignment', expected.assignment, parts.assignments, `${at}/assignment`);
  }
  const rating = parts.ratings.get(expected.rating);
  if (!rating) return unknownName('rating', expected.rating, parts.ratings, `${at}/rating`);
  const steps = new Map(rating.steps.map((step) => [step.id, step]));
  const consequences = new Map((rating.consequences ?? []).map((one) => [one.id, one]));
  const repeated = steps.size < rating.steps.length;
  return [
    ...Object.keys(expected.steps ?? {}).flatMap((id) =>
      repeated ? [] : unknownName('step', id, steps, `${at}/steps/${id}#key`),
    ),
    ...(repeated ? [] : valueProblems(expected.steps ?? {}, rating, parts, `${at}/steps`)),
    ...(PERIOD.test(expected.period) ? [] : [noPeriod(`${at}/period`, expected.period)]),
    ...(expected.consequences ?? []).flatMap((one, i) =>
      unknownName('consequence', one.replace(/ \(.*\)$/, ''), consequences, `${at}/consequences/${i}`),
    ),
  ];
}

const STATES: ReadonlySet<unknown> = new Set(['not-known', 'not-applicable']);

/** Values of steps: a grade that the scale has, a number for a number. */
function valueProblems(
  steps: Readonly<Record<string, string | number | boolean>>,
  rating: Rating,
  parts: Parts,
  at: string,
): Finding[] {
  const types = typesOf(rating, parts);
  return Object.entries(steps).flatMap(([id, value]): Finding[] => {
    const type = types.get(id);
    if (!type || STATES.has(value)) return [];
    if (type.kind === 'text') return type.options ? unknownText(String(value), type, `${at}/${id}`) : [];
    if (type.kind !== 'number' || typeof value === 'number' || /^-?\d+(\.\d+)?$/.test(String(value))) return [];
    return [
      {
        code: 'wrong-answer',
        at: `${at}/${id}`,
        words: say(`这一步是数，“${value}”不是`, `This step is a number, “${value}” is none`),
        wayOut:
          quantityHint(value, []) ??
          say('写数，或 not-known、not-applicable', 'Write a number, or not-known, not-applicable'),
      },
    ];
  });
}

const typesKnown = new WeakMap<Rating, Analysis['types']>();

/** Types of the steps of a rating; those of an unsound one are not told. */
function typesOf(rating: Rating, parts: Parts): Analysis['types'] {
  const types = typesKnown.get(rating) ?? analyse(rating, parts).types;
  typesKnown.set(rating, types);
  return types;
}

const PERIOD = /^\d{4}(-[\dQHWTF]+)*(\+\d+)?$/;

const noPeriod = (at: string, period: string): Finding => ({
  code: 'wrong-text',
  at,
  words: say(`“${period}”不是时段`, `“${period}” is no period`),
  wayOut: say(
    '时段写作 "2026"（英文引号）、2026-H1、2026-Q1、2026-03、2026-W10、2026-03-T2（中旬）、2026-03-F1（上半月）或 2026-03-05',
    'Write a period as "2026", 2026-H1, 2026-Q1, 2026-03, 2026-W10, 2026-03-T2 (days 11–20), 2026-03-F1 (first half) or 2026-03-05',
  ),
});

function whoseProblems(expected: Expectation, { all, organisations }: Subjects, at: string): Finding[] {
  if ('organisation' in expected) {
    return unknownName('organisation', expected.organisation, organisations, `${at}/organisation`);
  }
  return 'subject' in expected ? unknownName('subject', expected.subject, all, `${at}/subject`) : [];
}
