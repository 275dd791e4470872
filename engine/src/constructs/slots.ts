import { Decimal } from '../decimal.ts';
import { numberIn } from '../measure/unit.ts';
import { figure, toDecimal, unresolved } from '../measure/values.ts';
import { resolveParts } from '../rating/missing.ts';
import { perRow } from '../rating/rows.ts';
import { admit } from '../rating/slots/admit.ts';
import { checkSlots } from '../rating/slots/check-slots.ts';
import type { Slotted } from '../rating/slots/filling.ts';
import { fromEntries } from '../rating/slots/from-entries.ts';
import { fromPacks } from '../rating/slots/from-packs.ts';
import { limitExpressions, limitsOf } from '../rating/slots/limits.ts';
import { explainSlots, slotFindings, slotRefusals } from '../rating/slots/told.ts';
import type { Sheet, StepConstruct, StepPart } from '../rating/types.ts';
import { notApplicable, type Value } from '../value.ts';
import { say } from '../words.ts';

/** `slots: { number: 3, plus: { each: 1.5, together: 4 }, filled_by: …, none: zero, missing: stop }`: items made locally. */
export const slots: StepConstruct<StepPart<'slots'>> = {
  key: 'slots',
  check: (part, at, checker) => (checkSlots(part, at, checker) ? numberIn(checker.rating.unit) : null),
  compile: (part, compiler) => {
    const { type, compile } = compiler;
    const ends = new Map(limitExpressions(part).map(({ expression }) => [expression, compile(expression)]));
    const filling = 'packs' in part.filled_by ? fromPacks(compiler) : fromEntries(part.filled_by, compiler);
    const none = typeof part.none === 'object' ? compile(part.none.value) : part.none;

    const admitted = (sheet: Sheet, row: number): Slotted | { readonly open: Value } => {
      const at = sheet.at(row);
      const limits = new Map([...ends].map(([expression, end]) => [expression, end.evaluate(at)]));
      const open = unresolved([...limits.values()]);
      if (open) return { open };
      const filled = filling.itemsAt(sheet, row);
      if ('missing' in filled) return { open: { state: 'not-known', missing: filled.missing } };
      const numbers = limitsOf(part, (expression) => {
        const value = limits.get(expression);
        return value === undefined ? null : toDecimal(value);
      });
      return { ...admit(filled.items, numbers), loose: filled.loose };
    };
    const outcome = (sheet: Sheet, row: number, instead?: { readonly id: string; readonly value: Value }) => {
      const found = admitted(sheet, row);
      if ('open' in found) return { value: found.open, notes: [] };
      const taken = found.items.flatMap(({ item, refused }) => (refused === null ? [item] : []));
      if (taken.length === 0) return { value: withoutItems(sheet, row), notes: [NO_ITEMS] };
      const parts = taken.map((one) => ({
        id: one.id,
        title: one.title,
        value: one.id === instead?.id ? instead.value : one.value,
        full: null,
      }));
      return resolveParts(parts, { missing: part.missing, not_applicable: 'left-out' }, (counted) => ({
        value: figure(Decimal.sum(0, ...counted.map(({ value }) => toDecimal(value))), type),
        notes: [],
      }));
    };
    const withoutItems = (sheet: Sheet, row: number): Value => {
      if (none === 'zero') return figure(0, type);
      return none === 'not-applicable' ? notApplicable(NO_ITEMS) : none.evaluate(sheet.at(row));
    };
    const full = (sheet: Sheet, row: number): Value => {
      const found = admitted(sheet, row);
      if ('open' in found) return found.open;
      const taken = found.items.filter(({ refused }) => refused === null);
      return figure(Decimal.sum(0, ...taken.map(({ item }) => item.plus)), type);
    };
    const { filled_by: by } = part;
    return perRow(
      {
        evaluate: (_at, sheet, row) => outcome(sheet, row).value,
        explain: (telling) => {
          const found = admitted(telling.sheet, telling.row);
          return explainSlots(
            'open' in found ? null : found,
            outcome(telling.sheet, telling.row).notes,
            telling,
            compiler,
          );
        },
      },
      {
        full,
        judges: 'packs' in by ? [] : [by.declared.entries.form, by.scored.entries.form],
        findings: (sheet) => sheet.subjects.flatMap((_, row) => slotFindings(admitted(sheet, row), sheet, row)),
        refusals: (sheet, row) => slotRefusals(admitted(sheet, row)),
        neighbours: (sheet, row) => {
          const found = admitted(sheet, row);
          if ('open' in found) return [];
          return found.items.flatMap(({ item, refused }) =>
            (refused === null ? (item.neighbours ?? []) : []).map(({ words, value }) => ({
              words: say(`${item.title['zh-CN']}：${words['zh-CN']}`, `${item.title.en}: ${words.en}`),
              value: outcome(sheet, row, { id: item.id, value }).value,
            })),
          );
        },
      },
    );
  },
};

const NO_ITEMS = say('没有自设项目', 'there are no local items');
