import type { Explanation } from '@luoshi/engine';
import { notFound } from '../platform/actions/action-error.ts';
import { Type } from '../platform/actions/schema.ts';
import type { FoldedStep } from './folded-step.ts';

/** So many parts are given at once when one asks on. */
export const PARTS_AT_ONCE = 200;

/** What of an explanation is wanted; all of it when nothing is said. */
export const Folding = {
  fold: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: 1000,
      description:
        'Lists of parts (a village each, say) longer than this are cut; `folded` says where and how many. All when absent.',
    }),
  ),
  at: Type.Optional(
    Type.String({ pattern: '^\\d+(\\.\\d+)*$', description: 'Only the step that stands here, as `folded` says.' }),
  ),
  after: Type.Optional(Type.Integer({ minimum: 0, description: 'With `at`: parts that are known already.' })),
};

interface Wanted {
  readonly fold?: number | undefined;
  readonly at?: string | undefined;
  readonly after?: number | undefined;
}

/**
 * An explanation with its long lists of parts cut, or some more parts of one of them.
 * @throws ActionError `not-found` when no step stands there.
 */
export function foldExplanation(explanation: Explanation, { fold, at, after = 0 }: Wanted): FoldedStep {
  if (at === undefined) return fold === undefined ? explanation : cut(explanation, [], 0, fold, fold);
  const path = at.split('.').map(Number);
  const step = path.reduce<Explanation | undefined>((one, child) => one?.children?.[child], explanation);
  if (!step) throw notFound({ 'zh-CN': `解释中“${at}”处的步骤`, en: `A step at "${at}" of the explanation` });
  return cut(step, path, after, PARTS_AT_ONCE, fold ?? Number.POSITIVE_INFINITY);
}

function cut(step: Explanation, path: readonly number[], from: number, count: number, below: number): FoldedStep {
  const { children } = step;
  if (children === undefined) return step;
  const shown = isList(step) ? children.slice(from, from + count) : children.slice(from);
  const more = children.length - from - shown.length;
  return {
    ...step,
    children: shown.map((child, index) => cut(child, [...path, from + index], 0, below, below)),
    ...(more > 0 ? { folded: { at: path.join('.'), more } } : {}),
  };
}

/** These draw a picture of their parts and need them all. */
const DRAWN: ReadonlySet<string> = new Set(['ballots', 'rounds']);

const isList = ({ construct, children = [] }: Explanation): boolean =>
  !DRAWN.has(construct) && children.every((child) => child.construct === 'part');
