import type { Variables } from '../condition.ts';
import { subjectType } from '../duty/binding.ts';
import { whoRun } from '../duty/who.ts';
import { compileExpression } from '../measure/expression.ts';
import { namesOfWho, namesOver } from '../measure/subject-names.ts';
import type { FigureType } from '../measure/types.ts';
import type { Parts } from '../parts.ts';
import type { Rating, Scale, Step } from '../schema/rating.ts';
import type { Words } from '../value.ts';
import { say } from '../words.ts';
import { analyse } from './analyse.ts';
import { applied } from './applies.ts';
import { constructOf } from './constructs.ts';
import { Matters } from './entries/across.ts';
import { stepMeant } from './other.ts';
import type { CompiledRating, CompiledStep, StepCompiler } from './types.ts';

const compiled = new WeakMap<Parts, Map<string, CompiledRating>>();

/** A sound rating as closures, compiled once per set of packs. @throws Error when there is no such rating */
export function getRating(parts: Parts, id: string): CompiledRating {
  const all = compiled.get(parts) ?? new Map<string, CompiledRating>();
  compiled.set(parts, all);
  const known = all.get(id);
  if (known) return known;
  const rating = parts.ratings.get(id);
  if (!rating) throw new Error(`There is no rating “${id}”`);
  const made = compileRating(rating, parts);
  all.set(id, made);
  return made;
}

function compileRating(rating: Rating, parts: Parts): CompiledRating {
  const { types } = analyse(rating, parts);
  const typeOf = (step: string): FigureType => types.get(step) ?? { kind: 'number' };
  const ownNames = namesOfWho(rating.of, parts);
  const titles = new Map(rating.steps.map(({ id, title }) => [id, title]));
  const titleOf = (id: string): Words => titles.get(id) ?? say(id, id);
  const matters = new Matters(rating.once ?? [], titleOf);
  const compileStep = (step: Step): CompiledStep => {
    const { construct, part } = constructOf(step);
    const type = typeOf(step.id);
    const compilerWith = (names: Variables): StepCompiler => ({
      parts,
      rating,
      step: step.id,
      matters,
      type,
      compile: (expression) =>
        compileExpression(expression, parts, null, typeOf, names, (named) => typeElsewhere(named, parts)),
      typeOf,
      titleOf,
      scale: (id) => scaleOf(rating, id),
      over: (within) => compilerWith(namesOver(within, ownNames, parts)),
    });
    const compiler = compilerWith(ownNames);
    return { step, construct: construct.key, type, run: applied(step, construct.compile(part, compiler), compiler) };
  };
  const who = whoRun(rating.of, { parts, subject: subjectType(rating.of, parts) });
  const consequences = (rating.consequences ?? []).map(({ when }) =>
    compileExpression(when, parts, null, typeOf, ownNames, (named) => typeElsewhere(named, parts)),
  );
  return { rating, parts, who, consequences, steps: new Map(rating.steps.map((step) => [step.id, compileStep(step)])) };
}

/** The type of a step of another sound rating. */
function typeElsewhere(named: { readonly rating: string; readonly step?: string }, parts: Parts): FigureType | null {
  const other = parts.ratings.get(named.rating);
  return (other && analyse(other, parts).types.get(stepMeant(named, other) ?? '')) ?? null;
}

function scaleOf(rating: Rating, id: string): Scale {
  const scale = rating.scales?.find((one) => one.id === id);
  if (!scale) throw new Error(`There is no scale “${id}” in the rating “${rating.id}”`);
  return scale;
}
