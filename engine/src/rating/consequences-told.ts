import type { Explanation } from '../explanation.ts';
import { known } from '../value.ts';
import { valueToJson } from '../value-json.ts';
import { say } from '../words.ts';
import { type Follows, followsFor } from './consequences.ts';
import type { Telling } from './types.ts';

/** What follows for a row as part of its explanation: what, by when, until when, and why. */
export function explainFollows({ sheet, row, at }: Telling, published: string | undefined): Explanation[] {
  const { rating, consequences, parts } = sheet.rating;
  const written = rating.consequences ?? [];
  return followsFor(sheet, row, published).map((follows): Explanation => {
    const place = written.findIndex(({ id }) => id === follows.id);
    const clause = written[place]?.clause;
    const why = consequences[place]?.explain(at);
    const result = follows.state === 'holds' ? known(true) : { state: 'not-known' as const, missing: follows.missing };
    return {
      construct: 'consequence',
      words: wordsOf(follows),
      result: valueToJson(result),
      ...(clause === undefined ? {} : { rule: { ...parts.ruleOf('rating', rating.id), clause } }),
      details: {
        consequence: follows.id,
        what: follows.what,
        by: follows.by,
        blocks: follows.blocks,
        hearing: follows.hearing,
        due: follows.due,
        until: follows.until,
      },
      ...(why ? { children: [why] } : {}),
    };
  });
}

function wordsOf({ what, by, blocks, due, until, hearing }: Follows) {
  const more = [
    ...(by ? [say(`由${by['zh-CN']}办`, `by ${by.en}`)] : []),
    ...(blocks ? [say(`限制：${blocks['zh-CN']}`, `bars: ${blocks.en}`)] : []),
    ...(hearing === 'before' ? [say('先听取陈述', 'the subject is heard first')] : []),
    ...(due === null ? [] : [say(`${due} 前`, `by ${due}`)]),
    ...(until === null ? [] : [say(`至 ${until} 止`, `until ${until}`)]),
  ];
  const inside = say(more.map((one) => one['zh-CN']).join('，'), more.map((one) => one.en).join(', '));
  if (more.length === 0) return say(`后果：${what['zh-CN']}`, `What follows: ${what.en}`);
  return say(`后果：${what['zh-CN']}（${inside['zh-CN']}）`, `What follows: ${what.en} (${inside.en})`);
}
