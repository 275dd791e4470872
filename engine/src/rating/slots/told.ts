import type { Explanation } from '../../explanation.ts';
import { step as titled } from '../../measure/values.ts';
import { notApplicable, type Value, type Words } from '../../value.ts';
import { counted, say } from '../../words.ts';
import type { EntryRefusal, Sheet, StepCompiler, StepExplanation, StepFinding, Telling } from '../types.ts';
import type { Slotted } from './filling.ts';

/** How local items made the value of their step: each with its own way, those refused with the reason. */
export function explainSlots(
  found: Slotted | null,
  notes: readonly Words[],
  telling: Telling,
  { parts, type }: StepCompiler,
): StepExplanation {
  if (found === null) return { words: say('尚不能计', 'not known yet') };
  const refused = found.items.filter((one) => one.refused !== null).length;
  const said = [
    say(
      `${found.items.length - refused} 项自设项目合计`,
      `${counted(found.items.length - refused, 'local item')} added up`,
    ),
    ...(refused > 0 ? [say(`另 ${refused} 项不计`, `${refused} more not`)] : []),
    ...found.short,
    ...notes,
  ];
  const children = found.items.map(({ item, refused: why }): Explanation => {
    if (why === null) return item.explain(telling);
    const { 'zh-CN': zh, en } = item.title;
    const words = say(`${zh}（不计：${why.words['zh-CN']}）`, `${en} (does not count: ${why.words.en})`);
    return {
      ...item.explain(telling),
      ...titled(parts, type, { construct: 'item', words, result: notApplicable(why.words) }),
    };
  });
  const loose = found.loose.filter(({ fact }) => !children.some(({ facts }) => facts?.some(({ id }) => id === fact)));
  return {
    words: say(said.map((one) => one['zh-CN']).join('，'), said.map((one) => one.en).join(', ')),
    children: [
      ...children,
      ...loose.map(({ words }) => titled(parts, type, { construct: 'item', words, result: notApplicable(words) })),
    ],
  };
}

/** Refused items, and ends not reached: somebody must look at them before the result stands. */
export function slotFindings(found: Slotted | { readonly open: Value }, sheet: Sheet, row: number): StepFinding[] {
  const subject = sheet.subjects[row];
  if ('open' in found || !subject) return [];
  const refused = found.items.flatMap(({ item, refused: why }) =>
    why === null
      ? []
      : [
          say(
            `${subject.name}：自设项目“${item.title['zh-CN']}”不计：${why.words['zh-CN']}`,
            `${subject.name}: the local item “${item.title.en}” does not count: ${why.words.en}`,
          ),
        ],
  );
  const loose = found.loose.map(({ words }) =>
    say(`${subject.name}：${words['zh-CN']}`, `${subject.name}: ${words.en}`),
  );
  const short = found.short.map((words) => say(`${subject.name}：${words['zh-CN']}`, `${subject.name}: ${words.en}`));
  return [...refused, ...loose, ...short].map((words) => ({ organisation: subject.organisation, words }));
}

/** Entries that the step does not take, and why. */
export function slotRefusals(found: Slotted | { readonly open: Value }): EntryRefusal[] {
  if ('open' in found) return [];
  const declared = found.items.flatMap(({ item, refused }) =>
    refused === null || item.fact === undefined
      ? []
      : [{ fact: item.fact, words: refused.words, wayOut: refused.wayOut }],
  );
  return [...declared, ...found.loose];
}
