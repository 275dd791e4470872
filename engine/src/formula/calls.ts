import { DATE_CALLS } from '../condition/date-calls.ts';
import { ConditionError, refuse } from '../condition/error.ts';
import { insteadOf } from '../condition/excel.ts';
import type { Node, NodeOf } from '../condition/node.ts';
import { TIME_CALLS } from '../condition/time-calls.ts';
import type { ExpressionForm } from '../schema/expression.ts';
import { say } from '../words.ts';
import { refuseFormula } from './refuse.ts';

type FormOf = (node: Node) => ExpressionForm;
type Call = (args: readonly Node[], formOf: FormOf, offset: number) => ExpressionForm | null;

const OVER_DAYS: ReadonlySet<string> = new Set([...DATE_CALLS, ...TIME_CALLS].map(([name]) => name));
const MODES = ['half-up', 'half-even', 'up', 'down'] as const;
const SPREADS = ['calendar-days', 'working-days', 'months'] as const;
const HELD_ON = ['any-day', 'first-day', 'last-day', 'every-day'] as const;
const PUBLISHED = ['latest', 'previous'] as const;
const SERVED_IN = ['days', 'working-days', 'months', 'years', 'terms'] as const;
const PARTS = ['full', 'begun', 'pro-rata'] as const;
const MONTH_PARTS = [...PARTS, 'halves'] as const;
const STRETCHES = ['longest', 'current'] as const;
const PERIODS = ['previous', 'year-before'] as const;
const JOINED = ['sum', 'mean', 'greatest', 'least', 'any', 'all'] as const;

/** Functions of the formula language; null when the arguments do not fit. */
const CALLS: Readonly<Record<string, { readonly call: Call; readonly written: string }>> = {
  param: {
    written: 'param("parameter.id") or param("parameter.id", "calendar-days" | "working-days" | "months")',
    call: ([id, by]) => {
      if (!id || !isText(id)) return null;
      if (!by) return { parameter: id.args };
      const named = isText(by) ? SPREADS.find((one) => one === by.args) : undefined;
      return named ? { parameter: id.args, over: named } : null;
    },
  },
  attr: {
    written: 'attr("attribute")',
    call: ([id]) => (id && isText(id) ? { attribute: `subject.attributes.${id.args}` } : null),
  },
  measure: {
    written:
      'measure("measure-id"), measure("measure-id", "previous" | "year-before") or measure("measure-id", "year-before", "sum" | "mean" | "greatest" | "least" | "any" | "all")',
    call: ([id, period, joined]) => {
      if (!id || !isText(id)) return null;
      if (!period) return { measure: id.args };
      const named = isText(period) ? PERIODS.find((one) => one === period.args) : undefined;
      if (!named || !joined) return named ? { measure: id.args, period: named } : null;
      const taken = isText(joined) ? JOINED.find((one) => one === joined.args) : undefined;
      return taken ? { measure: id.args, period: named, predecessors: taken } : null;
    },
  },
  min: {
    written: 'min(a, b, …)',
    call: (args, formOf) => (args.length < 2 ? null : { least: args.map(formOf) }),
  },
  max: {
    written: 'max(a, b, …)',
    call: (args, formOf) => (args.length < 2 ? null : { greatest: args.map(formOf) }),
  },
  best: {
    written: 'best(3, a, b, c, d, …)',
    call: (args, formOf) => someForm('best', args, formOf),
  },
  worst: {
    written: 'worst(2, a, b, c, …)',
    call: (args, formOf) => someForm('worst', args, formOf),
  },
  root: {
    written: 'root(value, 2)',
    call: ([value, by], formOf) => {
      const degree = wholeIn(by);
      return value && degree !== null && degree >= 2 ? { root: { of: formOf(value), degree } } : null;
    },
  },
  known: {
    written: 'known(value)',
    call: ([value], formOf) => (value ? { known: { value: formOf(value) } } : null),
  },
  known_or: {
    written: 'known_or(value, other)',
    call: ([value, other], formOf) =>
      value && other ? { known: { value: formOf(value), otherwise: formOf(other) } } : null,
  },
  applies: {
    written: 'applies(value)',
    call: ([value], formOf) => (value ? { known: { value: formOf(value), asks: 'applies' } } : null),
  },
  applies_or: {
    written: 'applies_or(value, other)',
    call: ([value, other], formOf) =>
      value && other ? { known: { value: formOf(value), asks: 'applies', otherwise: formOf(other) } } : null,
  },
  full: {
    written: 'full(step)',
    call: ([step]) => (step?.op === 'id' ? { full: step.args } : null),
  },
  holding: {
    written: 'holding(condition, condition, …)',
    call: (args, formOf) => (args.length === 0 ? null : { holding: args.map(formOf) }),
  },
  holds: {
    written: 'holds("post", "any-day" | "first-day" | "last-day" | "every-day")',
    call: ([post, on]) => {
      const day = on && isText(on) ? HELD_ON.find((one) => one === on.args) : undefined;
      return post && isText(post) && day ? { holds: { posts: [post.args], on: day } } : null;
    },
  },
  published: {
    written: 'published("rating", "step", "latest" | "previous")',
    call: (args) => {
      const [rating, ...rest] = args.map((arg) => (isText(arg) ? arg.args : ''));
      const period = PUBLISHED.find((one) => one === rest.at(-1));
      const step = rest.length === 2 ? rest[0] : undefined;
      if (!rating || !period || rest.length > 2 || step === '') return null;
      return { published: { rating, ...(step === undefined ? {} : { step }), period } };
    },
  },
  served: {
    written:
      'served("days" | "working-days" | "terms"), served("months" | "years", "full" | "begun" | "pro-rata", "post", …, "to-date", "longest" | "current") or served("months", "halves", "post", …)',
    call: (args) => servedForm(args.flatMap((arg) => (isText(arg) ? [arg.args] : []))),
  },
  round: {
    written: 'round(value, decimals, "half-up" | "half-even" | "up" | "down")',
    call: ([value, decimals, mode], formOf) => {
      const named = mode && isText(mode) ? MODES.find((one) => one === mode.args) : undefined;
      const digits = decimals?.op === 'value' ? Number(decimals.args) : Number.NaN;
      if (!value || !named || !Number.isInteger(digits)) return null;
      return { round: { value: formOf(value), decimals: digits, mode: named } };
    },
  },
};

