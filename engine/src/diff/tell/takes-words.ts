import { isRecord } from '../../pack/schema-shape.ts';
import type { Parts } from '../../parts.ts';
import type { Words } from '../../value.ts';
import { say } from '../../words.ts';
import { figure, join, share } from './phrases.ts';

/** What several papers come to, in a few words: `去掉最高 1、最低 1 的平均`. */
export function takesWords(takes: unknown, parts: Parts): Words {
  if (takes === 'mean') return say('平均', 'the mean');
  if (takes === 'median') return say('中位数', 'the median');
  if (!isRecord(takes)) return say('', '');
  const ways = [
    ...(isRecord(takes.trimmed) ? [trimWords(takes.trimmed, parts)] : []),
    ...(isRecord(takes.near_mean) ? [nearWords(takes.near_mean, parts)] : []),
  ];
  const [one, other] = takes.first === 'near_mean' ? ways.toReversed() : ways;
  return one && other ? join(say('先', 'first '), one, say('；再', '; then '), other) : (one ?? say('', ''));
}

function trimWords(trimmed: Readonly<Record<string, unknown>>, parts: Parts): Words {
  const few = fewWords(trimmed.too_few);
  if (Array.isArray(trimmed.from)) return join(...trimmed.from.filter(isRecord).map(rowWords), few);
  if (trimmed.share === undefined) return join(endsWords(trimmed), say('的平均，', ', '), few);
  const each = share(trimmed.share, parts);
  const rounding = ROUNDING[String(trimmed.rounding)] ?? say('', '');
  return join(
    say(`两头各去掉 ${each['zh-CN']}`, `the mean without ${each.en} at each end`),
    say(`（${rounding['zh-CN']}），`, ` (${rounding.en}), `),
    few,
  );
}

function nearWords(near: Readonly<Record<string, unknown>>, parts: Parts): Words {
  const limit = near.share === undefined ? figure(near.points, parts) : share(near.share, parts);
  const again = near.far_again === 'void' ? say('，反复作废', ', again and again') : say('，只判一次', ', judged once');
  const all =
    near.too_few === 'mean'
      ? say('，全偏离的都计', ', all count when all are')
      : say('，全偏离的视为没有', ', none when all are');
  return join(
    say(`偏离平均超过 ${limit['zh-CN']} 的作废后的平均`, `the mean without those more than ${limit.en} from it`),
    again,
    all,
  );
}

const ROUNDING: Readonly<Record<string, Words>> = {
  down: say('舍去', 'rounded down'),
  nearest: say('四舍五入', 'rounded to the nearest'),
  up: say('进位', 'rounded up'),
};

function endsWords({ highest, lowest }: Readonly<Record<string, unknown>>): Words {
  return say(
    `去掉最高 ${String(highest)}、最低 ${String(lowest)}`,
    `without the ${String(highest)} highest and ${String(lowest)} lowest`,
  );
}

function rowWords(row: Readonly<Record<string, unknown>>): Words {
  const ends = endsWords(row);
  return say(`满 ${String(row.raters)} 人${ends['zh-CN']}；`, `from ${String(row.raters)} raters ${ends.en}; `);
}

const fewWords = (tooFew: unknown): Words =>
  tooFew === 'mean' ? say('不够的都计', 'all count when too few') : say('不够的视为没有', 'none when too few');
