import type { Parts } from '../parts.ts';
import type { Finding } from '../problem.ts';
import type { Bands } from '../schema/rating/bands.ts';
import type { Rating, Scale, Step } from '../schema/rating.ts';
import type { Words } from '../value.ts';
import { say } from '../words.ts';
import { checkBestEnd } from './best-end-check.ts';
import { crossed } from './better-words.ts';
import { turnedLadders } from './turned-points-check.ts';
import { writtenNumber } from './written-number.ts';

/** Scales, bands, tables and options the wrong way round: the best gets least, or not what its neighbours let expect. */
export function checkTurned(rating: Rating, parts: Parts): Finding[] {
  const scales = (rating.scales ?? []).flatMap((scale, i) => turnedScale(rating, scale, `/scales/${i}`, parts));
  const told = new Set(scales.map(({ scale }) => scale));
  const bands = rating.steps.flatMap((step, i) =>
    'bands' in step && !told.has(step.bands.scale ?? '') ? turnedBands(rating, step, `/steps/${i}/bands`, parts) : [],
  );
  const grades = [...scales.map(({ finding }) => finding), ...bands];
  return [
    ...(grades.length > 0 ? grades : checkBestEnd(rating)),
    ...rating.steps.flatMap((step, i) => turnedLadders(step, `/steps/${i}`, parts)),
  ];
}

/** A scale whose words say otherwise than their order; certain where the bands of the score say so too. */
function turnedScale(
  rating: Rating,
  scale: Scale,
  at: string,
  parts: Parts,
): { readonly scale: string; readonly finding: Finding }[] {
  const pairs = crossed(scale.grades.map(({ title }, i) => ({ title, value: -i })));
  const confirmed = pairs.find(([better, worse]) => scoresHigher(rating, scale, better.title, worse.title, parts));
  const [better, worse] = confirmed ?? pairs[0] ?? [];
  if (!better || !worse) return [];
  const names = [better.title, worse.title] as const;
  const finding: Finding = {
    ...(confirmed ? {} : { severity: 'warning' as const }),
    code: 'turned-scale',
    at: `${at}/grades`,
    words: say(
      `等次从好到差列，“${names[0]['zh-CN']}”却排在“${names[1]['zh-CN']}”之后`,
      `Grades are listed from the best to the worst, but “${names[0].en}” stands after “${names[1].en}”`,
    ),
    wayOut: say('把较好的等次移到前面', 'Move the better grade up'),
  };
  return [{ scale: scale.id, finding }];
}

/** Whether bands of the score give one grade for higher numbers than another. */
const scoresHigher = (rating: Rating, scale: Scale, one: Words, other: Words, parts: Parts): boolean =>
  rating.steps.some((step) => {
    if (!('bands' in step) || step.bands.scale !== scale.id || !isBest(step.bands.of, rating)) return false;
    const order = gradesDown(step.bands, scale, parts);
    const at = (title: Words): number => order.indexOf(scale.grades.findIndex((grade) => grade.title === title));
    return at(one) >= 0 && at(one) < at(other);
  });

/** Grades by rows from the highest numbers down, as places in the scale; empty where an end is computed. */
function gradesDown({ rows }: Bands, { grades }: Scale, parts: Parts): number[] {
  const ends = rows.map(({ at_least, above, gives }) => {
    const low = at_least ?? above;
    const number = low === undefined ? Number.NEGATIVE_INFINITY : writtenNumber(low, parts)?.toNumber();
    return { number, grade: 'grade' in gives ? grades.findIndex(({ id }) => id === gives.grade) : -1 };
  });
  if (ends.some(({ number, grade }) => number === undefined || grade < 0)) return [];
  return ends.toSorted((a, b) => (b.number ?? 0) - (a.number ?? 0)).map(({ grade }) => grade);
}

/** Whether more of a value is better: somebody is placed by the highest of it, or it is the score and nobody by the lowest. */
function isBest(of: unknown, { result, steps }: Rating): boolean {
  if (typeof of !== 'string') return false;
  const ends = steps.flatMap((step): string[] => {
    if ('rank' in step) return step.rank.of === of ? [step.rank.best] : [];
    return 'quota' in step ? step.quota.by.flatMap((by) => (by.step === of ? [by.best] : [])) : [];
  });
  return ends.length === 0 ? result.score === of : ends.every((end) => end === 'highest');
}

function turnedBands(rating: Rating, step: Extract<Step, { bands: unknown }>, at: string, parts: Parts): Finding[] {
  const { bands, title } = step;
  const scale = rating.scales?.find(({ id }) => id === bands.scale);
  if (!scale || !isBest(bands.of, rating)) return [];
  const order = gradesDown(bands, scale, parts);
  const wrong = order.findIndex((grade, i) => i > 0 && grade < (order[i - 1] ?? grade));
  if (wrong < 0) return [];
  const name = (i: number) => scale.grades[order[i] ?? 0]?.title ?? title;
  const [high, low] = [name(wrong - 1), name(wrong)];
  return [
    {
      severity: 'warning',
      code: 'turned-bands',
      at: `${at}/rows`,
      words: say(
        `分数高的一档得“${high['zh-CN']}”，分数低的一档反而得“${low['zh-CN']}”`,
        `A row of higher numbers gives “${high.en}”, a row of lower numbers the better “${low.en}”`,
      ),
      wayOut: say('对调两档的等次，或核对两端', 'Swap the grades of these rows, or look at their ends again'),
    },
  ];
}