function someForm(key: 'best' | 'worst', [count, ...numbers]: readonly Node[], formOf: FormOf): ExpressionForm | null {
  const take = wholeIn(count);
  if (take === null || take < 1 || numbers.length < 2) return null;
  const part = { take, of: numbers.map(formOf) };
  return key === 'best' ? { best: part } : { worst: part };
}

/** A whole number that is written down; null for anything else. */
function wholeIn(node: Node | undefined): number | null {
  const number = node?.op === 'value' ? Number(node.args) : Number.NaN;
  return Number.isInteger(number) ? number : null;
}

/** `served("months", "begun", "director")`, `served("years", "full", "director", "to-date", "longest")`; days have no part. */
function servedForm([unit = '', ...rest]: readonly string[]): ExpressionForm | null {
  const of = SERVED_IN.find((one) => one === unit);
  if (!of) return null;
  const parted = of === 'months' || of === 'years';
  const part = parted ? (of === 'years' ? PARTS : MONTH_PARTS).find((one) => one === rest[0]) : undefined;
  if (parted && !part) return null;
  const words = part ? rest.slice(1) : rest;
  const stretch = STRETCHES.find((one) => words.includes(one));
  const posts = words.filter((one) => one !== 'to-date' && one !== stretch);
  return {
    served: {
      in: of,
      ...(part && { [of === 'years' ? 'part_years' : 'part_months']: part }),
      ...(posts.length > 0 ? { posts } : {}),
      ...(words.includes('to-date') ? { during: 'to-date' as const } : {}),
      ...(stretch ? { stretch } : {}),
    },
  };
}

/** How each function of formulas is written, those over days and times of day aside. */
export const formulaCalls = (): ReadonlyMap<string, string> =>
  new Map([...Object.entries(CALLS).map(([name, { written }]): [string, string] => [name, written]), AMOUNT]);

const AMOUNT: readonly [string, string] = ['yuan', 'yuan(50), point(2): unit(number)'];

/** What a call in a formula is short for. @throws ConditionError */
export function callForm(node: NodeOf<'call'>, formOf: FormOf): ExpressionForm {
  const [name, args] = node.args;
  if (OVER_DAYS.has(name)) return { call: { name, of: args.map(formOf) } };
  const known = Object.hasOwn(CALLS, name) ? CALLS[name] : undefined;
  if (!known) return unknownCall(node, name, args);
  const form = known.call(args, formOf, node.start);
  if (form) return form;
  return refuse(
    node.start,
    `“${name}”的写法不对`,
    `“${name}” is not written as it must be`,
    `写作 ${known.written}`,
    `Write ${known.written}`,
  );
}

function unknownCall({ start }: NodeOf<'call'>, name: string, args: readonly Node[]): ExpressionForm {
  const wayOut = insteadOf(name, 'inFormula');
  if (wayOut === null) return amountForm(name, args) ?? refuseFormula(start, `${name}()`);
  throw new ConditionError(say(`公式里没有 ${name}()`, `A formula has no ${name}()`), wayOut, start);
}

/** A unit as formulas write it: an id may hold hyphens, which would be minus there. */
export const writtenUnit = (unit: string): string => unit.replaceAll('-', '_');

/** `yuan(50)`: a number laid down with its unit; the hyphens of an id are written as underscores. */
function amountForm(name: string, [amount, ...more]: readonly Node[]): ExpressionForm | null {
  const minus = amount?.op === '-_';
  const digits = minus ? amount.args : amount;
  if (more.length > 0 || digits?.op !== 'value') return null;
  const { args: written } = digits;
  if (typeof written !== 'bigint' && typeof written !== 'number') return null;
  return { number: `${minus ? '-' : ''}${written}`, unit: name.replaceAll('_', '-') };
}

const isText = (node: Node): node is NodeOf<'value'> & { args: string } =>
  node.op === 'value' && typeof node.args === 'string';
