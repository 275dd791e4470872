import { unknownName } from '../../duty/problems.ts';
import type { Ballots } from '../../schema/rating/ballots.ts';
import { say } from '../../words.ts';
import type { StepChecker } from '../types.ts';

/** Judges the fields papers are counted in: they exist, hold whole numbers, and stand once. */
export function checkBallotFields(part: Ballots, at: string, { parts, add }: StepChecker): boolean {
  const fields = new Map((parts.forms.get(part.entries.form)?.fields ?? []).map((field) => [field.id, field]));
  const named = [
    ...part.options.map(({ field }, i) => [field, `${at}/options/${i}/field`] as const),
    ...(part.invalid ?? []).map(({ field }, i) => [field, `${at}/invalid/${i}/field`] as const),
    ...(part.turnout ? [[part.turnout.of, `${at}/turnout/of`] as const] : []),
  ];
  const seen = new Set<string>();
  let sound = true;
  const report = (finding: Parameters<typeof add>[0]): void => {
    sound = false;
    add(finding);
  };
  for (const [id, where] of named) {
    const field = fields.get(id);
    for (const finding of unknownName('field', id, fields, where)) report(finding);
    if (field && field.type !== 'integer') report(notACount(id, where));
    if (seen.has(id)) report(twice(id, where));
    seen.add(id);
  }
  const options = new Map(part.options.map((option) => [option.field, option]));
  if ('share_of' in part.gives) {
    part.gives.share_of.forEach((id, i) => {
      for (const finding of unknownName('field', id, options, `${at}/gives/share_of/${i}`)) report(finding);
    });
  } else {
    part.options.forEach(({ field, points }, i) => {
      if (points === undefined) report(noPoints(field, `${at}/options/${i}`));
    });
  }
  return sound;
}

const notACount = (id: string, at: string) => ({
  code: 'wrong-kind',
  at,
  words: say(`“${id}”不是整数字段`, `“${id}” is not a field of whole numbers`),
  wayOut: say('改用整数字段记票数', 'Record the papers in a field of type integer'),
});

const twice = (id: string, at: string) => ({
  code: 'duplicate-id',
  at,
  words: say(`“${id}”用了两次`, `“${id}” stands twice`),
  wayOut: say('每个字段只写一次', 'Name each field once'),
});

const noPoints = (id: string, at: string) => ({
  code: 'missing-key',
  at,
  words: say(`“${id}”没有写每票的分值`, `It is not said what a paper for “${id}” counts`),
  wayOut: say('写 points，例如 0.75', 'Write points, e.g. 0.75'),
});
