import { isRecord } from '../pack/schema-shape.ts';
import type { Parts } from '../parts.ts';
import type { Finding } from '../problem.ts';
import type { Step } from '../schema/rating.ts';
import type { Words } from '../value.ts';
import { say } from '../words.ts';
import { type Titled, turnedByWeight, turnedByWords } from './better-words.ts';
import { numberOf } from './weights-check.ts';

/** Points of a step by options whose words say that the other end should get more. */
export function turnedLadders(step: Step, at: string, parts: Parts): Finding[] {
  if ('ballots' in step) {
    const fields = parts.forms.get(step.ballots.entries.form)?.fields ?? [];
    const titled = step.ballots.options.map(({ field, points }) => ({
      title: fields.find(({ id }) => id === field)?.title,
      points,
    }));
    return turnedByWords(valued(titled)) ? [turned(`${at}/ballots/options`)] : [];
  }
  if (!('item' in step)) return [];
  return (['award', 'deduct'] as const).flatMap((side) =>
    (step.item[side] ?? []).flatMap((change, i) => {
      const all = valued(rungs(change, parts));
      const signed = side === 'award' ? all : all.map(({ title, value }) => ({ title, value: -value }));
      const wrong = turnedByWeight(all) || turnedByWords(signed);
      return wrong ? [turned(`${at}/item/${side}/${i}/points/table`)] : [];
    }),
  );
}

interface Rung {
  readonly title: Words | undefined;
  readonly points: unknown;
}

/** Options of a field with the points of each, where one field alone decides. */
function rungs(change: object, parts: Parts): Rung[] {
  const { points, entries } = change as { readonly points?: unknown; readonly entries?: { readonly form: string } };
  if (!isRecord(points) || typeof points.by !== 'string' || !isRecord(points.table)) return [];
  const name = /^data\.(\w+)$/.exec(points.by.trim())?.[1];
  const field = parts.forms.get(entries?.form ?? '')?.fields.find(({ id }) => id === name);
  if (field?.type !== 'choice') return [];
  return Object.entries(points.table).map(([option, worth]) => ({
    title: field.options.find(({ id }) => id === option)?.title,
    points: worth,
  }));
}

const valued = (all: readonly Rung[]): Titled[] =>
  all.flatMap(({ title, points }) => {
    const number = typeof points === 'number' || typeof points === 'string' ? numberOf(points) : null;
    return title && number ? [{ title, value: number.toNumber() }] : [];
  });

const turned = (at: string): Finding => ({
  severity: 'warning',
  code: 'turned-points',
  at,
  words: say('名称说该多的得得少，该少的得得多', 'What the words say is more gets less, and the other way round'),
  wayOut: say(
    '对调这些分数；确是如此的，在 accepted 写明理由',
    'Swap the points; where it is so indeed, say why in accepted',
  ),
});
