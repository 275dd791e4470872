import type { Decimal } from '../../decimal.ts';
import { factRef } from '../../duty/fact-ref.ts';
import type { Explanation } from '../../explanation.ts';
import { figure, lacking, step as titled } from '../../measure/values.ts';
import type { Value } from '../../value.ts';
import { plain } from '../../value-json.ts';
import { say, counted as some } from '../../words.ts';
import type { StepCompiler } from '../types.ts';
import { compileDeclarations, type Declaration, type FromEntries } from './declarations.ts';
import type { FilledItem, Filling, LooseEntry } from './filling.ts';
import { combined, compileScores, type Scores } from './scores.ts';

/** Items that entries declare and score. */
export function fromEntries(part: FromEntries, compiler: StepCompiler): Filling {
  const declarations = compileDeclarations(part, compiler);
  const scoresAt = compileScores(part, compiler);
  return {
    itemsAt: (sheet, row) => {
      const at = sheet.at(row);
      const [declared, scores] = [declarations(at), scoresAt(at)];
      if ('missing' in declared) return declared;
      if ('missing' in scores) return scores;
      const names = new Set(declared.filter(({ unfit }) => unfit === null).map(({ name }) => name));
      const loose: LooseEntry[] = [...scores.without(names)];
      const items = declared.map((one) => scoredItem(one, scores, part, compiler, loose));
      return { items, loose };
    },
  };
}

function scoredItem(
  one: Declaration,
  scores: Scores,
  { declared, scored }: FromEntries,
  { parts, type }: StepCompiler,
  loose: LooseEntry[],
): FilledItem {
  const isMinus = one.plus.isZero();
  const size = isMinus ? one.minus : one.plus;
  const { counted, refused } = one.unfit === null ? scores.ofItem(one.name, size) : NOBODY;
  loose.push(...refused);
  const points = counted.length > 0 ? combined(counted, scored.several, size) : null;
  const value = points === null ? unscored(one, size, isMinus, scored.unscored) : signed(points, isMinus);
  const limit = `${isMinus ? '−' : '+'}${plain(size)}`;
  const scoreTitle = parts.forms.get(scored.entries.form)?.title;
  const said =
    points === null
      ? say(`${limit}，没有评分`, `${limit}, not scored`)
      : say(`${limit}，${counted.length} 条评分`, `${limit}, ${some(counted.length, 'score')}`);
  return {
    id: one.fact.id,
    title: one.title,
    plus: one.plus,
    minus: one.minus,
    kind: one.kind,
    unfit: one.unfit,
    fact: one.fact.id,
    value,
    explain: (): Explanation =>
      titled(parts, type, {
        construct: 'item',
        words: say(`${one.title['zh-CN']}（${said['zh-CN']}）`, `${one.title.en} (${said.en})`),
        result: value,
        facts: [
          factRef(one.fact, limit, undefined, parts.forms.get(declared.entries.form)?.title),
          ...counted.map(({ fact, points: own, note }) => factRef(fact, plain(own), note ?? undefined, scoreTitle)),
          ...refused.map(({ entry, words }) => factRef(entry, undefined, words, scoreTitle)),
        ],
      }),
  };

  function signed(is: Decimal, minus: boolean): Value {
    return figure(minus ? is.neg() : is, type);
  }

  function unscored(
    { title }: Declaration,
    whole: Decimal,
    minus: boolean,
    choice: FromEntries['scored']['unscored'],
  ): Value {
    if (choice === 'zero') return figure(0, type);
    if (choice === 'full') return signed(whole, minus);
    const { 'zh-CN': zh, en } = title;
    return lacking([
      { what: `form:${scored.entries.form}`, words: say(`“${zh}”还没有评分`, `“${en}” is not scored yet`) },
    ]);
  }
}

const NOBODY: ReturnType<Scores['ofItem']> = { counted: [], refused: [] };
