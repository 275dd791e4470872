import { factRef } from '../duty/fact-ref.ts';
import { unknownName } from '../duty/problems.ts';
import type { Explanation, FactRef } from '../explanation.ts';
import { entriesAt } from '../measure/entries.ts';
import type { At } from '../measure/types.ts';
import type { Sample } from '../schema/rating/sample.ts';
import { known, notKnown, type Value } from '../value.ts';
import { valueToJson } from '../value-json.ts';
import { say } from '../words.ts';
import type { StepChecker, StepCompiler } from './types.ts';

/** The seed of a draw, who drew it and when. */
export interface Seed {
  readonly evaluate: (at: At) => Value;
  readonly facts: (at: At) => readonly FactRef[];
  readonly explain: (at: At) => Explanation | null;
}

type Entry = { readonly entry: string; readonly of: string };
const isEntry = (seed: Sample['seed']): seed is Entry => typeof seed === 'object' && 'entry' in seed;

export function checkSeed(seed: Sample['seed'], at: string, checker: StepChecker): boolean {
  if (!isEntry(seed)) return checker.any(seed, at) !== null;
  const form = checker.parts.forms.get(seed.entry);
  const fields = new Map((form?.fields ?? []).map((field) => [field.id, field]));
  const unknown = [
    ...unknownName('form', seed.entry, checker.parts.forms, `${at}/entry`),
    ...(form ? unknownName('field', seed.of, fields, `${at}/of`) : []),
  ];
  for (const finding of unknown) checker.add(finding);
  return unknown.length === 0;
}

export function compileSeed(seed: Sample['seed'], { parts, compile }: StepCompiler): Seed {
  if (!isEntry(seed)) {
    const figure = compile(seed);
    return { evaluate: figure.evaluate, facts: () => [], explain: figure.explain };
  }
  const form = parts.forms.get(seed.entry);
  const newest = (at: At) => {
    if (!form) return null;
    for (
      let id: string | null = at.organisation;
      id !== null;
      id = at.run.index.organisations.get(id)?.parent ?? null
    ) {
      const found = entriesAt(form, { ...at, subject: { kind: 'organisation', id }, organisation: id });
      const last = found
        .toSorted((a, b) => (`${a.date} ${a.recordedAt} ${a.id}` < `${b.date} ${b.recordedAt} ${b.id}` ? -1 : 1))
        .at(-1);
      if (last) return last;
    }
    return null;
  };
  const evaluate = (at: At): Value => {
    const drawn = newest(at)?.data[seed.of];
    if (drawn !== undefined && drawn !== null && drawn !== '') return known(String(drawn));
    const title = form?.title ?? say(seed.entry, seed.entry);
    return notKnown({
      what: `form:${seed.entry}`,
      words: say(`尚未抽取：没有“${title['zh-CN']}”`, `Nothing is drawn yet: there is no “${title.en}”`),
    });
  };
  return {
    evaluate,
    facts: (at) => {
      const fact = newest(at);
      return fact ? [factRef(fact, undefined, undefined, form?.title)] : [];
    },
    explain: (at) => {
      const value = evaluate(at);
      return { construct: 'sample', words: say('抽取用的种子', 'The seed of the draw'), result: valueToJson(value) };
    },
  };
}
