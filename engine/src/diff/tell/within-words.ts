import { isRecord } from '../../pack/schema-shape.ts';
import type { Words } from '../../value.ts';
import { say } from '../../words.ts';
import { inStep, type Tell } from './in-step.ts';
import { join, kinds, titled } from './phrases.ts';
import { type Change, listed, of, quoted, type Teller, turned } from './teller.ts';

/** Steps whose value depends on others: each says among whom they are compared. */
const CONSTRUCTS = ['quota', 'rank', 'top', 'sample', 'peers', 'relative', 'distribute', 'allot', 'reconcile'];

const within: Tell = (change, step) =>
  turned(
    of(step, say('在谁之中比较', 'among whom they are compared')),
    groupWords(change.before, change),
    groupWords(change.after, change),
  );

/** `{ under: township, by: [class] }`: 各乡镇分别，再按“类别”分别. */
function groupWords(value: unknown, { part }: Change): Words {
  if (!isRecord(value)) return say('全部对象', 'all');
  const under = value.under === undefined ? [] : [each(kinds(value.under, part.parts))];
  const classes = Array.isArray(value.by) ? value.by.map((id) => quoted(stepTitle(id, part))) : [];
  const by = classes.length === 0 ? [] : [say(`按${listed(classes)['zh-CN']}分类`, `by ${listed(classes).en}`)];
  return listed([...under, ...by]);
}

const each = (kind: Words): Words => say(`各${kind['zh-CN']}分别`, `each ${kind.en} by itself`);

function stepTitle(id: unknown, { before, after }: Change['part']): Words {
  const all = [after, before].flatMap((one) => (isRecord(one) && Array.isArray(one.steps) ? one.steps : []));
  return titled(
    all.find((step: unknown) => isRecord(step) && step.id === id),
    String(id),
  );
}

export const WITHIN_TELLERS: readonly Teller[] = CONSTRUCTS.map((one) => inStep(`${one}/within`, within));

/** From how many days on those are rated that are there for a part of the period. */
export const partPeriod: Teller = {
  section: 'rating',
  path: 'part_period',
  tell: ({ before, after, part }) => {
    const words = (value: unknown): Words => {
      if (isRecord(value))
        return say(`满 ${String(value.from_days)} 天才评`, `rated from ${String(value.from_days)} days on`);
      return value === 'rated' ? say('照常评定', 'rated') : say('不评定', 'not rated');
    };
    const what = say('期间内只存在一段的对象', 'those there for a part of the period');
    return turned(join(quoted(part.title), say('：', ', '), what), words(before), words(after));
  },
};
