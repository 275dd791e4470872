import { unknownName } from '../duty/problems.ts';
import type { At, Figure } from '../measure/types.ts';
import { numberIn } from '../measure/unit.ts';
import { figure, lacking, toDecimal, unresolved } from '../measure/values.ts';
import { checkBands } from '../rating/bands-check.ts';
import { bordersOf } from '../rating/borders.ts';
import { bounded, boundsOf, checkBounds } from '../rating/bounds.ts';
import { compileEnds, END_KEYS, type Ends } from '../rating/ends.ts';
import { checkAdditions, compileAdditions, sumOf } from '../rating/money/additions.ts';
import { rounded } from '../rating/money/rounded.ts';
import { perRow } from '../rating/rows.ts';
import type { Sheet, StepChecker, StepConstruct, StepPart } from '../rating/types.ts';
import type { Entitlement } from '../schema/rating/entitlement.ts';
import { known, notApplicable, type Value, type Words } from '../value.ts';
import { say } from '../words.ts';

interface Row {
  readonly ends: Ends;
  readonly when: Figure | null;
  readonly amount: Figure;
}

/** `entitlement: { unit: yuan, of: households, rows: [{ below: 400, amount: 2.2 }, …], additions: […], … }`. */
export const entitlement: StepConstruct<StepPart<'entitlement'>> = {
  key: 'entitlement',
  check: (part, at, checker) => {
    const unknown = unknownName('unit', part.unit, checker.parts.units, `${at}/unit`);
    for (const finding of unknown) checker.add(finding);
    const sound = [
      checkRows(part, at, checker),
      checkAdditions(part.additions, at, checker),
      checkBounds(part, at, checker),
    ];
    if (typeof part.otherwise === 'object')
      sound.push(checker.number(part.otherwise.amount, `${at}/otherwise/amount`) !== null);
    return unknown.length === 0 && !sound.includes(false) ? numberIn(part.unit) : null;
  },
  compile: (part, compiler) => {
    const of = part.of === undefined ? null : compiler.compile(part.of);
    const rows = part.rows.map(
      ({ amount, when, ...ends }): Row => ({
        ends: compileEnds(ends, compiler),
        when: when === undefined ? null : compiler.compile(when),
        amount: compiler.compile(amount),
      }),
    );
    const rest = typeof part.otherwise === 'object' ? compiler.compile(part.otherwise.amount) : null;
    const additions = compileAdditions(part.additions, 'entitlement', compiler);
    const bounds = boundsOf(part, compiler);
    const find = (at: At): number | Value => {
      const size = of?.evaluate(at) ?? null;
      if (size && size.state !== 'known') return size;
      for (const [index, { ends, when }] of rows.entries()) {
        const fits = size ? ends.fits(toDecimal(size), at) : true;
        const holds = when?.evaluate(at) ?? known(true);
        const open = unresolved([holds, ...(typeof fits === 'boolean' ? [] : [fits])]);
        if (open) return open;
        if (fits === true && holds.state === 'known' && holds.value === true) return index;
      }
      return -1;
    };
    const amountAt = (found: number, at: At): Value =>
      (rows[found]?.amount ?? rest)?.evaluate(at) ?? (part.otherwise === 'none' ? NOTHING : lacking([NO_ROW]));
    const outcome = (
      at: At,
      sheet: Sheet,
      row: number,
      instead?: Value,
    ): { readonly value: Value; readonly notes: readonly Words[] } => {
      const found = find(at);
      const base = instead ?? (typeof found === 'number' ? amountAt(found, at) : found);
      const more = additions.map(({ value }) => value(at));
      const open = unresolved([base, ...more]);
      if (open) return { value: open, notes: [] };
      const { value, notes } = bounded(sumOf(toDecimal(base), more), bounds, () => NOTHING, sheet, row, compiler.type);
      return {
        value: value.state === 'known' ? figure(rounded(toDecimal(value), part.rounded), compiler.type) : value,
        notes,
      };
    };
    const purposes = purposesOf(part);
    const explained: Parameters<typeof perRow>[0] = {
      evaluate: (at, sheet, row) => outcome(at, sheet, row).value,
      explain: ({ at, sheet, row }) => {
        const found = find(at);
        const fit = typeof found === 'number' ? rows[found] : undefined;
        const said = [
          fit ? rowWords(found as number, fit, of !== null, at) : say('不落入任何一档', 'it fits no row'),
          ...outcome(at, sheet, row).notes,
          ...purposes,
        ];
        return {
          words: say(said.map((one) => one['zh-CN']).join('；'), said.map((one) => one.en).join('; ')),
          children: [
            ...(of ? [of.explain(at)] : []),
            ...(fit?.when ? [fit.when.explain(at)] : []),
            ...(fit ? [fit.amount.explain(at)] : []),
            ...additions.map((one) => one.explain(at)),
          ],
        };
      },
    };
    return perRow(explained, {
      neighbours: (sheet, row) => {
        const at = sheet.at(row);
        const table = of && {
          of,
          rows: rows.filter(({ when }) => fulfils(when, at)).map(({ ends, amount }) => ({ ends, outcome: amount })),
          otherwise: rest,
          judged: null,
        };
        return (table ? bordersOf(table, at) : []).map(({ words, gives }) => ({
          words: say(`：${words['zh-CN']}`, words.en),
          value: outcome(at, sheet, row, gives).value,
        }));
      },
    });
  },
};

