import { unknownName } from '../duty/problems.ts';
import { type At, COUNTED, type ExpressionConstruct, type FigureType, type PartOf } from '../measure/types.ts';
import { figure, lacking, step } from '../measure/values.ts';
import type { Light, Standing } from '../standing.ts';
import type { Value, Words } from '../value.ts';
import { say } from '../words.ts';

const TYPE: FigureType = { kind: 'number', unit: COUNTED };
type Outcome = PartOf<'standing'>['standing']['counts'];

const COUNTS: Record<Outcome, { readonly lights: readonly Light[]; readonly words: Words }> = {
  met: { lights: ['met'], words: say('按期完成', 'met') },
  late: { lights: ['late'], words: say('补办完成', 'caught up late') },
  overdue: { lights: ['overdue'], words: say('逾期', 'overdue') },
  owed: {
    lights: ['met', 'late', 'overdue', 'due-soon', 'open', 'not-known'],
    words: say('应完成', 'owed'),
  },
};

/**
 * `{ standing: { obligation: joint-office, counts: met } }`: standings of a duty on the organisation's row
 * whose period ends in the measure's or rating's period; for a posting or person, its own. One that is not known keeps `met`, `late` and `overdue` from being known.
 */
export const standings: ExpressionConstruct<PartOf<'standing'>> = {
  key: 'standing',
  check: ({ standing: part }, at, { parts, inDuty, add }) => {
    const pointer = `${at}/standing/obligation`;
    for (const finding of unknownName('obligation', part.obligation, parts.obligations, pointer)) add(finding);
    if (!inDuty) return TYPE;
    add({
      code: 'standing-in-duty',
      at: `${at}/standing`,
      words: say('义务的基数不能取自义务的完成情况', 'The base of a duty cannot be how duties stand'),
      wayOut: say('改用记录或对象的计数', 'Count entries or subjects instead'),
    });
    return null;
  },
  compile: ({ standing: { obligation, counts } }, { parts }) => {
    const { lights, words } = COUNTS[counts];
    const title = parts.obligations.get(obligation)?.title ?? say(obligation, obligation);
    const read = (at: At): readonly Standing[] => ownOf(at, at.run.standings(obligation, at.organisation, at));
    const valueOf = (all: readonly Standing[]): Value => {
      const unclear = counts === 'owed' ? [] : all.filter(({ light }) => light === 'not-known');
      if (unclear.length > 0) return lacking(unclear.flatMap(({ missing }) => missing));
      return figure(all.filter(({ light }) => lights.includes(light)).length, TYPE);
    };
    return {
      evaluate: (at) => valueOf(read(at)),
      explain: (at) => {
        const all = read(at);
        return step(parts, TYPE, {
          construct: 'standings',
          words: say(`“${title['zh-CN']}”${words['zh-CN']}的期数`, `Periods of “${title.en}” that are ${words.en}`),
          result: valueOf(all),
          rule: parts.ruleOf('obligation', obligation),
          details: { standings: all.map(({ subject, period, light }) => ({ subject, period: period.key, light })) },
        });
      },
    };
  },
};

/** Of a posting or person only its own standings; of an organisation all on its row. */
function ownOf({ subject }: At, all: readonly Standing[]): readonly Standing[] {
  if (subject.kind === 'organisation') return all;
  return all.filter((one) => one.subject.kind === subject.kind && one.subject.id === subject.id);
}
