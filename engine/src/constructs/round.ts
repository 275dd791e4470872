import { Decimal, type RoundingMode } from '../decimal.ts';
import { checkNumber, operation } from '../measure/operands.ts';
import type { ExpressionConstruct, PartOf } from '../measure/types.ts';
import { figure } from '../measure/values.ts';
import type { Words } from '../value.ts';
import { counted, say } from '../words.ts';

type Mode = PartOf<'round'>['round']['mode'];

const MODES: Record<Mode, { readonly rounding: RoundingMode; readonly words: Words }> = {
  'half-up': { rounding: Decimal.ROUND_HALF_UP, words: say('四舍五入', 'half away from zero') },
  'half-even': { rounding: Decimal.ROUND_HALF_EVEN, words: say('四舍六入五成双', 'half to even') },
  up: { rounding: Decimal.ROUND_UP, words: say('进一法', 'away from zero') },
  down: { rounding: Decimal.ROUND_DOWN, words: say('去尾法', 'towards zero') },
};

/** `{ round: { value: a, decimals: 2, mode: half-up } }`: the only place a figure is rounded. */
export const round: ExpressionConstruct<PartOf<'round'>> = {
  key: 'round',
  check: ({ round: part }, at, checker) => checkNumber(part.value, `${at}/round/value`, checker),
  compile: ({ round: { value, decimals, mode } }, { parts, compile, typeOf }) => {
    const type = typeOf(value);
    const { rounding, words } = MODES[mode];
    return operation({
      construct: 'round',
      parts,
      type,
      words:
        decimals === 0
          ? say(`取整（${words['zh-CN']}）`, `Rounded to whole numbers (${words.en})`)
          : say(
              `保留 ${decimals} 位小数（${words['zh-CN']}）`,
              `Rounded to ${counted(decimals, 'decimal')} (${words.en})`,
            ),
      operands: [compile(value)],
      apply: ([number]) => figure((number as Decimal).toDecimalPlaces(decimals, rounding), type),
    });
  },
};
