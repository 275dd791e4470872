import { compileValue, nameWords, type Variables, type VariableType } from '../condition.ts';
import { Decimal } from '../decimal.ts';
import { valueProblems } from '../duty/problems.ts';
import { subjectNamesAt } from '../measure/subject-names.ts';
import type { At, Checker, ExpressionConstruct, FigureType, PartOf } from '../measure/types.ts';
import { numberIn } from '../measure/unit.ts';
import { figure, lacking, step } from '../measure/values.ts';
import type { Finding } from '../problem.ts';
import { known, type Value, type Words } from '../value.ts';
import { say } from '../words.ts';

type Part = PartOf<'attribute'>;

/** `{ attribute: subject.attributes.terrain }`, in a formula `attr("terrain")` or `parent.name`: what is recorded of the subject. */
export const attribute: ExpressionConstruct<Part> = {
  key: 'attribute',
  check: (part, at, { names, add }) => {
    if (names === null) return noSubject(at, add);
    const findings = valueProblems(part.attribute, names, `${at}/attribute`);
    for (const finding of findings) add(finding);
    if (findings.length > 0) return null;
    const type = typeOf(part, compileValue(part.attribute, names).type);
    if (type === null) add(declaredElsewhere(part, names, at) ?? mustSayAs(part, at));
    return type;
  },
  compile: (part, { parts, names }) => {
    const read = compileValue(part.attribute, names ?? {});
    const type = typeOf(part, read.type) ?? { kind: 'text' };
    const title = nameWords(part.attribute, names ?? {});
    const evaluate = (at: At): Value => held(read(subjectNamesAt(at)), type, part.attribute, title);
    return {
      evaluate,
      explain: (at) =>
        step(parts, type, {
          construct: 'attribute',
          words: say(`登记的“${title['zh-CN']}”`, `“${title.en}” as recorded`),
          result: evaluate(at),
        }),
    };
  },
};

function typeOf({ as }: Part, type: VariableType): FigureType | null {
  switch (type.type) {
    case 'number':
      return numberIn(type.unit);
    case 'boolean':
      return { kind: 'boolean' };
    case 'text':
      if (type.options === undefined) return { kind: 'text' };
      return { kind: 'text', options: type.options, titles: new Map(Object.entries(type.optionTitles ?? {})) };
    case 'date':
      return { kind: 'text' };
    default:
      return as === undefined ? null : { kind: as };
  }
}

function held(value: unknown, type: FigureType, path: string, title: Words): Value {
  if (type.kind === 'number' && (typeof value === 'number' || typeof value === 'string')) {
    const text = String(value);
    if (/^-?\d+(\.\d+)?$/.test(text)) return figure(new Decimal(text), type);
  }
  if (type.kind === 'boolean' && typeof value === 'boolean') return known(value);
  if (type.kind === 'text' && value !== undefined) return known(String(value));
  return lacking([
    { what: `attribute:${path}`, words: say(`未登记“${title['zh-CN']}”`, `“${title.en}” is not recorded`) },
  ]);
}

function noSubject(at: string, add: Checker['add']): null {
  add({
    code: 'no-subject',
    at: `${at}/attribute`,
    words: say('此处没有对象可读', 'There is no subject to read here'),
    wayOut: say('在指标或评分办法中使用', 'Use it in a measure or rating'),
  });
  return null;
}

/** Persons and postings have no attributes that a kind declares; their organisation, or the one above it, may have the one meant. */
function declaredElsewhere({ attribute: path }: Part, names: Variables, at: string): Finding | null {
  const key = /^subject\.attributes\.(\w+)$/.exec(path)?.[1];
  const found =
    key && ['organisation', 'parent'].find((of) => names[of] && isDeclared(`${of}.attributes.${key}`, names));
  if (!found) return null;
  const meant = `${found}.attributes.${key}`;
  return {
    code: 'must-choose',
    at: `${at}/attribute`,
    words: say(
      `“${path}”没有声明，${found === 'parent' ? '上级' : '其组织'}有这一项`,
      `Nothing declares “${path}”, but ${found === 'parent' ? 'the organisation above' : 'its organisation'} has it`,
    ),
    wayOut: say(
      `写 ${meant}；确是对象自己的，写 { attribute: ${path}, as: number }（或 text、boolean）`,
      `Write ${meant}; if it is of the subject itself { attribute: ${path}, as: number } (or text, boolean)`,
    ),
  };
}

const isDeclared = (path: string, names: Variables): boolean =>
  valueProblems(path, names, '').length === 0 && typeOf({ attribute: path }, compileValue(path, names).type) !== null;

/** What a subject has without being recorded as an attribute: the level that sent a posting, its kind. */
const OWN = /^(\w+)\.attributes\.(level|kind|name|id)$/;

const mustSayAs = ({ attribute: path }: Part, at: string) => {
  const [, of, key] = OWN.exec(path) ?? [];
  return {
    code: 'must-choose',
    at: `${at}/attribute`,
    words: say(`没有声明“${path}”是什么`, `Nothing declares what “${path}” holds`),
    wayOut:
      of === undefined
        ? say(
            `写 { attribute: ${path}, as: number }（或 text、boolean）`,
            `Write { attribute: ${path}, as: number } (or text, boolean)`,
          )
        : say(
            `对象本身的派出层级、种类、名称，写 { attribute: ${of}.${key}, as: text }`,
            `The level that sent it, its kind and name are the subject’s own: write { attribute: ${of}.${key}, as: text }`,
          ),
  };
};
