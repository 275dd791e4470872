import { Decimal, settledSum } from '../../decimal.ts';
import { factRef } from '../../duty/fact-ref.ts';
import type { FactRef } from '../../explanation.ts';
import type { Parts } from '../../parts.ts';
import { plain } from '../../value-json.ts';
import { say } from '../../words.ts';
import type { Line } from './line.ts';

/** The sum of what entries count. */
export function sumOf(lines: readonly Line[]): Decimal {
  const amounts = lines.map(({ points }) => points);
  return settledSum(Decimal.sum(0, ...amounts), amounts);
}

/** An entry as an explanation cites it: what it counted, and why not or only partly. */
export function lineFact({ fact, points, counts, notes }: Line, form: string, parts: Parts): FactRef {
  const said = say(notes.map((note) => note['zh-CN']).join('；'), notes.map((note) => note.en).join('; '));
  return factRef(
    fact,
    counts ? plain(points) : undefined,
    notes.length === 0 ? undefined : said,
    parts.forms.get(form)?.title,
  );
}
