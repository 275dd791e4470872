import { fromDay, toDay } from '../../src/day.ts';
import type { Example, Policy, Value, World } from '../../src/index.ts';
import { below, exactly } from './sentences.ts';

export interface Asked {
  readonly policy: Policy;
  readonly world: World;
  readonly asOf: string;
  readonly expect: Example['expect'];
}

/** A value with every digit; what is not known by the first thing that is missing. */
function brief(value: Value): string {
  if (value.state === 'not-applicable') return './.';
  if (value.state === 'known') return exactly(value);
  const [first, ...more] = value.missing;
  return `? ${first?.what}${more.length === 0 ? '' : ` +${more.length}`}`;
}

/** Every value and light of what an example asks about, by subject. */
export function valuesOf({ policy, world, asOf, expect }: Asked): Map<string, string> {
  const ratings = new Map(expect.flatMap((one) => ('rating' in one ? [[`${one.rating} ${one.period}`, one]] : [])));
  const measures = new Map(expect.flatMap((one) => ('measure' in one ? [[`${one.measure} ${one.period}`, one]] : [])));
  const obligations = new Set(expect.flatMap((one) => ('obligation' in one ? [one.obligation] : [])));
  return new Map([
    ...[...ratings].flatMap(([key, { rating, period }]) => ratingValues({ policy, world, asOf }, key, rating, period)),
    ...[...measures].flatMap(([key, { measure, period }]) =>
      [...policy.measure(world, { measure, period, asOf })].map(([of, value]): [string, string] => [
        `${key} ${of}`,
        brief(value),
      ]),
    ),
    ...(obligations.size === 0 ? [] : policy.evaluate(world, { asOf, obligations: [...obligations] })).map(
      ({ obligation, subject, period, light, done, need, due, awaiting }): [string, string] => [
        `${obligation} ${period.key} ${subject.id}:`,
        `${light} ${done}/${need} due ${due}${awaiting > 0 ? `, awaiting ${awaiting}` : ''}`,
      ],
    ),
  ]);
}

function ratingValues(
  { policy, world, asOf }: Omit<Asked, 'expect'>,
  key: string,
  rating: string,
  period: string,
): [string, string][] {
  const { rated, findings } = policy.rate(world, { rating, period, asOf });
  return [
    ...rated.flatMap(({ subject, steps, consequences }): [string, string][] => [
      ...[...steps].map(([id, value]): [string, string] => [`${key} ${subject.id}:${id}`, brief(value)]),
      ...consequences.map(({ id, state, until }): [string, string] => [
        `${key} ${subject.id}:=> ${id}`,
        `${state} until ${until}`,
      ]),
    ]),
    [`${key} findings:`, findings.map(({ step, words }) => `${step}: ${words.en}`).join('; ')],
  ];
}

/** What differs between two worlds or days, a line for each subject: `year 2026 王庄: marks 3 → 4; score 5 → 6`. */
export function differences(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  const keys = [...new Set([...before.keys(), ...after.keys()])];
  const changed = keys.filter((key) => before.get(key) !== after.get(key));
  const lines = Map.groupBy(changed, (key) => key.slice(0, key.lastIndexOf(':')));
  return [...lines].map(([of, all]) => {
    const each = all.map((key) => `${key.slice(of.length + 1)} ${before.get(key) ?? '–'} → ${after.get(key) ?? '–'}`);
    return `${of}: ${each.join('; ').trim()}`;
  });
}

/** What each entry carries: what changes without it, and without each thing that it states. Alike but for figures and names, it is told once. */
export function toldEntries(asked: Asked): string[] {
  const { world } = asked;
  const now = valuesOf(asked);
  const told = new Set<string>();
  const changed = (what: string, facts: World['facts']): string[] => {
    const lines = differences(now, valuesOf({ ...asked, world: { ...world, facts } }));
    const shape = [what, ...lines.map((line) => line.slice(line.indexOf(':')).replaceAll(/[\d.]+/g, '#'))].join();
    return lines.length === 0 || told.has(shape) || !told.add(shape) ? [] : lines;
  };
  return world.facts.flatMap((fact, i) => {
    const fields = Object.keys(fact.data).filter((id) => id !== asked.policy.forms.get(fact.form)?.date);
    const lines = [
      ...changed(fact.form, world.facts.toSpliced(i, 1)),
      ...fields.flatMap((field) => {
        const emptied = { ...fact, data: { ...fact.data, [field]: null } };
        const own = changed(`${fact.form} ${field}`, world.facts.with(i, emptied));
        return own.length === 0 ? [] : [`its ${field}`, ...below(own)];
      }),
    ];
    return lines.length === 0
      ? []
      : [`without ${fact.id}, ${fact.form} ${fact.subject.id} ${fact.date}`, ...below(lines)];
  });
}

/** What time alone changes: on the days that the example names, and those beside them. */
export function toldDays(asked: Asked): string[] {
  const named = JSON.stringify(asked.world).match(/\d{4}-\d{2}-\d{2}/g) ?? [];
  const year = asked.asOf.slice(0, 4);
  const days = [...named, asked.asOf, `${year}-01-01`, `${year}-07-01`, `${year}-12-31`].map(toDay);
  const around = [...new Set(days.flatMap((day) => [day - 1, day, day + 1]))].toSorted((a, b) => a - b);
  const near = around.filter((day) => Math.abs(day - toDay(asked.asOf)) < 400);
  let before: ReadonlyMap<string, string> = new Map();
  return near.flatMap((day) => {
    const after = valuesOf({ ...asked, asOf: fromDay(day) });
    const changed = before.size === 0 ? [] : differences(before, after);
    before = after;
    return changed.length === 0 ? [] : [`on ${fromDay(day)}`, ...below(changed)];
  });
}
