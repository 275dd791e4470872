import { parse } from '@marcbachmann/cel-js';
import type { Words } from '../value.ts';
import { say } from '../words.ts';
import { celWords } from './cel-words.ts';
import { ConditionError } from './error.ts';
import type { Node } from './node.ts';
import { slipIn } from './slips.ts';

/** The tree of a formula or condition. @throws ConditionError that names the sign that cannot stand there */
export function treeOf(source: string, noun: Words): Node {
  try {
    return parse(source).ast;
  } catch (error) {
    const slip = slipIn(source);
    if (slip) {
      const { written, wayOut, offset } = slip;
      const words = say(`${noun['zh-CN']}里没有 ${written}`, `A ${noun.en} has no ${written}`);
      throw new ConditionError(words, wayOut, offset);
    }
    const { summary, range } = error as { summary?: string; range?: { start: number } };
    const found = celWords(summary ?? String(error));
    throw new ConditionError(
      say(`${noun['zh-CN']}写法有误：${found['zh-CN']}`, `The ${noun.en} cannot be read: ${found.en}`),
      say('检查括号、引号与运算符是否成对、完整', 'Check that brackets, quotes and operators are complete'),
      range?.start ?? 0,
    );
  }
}
