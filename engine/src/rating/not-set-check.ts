import type { Parts } from '../parts.ts';
import type { Finding } from '../problem.ts';
import type { Rating } from '../schema/rating.ts';
import type { Words } from '../value.ts';
import { say } from '../words.ts';
import { namedInputs } from './inputs.ts';

/**
 * A rating that is done for real cannot rest on a parameter that never has a value: nobody could ever be rated. One with limits may be left
 * to packs below, and one that is open again from some day on leaves the periods before as they are: of these the parameter itself warns.
 */
export function checkSet(rating: Rating, parts: Parts): Finding[] {
  if (rating.provisional) return [];
  return needing(rating).flatMap(({ part, at, title }) =>
    [...parametersOf(part, parts)].flatMap((id): Finding[] => {
      const parameter = parts.parameters.get(id);
      if (!parameter || parameter.limits || Object.values(parameter.values).some((value) => value !== null)) return [];
      return [
        {
          code: 'not-set',
          at,
          words: say(
            `“${title['zh-CN']}”用到未设定的参数“${parameter.title['zh-CN']}”(${id})：谁都无法得出结果`,
            `“${title.en}” needs the parameter “${parameter.title.en}” (${id}), which is not set: nobody could be rated`,
          ),
          wayOut: say(
            '填写该参数；尚不能填写时，用 provisional 写明原因，结果显示“未设定”',
            'Set the parameter; while it cannot be set, say why in provisional, and results show “not set”',
          ),
        },
      ];
    }),
  );
}

interface Needing {
  readonly part: unknown;
  readonly at: string;
  readonly title: Words;
}

/** Whatever of a rating can need a parameter, with what people call it. */
const needing = ({ steps, consequences = [], publication, part_period }: Rating): Needing[] => [
  ...steps.map((step, i) => ({ part: step, at: `/steps/${i}`, title: step.title })),
  ...consequences.map((one, i) => ({ part: one, at: `/consequences/${i}`, title: one.what })),
  { part: publication, at: '/publication', title: say('公示', 'Publication') },
  { part: part_period, at: '/part_period', title: say('参评条件', 'Who is rated') },
];

/** Parameters that a part names, directly or through measures. */
function parametersOf(part: unknown, parts: Parts, seen = new Set<string>()): Set<string> {
  const found = new Set<string>();
  for (const { kind, id } of namedInputs(part, parts)) {
    if (kind === 'parameter') found.add(id);
    const measure = kind === 'measure' && !seen.has(id) ? parts.measures.get(id) : undefined;
    if (!measure) continue;
    seen.add(id);
    for (const one of parametersOf(measure.value, parts, seen)) found.add(one);
  }
  return found;
}
