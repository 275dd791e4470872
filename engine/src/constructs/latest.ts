import type { VariableType } from '../condition.ts';
import { compilePredicate, compileValue } from '../condition.ts';
import { Decimal } from '../decimal.ts';
import { valueProblems } from '../duty/problems.ts';
import { aggregate } from '../measure/aggregate.ts';
import { missingIn } from '../measure/element.ts';
import { type Contribution, collecting, noMembers } from '../measure/over.ts';
import { type CompiledSet, compileSet, isOfEntries } from '../measure/set.ts';
import { checkSet } from '../measure/set-check.ts';
import { latestMicros } from '../measure/set-quick.ts';
import { ofWords, quoted, setWords } from '../measure/set-words.ts';
import type { At, Checker, ExpressionConstruct, FigureType, PartOf } from '../measure/types.ts';
import { figure, lacking } from '../measure/values.ts';
import { FIRST_DAY } from '../measure/window.ts';
import type { Parts } from '../parts.ts';
import type { Finding } from '../problem.ts';
import type { Period } from '../standing.ts';
import type { Missing, Value, Words } from '../value.ts';
import { say } from '../words.ts';

type Part = PartOf<'latest'>['latest'];

/**
 * `latest: { form: village-profile, of: data.income, carries: true }`: what the newest entry says; no value without
 * an entry. With `carries` an entry from before the period holds until a newer one.
 */
export const latest: ExpressionConstruct<PartOf<'latest'>> = {
  key: 'latest',
  check: ({ latest: part }, at, checker) => {
    if (!isOfEntries(part)) {
      checker.add({
        code: 'not-dated',
        at: `${at}/latest`,
        words: say('只有记录才有先后', 'Only entries have a latest one'),
        wayOut: say('以 form 指定一张表单，any_of 中也只写表单', 'Name a form with `form`, in `any_of` too'),
      });
      return null;
    }
    for (const finding of mustSayWhetherItCarries(part, at, checker)) checker.add(finding);
    const variables = checkSet(part, `${at}/latest`, checker);
    if (!variables) return null;
    const findings = valueProblems(part.of, variables, `${at}/latest/of`);
    for (const finding of findings) checker.add(finding);
    return findings.length > 0 ? null : figureType(compileValue(part.of, variables).type);
  },
  compile: ({ latest: part }, { parts }) => {
    const set = compileSet(part, parts);
    const of = compileValue(part.of, set.variables);
    const type = figureType(of.type);
    const carries = part.carries === true;
    return aggregate({
      construct: 'latest',
      parts,
      type,
      words: latestWords(ofWords(part.of, set), setWords(set), carries),
      collect: collecting(newestOnly(part, parts), of, of.reads),
      micros: type.kind === 'text' ? undefined : latestMicros(part, set.predicate, of, parts),
      reduce: ([newest]) =>
        newest ? held(newest, type) : lacking([carries ? noneYet(set, part) : noMembers(set, part)]),
    });
  },
};

function mustSayWhetherItCarries({ carries, during }: Part, at: string, { measure }: Checker): Finding[] {
  const windowed = during !== undefined && during !== 'period';
  if (carries === true && windowed) return [carriesFromWhere(at)];
  if (carries !== undefined || windowed || measure?.period === 'to-date') return [];
  return [
    {
      code: 'must-choose',
      at: `${at}/latest`,
      words: say('没有写明期前的记录是否沿用', 'It is not said whether an entry from before the period holds'),
      wayOut: say(
        '写 carries: true（期前的记录在有新记录前一直有效）或 carries: false（只看本期记录）',
        'Write carries: true (an earlier entry holds until a newer one) or carries: false (only entries of the period)',
      ),
    },
  ];
}

const carriesFromWhere = (at: string): Finding => ({
  code: 'must-choose',
  at: `${at}/latest/carries`,
  words: say(
    'during 已写明读哪些天，不能再沿用更早的记录',
    'during says which days are read, so nothing earlier holds',
  ),
  wayOut: say('删去 carries，或写 during: to-date', 'Remove carries, or write during: to-date'),
});

const latestWords = (field: Words, over: Words, carries: boolean): Words =>
  carries
    ? say(
        `最近一次${over['zh-CN']}的${field['zh-CN']}（期前的记录沿用到有新记录为止）`,
        `Latest ${field.en} of ${over.en} (an earlier entry holds until a newer one)`,
      )
    : say(`最近一次${over['zh-CN']}的${field['zh-CN']}`, `Latest ${field.en} of ${over.en}`);

/** The days read where an entry from before the period holds: all up to its end. Conditions read the period itself. */
const daysOf = ({ carries }: Part, { period }: At): Period | undefined =>
  carries === true ? { ...period, start: FIRST_DAY } : undefined;

const noneYet = ({ title, called = quoted(title) }: CompiledSet, { form }: Part): Missing => ({
  what: form === undefined ? 'members' : `form:${form}`,
  words: say(`截至期末没有${called['zh-CN']}`, `There is no ${called.en} up to the end of the period`),
});

/** Sets whose members hang on one another are looked at whole. */
const isWhole = ({ any_of, same }: Part): boolean => any_of !== undefined || same !== undefined;

/**
 * The newest entry that belongs to the set. An entry of which that is not known keeps the newest from being known
 * only when no newer one is known to belong.
 */
function newestOnly(part: Part, parts: Parts): CompiledSet {
  if (isWhole(part)) return newestOf(part, compileSet(part, parts));
  const { where: _, ...whole } = part;
  const set = compileSet(whole, parts);
  const belongs = part.where === undefined ? null : compilePredicate(part.where, set.variables);
  return {
    ...set,
    gather: (at: At) => {
      const { elements, doubt, ...joined } = set.gather(at, daysOf(part, at));
      for (const element of elements.toSorted((a, b) => (orderOf(a) > orderOf(b) ? -1 : 1))) {
        const belonging = belongs ? belongs(element.env) : true;
        if (belonging === true) return { elements: [element], doubt, ...joined };
        if (belonging === undefined) {
          return { elements: [], doubt: [...doubt, ...missingIn(element, belongs?.reads ?? [], set.missingName)] };
        }
      }
      return { elements: [], doubt, ...joined };
    },
  };
}

const newestOf = (part: Part, set: CompiledSet): CompiledSet => ({
  ...set,
  gather: (at: At) => {
    const { elements, ...others } = set.gather(at, daysOf(part, at));
    const [newest] = elements.toSorted((a, b) => (orderOf(a) > orderOf(b) ? -1 : 1));
    return { elements: newest ? [newest] : [], ...others };
  },
});

const orderOf = ({ fact }: { fact: { date: string; recordedAt: string; id: string } | null }): string =>
  fact ? `${fact.date} ${fact.recordedAt} ${fact.id}` : '';

function held({ worth }: Contribution<unknown>, type: FigureType): Value {
  if (type.kind === 'number') return figure(new Decimal(worth as number), type);
  return { state: 'known', value: Array.isArray(worth) ? worth.join(', ') : (worth as string | boolean) };
}

function figureType(type: VariableType): FigureType {
  if (type.type === 'number') return type.unit === undefined ? { kind: 'number' } : { kind: 'number', unit: type.unit };
  return { kind: type.type === 'boolean' ? 'boolean' : 'text' };
}
