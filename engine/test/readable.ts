import { exampleWorld, getSubject } from '../src/example-world.ts';
import type { Example } from '../src/index.ts';
import { examplePolicy } from '../src/run-example.ts';
import type { Words } from '../src/value.ts';

/** What a half-made sentence shows: nothing, a hole in quotes, two stops in a row, a word of the machine. */
const HOLES: readonly RegExp[] = [
  /^\s*$/,
  /undefined|NaN|\[object|null/,
  /^\s|\s$| {2}/,
  /「」|“”|（）|\(\)|《》/,
  /[，、；：。][，、；：。]/,
  /^[，。、；：）」”,.;:)]|[，、；,;]$/,
];
/** English sets no space before a stop and has stops of its own. */
const NOT_ENGLISH: readonly RegExp[] = [/ [,;.)”](?!\d)| :(?! )/, /[，。、；：「」（）]/, /[,;:][,;:]/];

/** What screens and scripts choose by: the drawing of a step, what is missing, the check that found something. */
const NAMES: ReadonlySet<string> = new Set(['construct', 'what', 'code', 'unit', 'path', 'state']);

/** Every sentence inside a value that does not read right, e.g. `en: “at most  days”`, and every name left empty. */
export function unreadable(value: unknown): string[] {
  const found: string[] = [];
  walk(
    value,
    (words) => {
      for (const language of ['zh-CN', 'en'] as const) {
        const text = words[language];
        const wrong = language === 'en' ? [...HOLES, ...NOT_ENGLISH] : HOLES;
        if (typeof text !== 'string' || wrong.some((pattern) => pattern.test(text)))
          found.push(`${language}: “${text}”`);
      }
    },
    (key) => found.push(`${key} is empty`),
  );
  return found;
}

function walk(value: unknown, visit: (words: Words) => void, nameless: (key: string) => void): void {
  if (typeof value !== 'object' || value === null) return;
  if ('zh-CN' in value || 'en' in value) visit(value as Words);
  else
    for (const [key, inner] of Object.entries(value)) {
      if (NAMES.has(key) && inner === '') nameless(key);
      walk(inner, visit, nameless);
    }
}

/** Everything an example's policy tells about what it expects: explanations, what would change it, what is found. */
export function toldBy(example: Example): unknown[] {
  const policy = examplePolicy([], example);
  const world = exampleWorld(example);
  const asOf = example.as_of;
  return example.expect.flatMap((expected): unknown[] => {
    if ('assignment' in expected) return [policy.assignments(world, { assignment: expected.assignment, asOf })];
    if ('measure' in expected) return [policy.explainMeasure(world, { ...expected, asOf })];
    const subject = getSubject(world, expected.subject);
    if ('rating' in expected) {
      const query = { rating: expected.rating, period: expected.period, asOf };
      if (expected.rated === false) return [policy.rate(world, query).findings];
      return [policy.explainRating(world, { ...query, subject }), policy.rate(world, query).findings];
    }
    const { obligation } = expected;
    const standings = policy.evaluate(world, { asOf, subjects: [subject], obligations: [obligation] });
    return standings.map(({ period }) => policy.explain(world, { obligation, subject, period: period.key, asOf }));
  });
}
