import { Decimal } from '../decimal.ts';
import { checkUnits } from '../measure/operands.ts';
import { figure, toDecimal, unresolved } from '../measure/values.ts';
import { checkNumberStep } from '../rating/checked.ts';
import { numberShown } from '../rating/number-shown.ts';
import { type PeerGroup, peerGroups } from '../rating/peers/group.ts';
import { perSheet } from '../rating/per-sheet.ts';
import type { Sheet, StepConstruct, StepFinding, StepPart } from '../rating/types.ts';
import { checkWithin, groupAt } from '../rating/within.ts';
import type { Value } from '../value.ts';
import { formatValue } from '../value-json.ts';
import { say } from '../words.ts';

/** `reconcile: { of: due, within: { under: township }, against: measure("budget-line"), tolerance: 0, missing: stop }`. */
export const reconcile: StepConstruct<StepPart<'reconcile'>> = {
  key: 'reconcile',
  check: (part, at, checker) => {
    const of = checkNumberStep(part.of, `${at}/of`, checker);
    const [against, tolerance] = (['against', 'tolerance'] as const).map((key) =>
      checker.over(part.within).number(part[key], `${at}/${key}`),
    );
    const within = checkWithin(part.within, `${at}/within`, checker);
    const fits = checkUnits([of, against ?? null, tolerance ?? null], at, {
      ...checker,
      measure: null,
      check: () => null,
    });
    return of && against && tolerance && within && fits ? of : null;
  },
  compile: (part, compiler) => {
    const { compile } = compiler.over(part.within);
    const [against, tolerance] = [compile(part.against), compile(part.tolerance)];
    const groups = peerGroups(part);
    const sumOf = (sheet: Sheet, { rows }: PeerGroup): Decimal =>
      rows.reduce((so, row) => so.plus(toDecimal(sheet.column(part.of)[row] as Value)), new Decimal(0));
    const difference = (sheet: Sheet, group: PeerGroup): Value => {
      if (group.stopped) return group.stopped;
      const [line, most] = [against, tolerance].map((one) => one.evaluate(groupAt(part.within, sheet, group.members)));
      const open = unresolved([line as Value, most as Value]);
      return open ?? figure(sumOf(sheet, group).minus(toDecimal(line as Value)), compiler.type);
    };
    const differences = perSheet(
      (sheet) => new Map([...new Set(groups(sheet).values())].map((group) => [group, difference(sheet, group)])),
    );
    const look = (sheet: Sheet, row: number) => groups(sheet).get(row) as PeerGroup;
    return {
      column: (sheet) => sheet.subjects.map((_, row) => differences(sheet).get(look(sheet, row)) as Value),
      explain: ({ sheet, row, step }) => {
        const group = look(sheet, row);
        const at = groupAt(part.within, sheet, group.members);
        const line = against.evaluate(at);
        return {
          words: say(
            `${group.rows.length} 个合计 ${numberShown(sumOf(sheet, group))}，应为 ${formatValue(line, undefined, 'zh-CN')}`,
            `${group.rows.length} make ${numberShown(sumOf(sheet, group))}, and must make ${formatValue(line, undefined, 'en')}`,
          ),
          children: [step(part.of), against.explain(at), tolerance.explain(at)],
        };
      },
      findings: (sheet) =>
        [...differences(sheet)].flatMap(([group, value]): StepFinding[] => {
          const rows = group.members;
          const at = groupAt(part.within, sheet, rows);
          const most = tolerance.evaluate(at);
          if (value.state !== 'known' || most.state !== 'known' || toDecimal(value).abs().lte(toDecimal(most)))
            return [];
          const name = sheet.run.index.organisations.get(at.organisation)?.name ?? at.organisation;
          const [sum, line] = [numberShown(sumOf(sheet, group)), against.evaluate(at)];
          return [
            {
              organisation: at.organisation,
              words: say(
                `${name}：合计 ${sum}，应为 ${formatValue(line, undefined, 'zh-CN')}，相差 ${numberShown(toDecimal(value))}`,
                `${name}: the parts make ${sum} instead of ${formatValue(line, undefined, 'en')}, a difference of ${numberShown(toDecimal(value))}`,
              ),
            },
          ];
        }),
    };
  },
};
