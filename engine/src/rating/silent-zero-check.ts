import type { Parts } from '../parts.ts';
import type { Finding } from '../problem.ts';
import type { Rating, Step } from '../schema/rating.ts';
import { say } from '../words.ts';

/** What does not apply where there is nothing to count, as a key and as a call of a formula. */
const DIVIDES = ['share', 'ratio', 'mean', 'median'];
const CALLS = new RegExp(`\\b(?:${DIVIDES.join('|')})\\(|[^"']/`);
/** What gives another value in its place. */
const GUARDED = /\bapplies(?:_or)?\(|(?:==|!=|>)\s*0\s*\?/;
/** A divisor that is a number other than zero. */
const BY_NUMBER = /\/\s*(?=[\d.]*[1-9])[\d.]+/g;
const QUOTED = /"[^"]*"|'[^']*'|\bdata\.\w+/g;
const MEASURE = /\bmeasure\(\s*["']([^"']+)["']/g;

/**
 * An award of an item begun at zero that rests on a figure which does not apply where there is nothing to count: it is left out there, and who
 * had nothing to do gets nothing without anybody having said so. A step that says where it applies has answered.
 */
export function checkSilentZero({ steps }: Rating, parts: Parts): Finding[] {
  const known = new Map(steps.map((step) => [step.id, step] as const));
  return steps.flatMap((step, i) => {
    if (!('item' in step) || step.item.starts !== 'zero' || step.applies) return [];
    return (step.item.award ?? []).flatMap((award, n): Finding[] => {
      const rests =
        'entries' in award ? [] : 'when' in award ? [award.points, award.when] : [award.points, award.times];
      const from = rests.map((part) => notApplying(part, known, parts, new Set())).find((found) => found !== null);
      return from === undefined ? [] : [finding(`/steps/${i}/item/award/${n}`, award.title['zh-CN'], award.title.en)];
    });
  });
}

const finding = (at: string, zh: string, en: string): Finding => ({
  severity: 'warning',
  code: 'silent-zero',
  at,
  words: say(
    `“${zh}”所依据的数字在没有可计的对象时不适用（没有记录也是如此，missing 管不到），那时这一情形不计，即得零分；各情形都不计的，整项不适用`,
    `“${en}” rests on a figure that does not apply where there is nothing to count (without any entry, too: \`missing\` says nothing of it); it is left out there, which gives no points; where no case is left, the item does not apply`,
  ),
  wayOut: say(
    '没有可计的对象时按满额的，写 applies_or(该数, 1)；按零分的，写 applies_or(该数, 0)；整项不计的，给这一步写 applies: { when: 何时才计, why: 为何, otherwise: left-out }；缺报须等补齐的，用 latest 读那条记录：没有记录即未知',
    'Write applies_or(figure, 1) where it should count in full, applies_or(figure, 0) where it gives nothing, or applies: { when: …, why: …, otherwise: left-out } on the step to leave the item out; to wait for a missing report, read it by latest: without an entry it is not known',
  ),
});

type Known = ReadonlyMap<string, Step>;

/** The step, measure or key because of which a part may not apply; null when none. */
function notApplying(part: unknown, known: Known, parts: Parts, seen: Set<string>): string | null {
  if (typeof part === 'string') return inFormula(part, known, parts, seen);
  if (typeof part !== 'object' || part === null) return null;
  if ('form' in part || ('asks' in part && part.asks === 'applies')) return null;
  const own = DIVIDES.find((key) => key in part && typeof part[key as keyof typeof part] === 'object');
  if (own !== undefined) return own;
  if ('measure' in part && typeof part.measure === 'string') return ofMeasure(part.measure, known, parts, seen);
  return first(Object.values(part), (one) => notApplying(one, known, parts, seen));
}

function inFormula(text: string, known: Known, parts: Parts, seen: Set<string>): string | null {
  if (GUARDED.test(text)) return null;
  const bare = text.replaceAll(QUOTED, '""').replaceAll(BY_NUMBER, '');
  if (CALLS.test(bare)) return text;
  const measures = [...text.matchAll(MEASURE)].map(([, id = '']) => id);
  const words = bare.match(/[a-z][a-z0-9_]*/g) ?? [];
  return (
    first(measures, (id) => ofMeasure(id, known, parts, seen)) ?? first(words, (id) => ofStep(id, known, parts, seen))
  );
}

function ofMeasure(id: string, known: Known, parts: Parts, seen: Set<string>): string | null {
  const measure = parts.measures.get(id);
  if (!measure || seen.has(`measure ${id}`)) return null;
  return notApplying(measure.value, known, parts, seen.add(`measure ${id}`));
}

function ofStep(id: string, known: Known, parts: Parts, seen: Set<string>): string | null {
  const step = known.get(id);
  if (!step || seen.has(id)) return null;
  seen.add(id);
  if ('formula' in step) return notApplying(step.formula, known, parts, seen);
  if ('bands' in step) return notApplying(step.bands.of, known, parts, seen);
  return null;
}

function first<T>(items: readonly T[], look: (item: T) => string | null): string | null {
  for (const item of items) {
    const found = look(item);
    if (found !== null) return found;
  }
  return null;
}