const fulfils = (when: Figure | null, at: At): boolean => {
  const holds = when?.evaluate(at) ?? known(true);
  return holds.state === 'known' && holds.value === true;
};

const NOTHING = notApplicable(say('没有相应标准', 'Nothing is due'));
const NO_ROW = { what: 'entitlement', words: say('没有一档符合', 'No row fits') };

function rowWords(index: number, { ends }: Row, sized: boolean, at: At): Words {
  if (!sized || ends.ends.length === 0) return say(`第 ${index + 1} 档`, `row ${index + 1}`);
  const words = ends.words(at);
  return say(`第 ${index + 1} 档：${words['zh-CN']}`, `row ${index + 1}: ${words.en}`);
}

function purposesOf({ only_for, not_for }: Entitlement): Words[] {
  const joined = (list: readonly Words[]) =>
    say(list.map((one) => one['zh-CN']).join('、'), list.map((one) => one.en).join(', '));
  const [only, never] = [joined(only_for ?? []), joined(not_for ?? [])];
  return [
    ...(only_for ? [say(`只用于${only['zh-CN']}`, `only for ${only.en}`)] : []),
    ...(not_for ? [say(`不得用于${never['zh-CN']}`, `not for ${never.en}`)] : []),
  ];
}

function checkRows(part: Entitlement, at: string, checker: StepChecker): boolean {
  const of = part.of === undefined ? null : checker.number(part.of, `${at}/of`);
  const types = part.rows.flatMap(({ when, amount }, i) => [
    checker.number(amount, `${at}/rows/${i}/amount`),
    ...(when === undefined ? [] : [checker.judgement(when, `${at}/rows/${i}/when`)]),
  ]);
  if (part.rows.every(({ when }) => when === undefined) && part.of !== undefined)
    checkBands(
      part.rows.map(({ amount, when: _, ...ends }) => ({ ...ends, gives: { points: amount } })),
      at,
      of,
      checker,
    );
  const unsized = part.rows.findIndex((row) => part.of === undefined && END_KEYS.some((key) => row[key] !== undefined));
  if (unsized >= 0) {
    checker.add({
      code: 'no-size',
      at: `${at}/rows/${unsized}`,
      words: say('没有写按什么的大小分档', 'It is not said of what the size is'),
      wayOut: say('写 of，如 of: measure("households")', 'Write of, e.g. of: measure("households")'),
    });
  }
  return !types.includes(null) && (part.of === undefined || of !== null);
}
