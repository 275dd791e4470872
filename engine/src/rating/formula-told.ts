import type { Parts } from '../parts.ts';
import type { Words } from '../value.ts';
import { say } from '../words.ts';

/** Names of steps, parameters and measures, numbers and arithmetic; conditions and functions are more. */
const SIMPLE = /^(?:(?:param|measure)\("[^"]+"\)|[a-z][a-z0-9_]*(?![a-z0-9_]|\s*\()|\d+(?:\.\d+)?|[-+*/()]|\s)+$/;
const NAME = /(?:(param|measure)\("([^"]+)"\))|[a-z][a-z0-9_]*|[-*/]/g;
const SIGNS: Readonly<Record<string, string>> = { '*': '×', '/': '÷', '-': '−' };

/** A formula in the words of its parts: `“得分” + “奖励” × 2`. What is more than arithmetic is told by the steps below it. */
export function formulaTold(
  written: string,
  titleOf: (step: string) => Words,
  { parameters, measures }: Pick<Parts, 'parameters' | 'measures'>,
): Words {
  if (!SIMPLE.test(written)) return BELOW;
  const title = (name: string, kind: string | undefined, id: string): Words => {
    if (kind === undefined) return titleOf(name);
    return (kind === 'param' ? parameters : measures).get(id)?.title ?? say(id, id);
  };
  const told = (language: keyof Words): string =>
    written.replace(
      NAME,
      (name, kind: string | undefined, id = '') => SIGNS[name] ?? `“${title(name, kind, id)[language]}”`,
    );
  return say(told('zh-CN'), told('en'));
}

export const BELOW = say('按下列计算', 'worked out as follows');
