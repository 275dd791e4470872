import type { Follows, Policy, Rated, RatingQuery, World } from '../../src/index.ts';
import { below, exactly, explained, once, sentence, type Told, whatOf } from './sentences.ts';

/** What a rating needs in which order. */
export function toldGraph(policy: Policy, id: string): string[] {
  const { title, steps, inputs, edges } = policy.ratingGraph(id);
  const needs = (of: string) => edges.filter(({ to }) => to === of).map(({ from }) => from);
  return [
    ...sentence(title, `## ${id} `),
    ...below(
      steps.flatMap(({ id, title, construct, layer, over, set, scale, results }) => [
        `${layer} ${id} “${once(title).join(' | ')}” ${construct} ${over} ← ${needs(id).join(', ') || '–'}${scale === undefined ? '' : `, ${scale}`}${results.map((one) => `, ${one}`).join('')}`,
        ...below(set === undefined ? [] : sentence(set)),
      ]),
    ),
    ...below(inputs.flatMap(({ kind, id, title }) => sentence(title, `${kind}:${id} `))),
  ];
}

/** What a rating came to for everybody; why, and what would change it, for those asked about. */
export function toldRating(
  { policy, world, before }: { policy: Policy; world: World; before: Told },
  query: RatingQuery,
  asked: ReadonlySet<string>,
): string[] {
  const { period, rated, findings } = policy.rate(world, { ...query, published: query.asOf });
  return [
    `## ${query.rating} ${period.key} ${period.start}–${period.end}, ${query.asOf}`,
    ...rated.flatMap(resultsOf),
    ...findings.flatMap(({ step, organisation, words }) => sentence(words, `! ${step} ${organisation}: `)),
    ...policy.targets(world, query).map(({ title: _, ...target }) => JSON.stringify(target)),
    ...rated
      .filter(({ subject }) => asked.has(subject.id))
      .flatMap(({ subject }) => {
        const told = policy.explainRating(world, { ...query, subject });
        return [
          ...explained(told, before),
          ...below(
            told.change.flatMap(({ kind, step, words, result, on }) =>
              sentence(words, `~ ${kind} ${step} ${exactly(result)}${on === undefined ? '' : ` ${on}`}: `),
            ),
          ),
        ];
      }),
  ];
}

function resultsOf({ subject, organisation, name, steps, score, grade, place, consequences }: Rated): string[] {
  const who = [...new Set([subject.id, name, organisation])].join(', ');
  const results = Object.entries({ score, grade, place }).flatMap(([key, value]) =>
    value === null ? [] : [`${key} ${exactly(value)}`],
  );
  return [
    `${who}: ${[...steps].map(([id, value]) => `${id} = ${exactly(value)}`).join('; ')} → ${results.join(', ')}`,
    ...below(consequences.flatMap(followed)),
  ];
}

const followed = ({ id, what, by, state, missing, from, due, blocks, until, hearing }: Follows): string[] => [
  ...sentence(what, `=> ${id} ${state}: `),
  ...below([
    `${from} due ${due} until ${until} hearing ${JSON.stringify(hearing)} ${whatOf(missing)}`.trim(),
    ...(by === null ? [] : sentence(by, 'by ')),
    ...(blocks === null ? [] : sentence(blocks, 'blocks ')),
  ]),
];
