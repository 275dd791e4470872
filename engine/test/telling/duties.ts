import { getSubject } from '../../src/example-world.ts';
import { type Policy, periodFromKey, type Standing, type World } from '../../src/index.ts';
import { below, explained, sentence, type Told, whatOf } from './sentences.ts';

export interface Asked {
  readonly obligation: string;
  readonly subject: string;
  readonly period?: string | undefined;
}

/** How a duty stands for everybody since the periods asked about, and why it does for those asked about. */
export function toldDuty(
  { policy, world, before, asOf }: { policy: Policy; world: World; before: Told; asOf: string },
  obligation: string,
  asked: readonly Asked[],
): string[] {
  const from = asked.map(({ period }) => periodFromKey(period ?? '')?.start ?? asOf).toSorted()[0] ?? asOf;
  const standings = policy.evaluate(world, { asOf, from, obligations: [obligation] });
  const subjects = asked.map((one) => ({ ...getSubject(world, one.subject), period: one.period }));
  const latest = (of: string) => standings.findLast(({ subject }) => subject.id === of)?.period.key;
  const isAsked = ({ subject, period }: Standing): boolean =>
    subjects.some(
      (one) => one.kind === subject.kind && one.id === subject.id && (one.period ?? latest(one.id)) === period.key,
    );
  return [
    `## ${obligation}, ${asOf}`,
    ...standings.map(standingLine),
    ...standings.filter(isAsked).flatMap(({ subject, period }) => {
      const told = policy.explain(world, { obligation, subject, period: period.key, asOf });
      return [...explained(told, before), ...below(told.change.flatMap((words) => sentence(words, '~ ')))];
    }),
  ];
}

const standingLine = ({
  subject,
  period,
  light,
  due,
  need,
  done,
  awaiting,
  missing,
  changesOn,
  doneOn,
}: Standing): string =>
  [
    `${subject.id} ${period.key}: ${light} ${done}/${need}`,
    `due ${due}`,
    ...(awaiting === 0 ? [] : [`awaiting ${awaiting}`]),
    ...(changesOn === null ? [] : [`changes ${changesOn}`]),
    ...(doneOn === undefined ? [] : [`done ${doneOn}`]),
    ...(missing.length === 0 ? [] : [`? ${whatOf(missing)}`]),
  ].join(', ');
