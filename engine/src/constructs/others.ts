import { unknownName } from '../duty/problems.ts';
import type { Parts } from '../parts.ts';
import { checkTaking } from '../rating/below/check.ts';
import { combiner } from '../rating/below/combine.ts';
import { explainBelow } from '../rating/below/explain.ts';
import { attributeTitle, isByName } from '../rating/below/named.ts';
import { checkNamed } from '../rating/below/named-check.ts';
import { belowNeighbours, unitsToReach } from '../rating/below/neighbours.ts';
import { unitsTied } from '../rating/below/units.ts';
import { stepMeant } from '../rating/other.ts';
import type { StepChecker, StepConstruct, StepPart } from '../rating/types.ts';
import type { Value, Words } from '../value.ts';
import { say } from '../words.ts';

type Part = StepPart<'others'>;

const NOBODY = say('没有可取的结果', 'There is no result to take');

/** `others: { rating: village-year, whose: { where_it_holds: [lead] }, take: mean, … }`: the villages a cadre is in charge of. */
export const others: StepConstruct<Part> = {
  key: 'others',
  check: (part, at, checker) => {
    const sound = checkWhose(part.whose, `${at}/whose`, checker);
    const type = checkTaking(part, at, checker);
    return sound ? type : null;
  },
  compile: (part, compiler) => {
    const other = compiler.parts.ratings.get(part.rating);
    const step = (other && stepMeant(part, other)) ?? '';
    const combine = combiner(part, compiler, NOBODY);
    const whose = whoseWords(part.whose, compiler.parts);
    return {
      column: (sheet) => {
        const units = unitsTied(part, step, sheet);
        return sheet.subjects.map((_, row) => combine(units(row), sheet.at(row)).value satisfies Value);
      },
      neighbours: (sheet, row) =>
        belowNeighbours(
          part,
          unitsTied(part, step, sheet)(row),
          (units) => combine(units, sheet.at(row)).value,
          compiler.type,
        ),
      toReach: (sheet, row, value) => {
        const units = unitsTied(part, step, sheet)(row);
        return unitsToReach(part, units, combine(units, sheet.at(row)).value, value, whose);
      },
      explain: ({ sheet, row, at }) => {
        const units = unitsTied(part, step, sheet)(row);
        return explainBelow(part, units, combine(units, at), compiler, whose);
      },
    };
  },
};

function checkWhose(whose: Part['whose'], at: string, checker: StepChecker): boolean {
  if (isByName(whose)) return checkNamed(whose, at, checker);
  const { add, parts, rating } = checker;
  if ('predecessors' in whose && !('organisations' in rating.of)) {
    add({
      code: 'wrong-kind',
      at,
      words: say('人员没有合并、拆分', 'Persons are not merged or divided'),
      wayOut: say('只在评组织的办法中写', 'Write it only where organisations are rated'),
    });
    return false;
  }
  const all = 'organisations' in rating.of;
  const ofPerson = 'where_it_holds' in whose || 'where_it_works' in whose;
  const findings = Object.entries(whose).flatMap(([key, ids]) => {
    if (!Array.isArray(ids)) return [];
    const post = key === 'where_it_holds' || key === 'holders';
    return ids.flatMap((id: string, i) =>
      post
        ? unknownName('post-kind', id, parts.postKinds, `${at}/${key}/${i}`)
        : unknownName('posting-kind', id, parts.postingKinds, `${at}/${key}/${i}`),
    );
  });
  if (ofPerson && all)
    findings.push({
      code: 'wrong-kind',
      at,
      words: say('组织不任职务，也不被选派', 'An organisation holds no posts and is not posted'),
      wayOut: say(
        '组织写 holders、postings、sent 或 members；下级组织写 below',
        'For organisations write holders, postings, sent or members; for units under them `below`',
      ),
    });
  for (const finding of findings) add(finding);
  return findings.length === 0;
}

function whoseWords(whose: Part['whose'], parts: Parts): Words {
  if ('named' in whose || 'attribute' in whose) return say('点名的对象', 'it names');
  if ('same' in whose) {
    const { 'zh-CN': zh, en } = attributeTitle(whose.same, parts);
    return say(`“${zh}”相同的对象`, `of the same “${en}”`);
  }
  if ('predecessors' in whose) return say('原组织', 'predecessors');
  if ('where_it_holds' in whose) return say('任职的组织', 'organisations held');
  if ('where_it_works' in whose) return say('所驻的组织', 'organisations worked in');
  if ('holders' in whose) return say('任职者', 'holders');
  if ('postings' in whose) return say('驻此人员', 'posted here');
  return 'sent' in whose ? say('派出人员', 'sent out') : say('成员', 'members');
}
