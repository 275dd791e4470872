import {
  type Policy,
  type Rated,
  type Rating,
  type Value,
  type ValueJson,
  valueToJson,
  type World,
} from '@luoshi/engine';
import { gradesOf } from './list-ratings.ts';

/** What stands across and down a sheet of results: steps, grades, what may follow, and a row for each subject. */
export function ratingSheet(
  { policy, rating, world }: { readonly policy: Policy; readonly rating: Rating; readonly world: World },
  rated: readonly Rated[],
) {
  const named = new Map(world.organisations.map((one) => [one.id, one]));
  const groupOf = ({ subject, organisation: at }: Rated) => {
    const own = named.get(at);
    return (subject.kind === 'organisation' ? named.get(own?.parent ?? '')?.name : own?.name) ?? '';
  };
  return {
    grades: gradesOf(rating, policy),
    consequences: (rating.consequences ?? []).map((one) => ({ id: one.id, title: one.what })),
    steps: policy.ratingGraph(rating.id).steps.map(({ id: step, title, scale }) => ({
      ...{ id: step, title, number: scale === undefined },
      ...(scale === undefined ? {} : { grades: rating.scales?.find((one) => one.id === scale)?.grades ?? [] }),
    })),
    rows: rated.map((row) => ({ ...rowOf(row), group: groupOf(row) })),
  };
}

function rowOf({ subject, organisation, name, steps, score, grade, place, consequences }: Rated) {
  return {
    ...{ subjectKind: subject.kind, subject: subject.id, organisation, name },
    steps: Object.fromEntries([...steps].map(([step, value]) => [step, valueToJson(value)])),
    ...{ score: jsonOf(score), grade: jsonOf(grade), place: jsonOf(place) },
    follows: consequences.map(({ id, state, due, until }) => ({ id, state, due, until })),
  };
}

const jsonOf = (value: Value | null): ValueJson | null => value && valueToJson(value);
