import type { VariableType } from '../condition.ts';
import { compileValue } from '../condition.ts';
import { Decimal } from '../decimal.ts';
import { valueProblems } from '../duty/problems.ts';
import { aggregate } from '../measure/aggregate.ts';
import { type Contribution, collecting, noMembers, ofWords, setWords } from '../measure/over.ts';
import { type CompiledSet, checkSet, compileSet } from '../measure/set.ts';
import type { At, ExpressionConstruct, FigureType, PartOf } from '../measure/types.ts';
import { figure, lacking } from '../measure/values.ts';
import type { Value } from '../value.ts';
import { say } from '../words.ts';

/** `latest: { form: village-profile, of: data.income }`: what the newest entry says; no value without an entry. */
export const latest: ExpressionConstruct<PartOf<'latest'>> = {
  key: 'latest',
  check: ({ latest: part }, at, checker) => {
    if (part.form === undefined) {
      checker.add({
        code: 'not-dated',
        at: `${at}/latest`,
        words: say('只有记录才有先后', 'Only entries have a latest one'),
        wayOut: say('以 form 指定一张表单', 'Name a form with `form`'),
      });
      return null;
    }
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
    const [field, over] = [ofWords(part.of, part, parts), setWords(set)];
    return aggregate({
      construct: 'latest',
      parts,
      type,
      words: say(`最近一次${over['zh-CN']}的“${field['zh-CN']}”`, `Latest “${field.en}” of ${over.en}`),
      collect: collecting(newestOnly(set), of, of.reads),
      reduce: ([newest]) => (newest ? held(newest, type) : lacking([noMembers(set, part)])),
    });
  },
};

function newestOnly(set: CompiledSet): CompiledSet {
  return {
    ...set,
    gather: (at: At) => {
      const { elements, doubt } = set.gather(at);
      const sorted = elements.toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
      return { elements: sorted.slice(-1), doubt };
    },
  };
}

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
