import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, 'sql');

/** A measure's query, complete: $1 jurisdiction, $2 first and $3 last day of the period, $4 the as-of day. */
export interface NamedQuery {
  readonly measure: string;
  readonly period: string;
  /** Gives (organisation, state, value) of every organisation that was there on the as-of day; yes is 1 and no is 0. */
  readonly sql: string;
}

/** What the queries call upon: made once in a database by its owner. */
export const definitions = ['definitions.sql', 'lights.sql'].map((file) => readFileSync(join(FOLDER, file), 'utf8'));

const HEADER = /^-- (measure|period|above): (.+)$/gm;

/** The parts of a file, each begun by a comment such as `-- measure: wells`. */
function sectionsOf(file: string, key: string) {
  const [, ...sections] = `\n${readFileSync(join(FOLDER, file), 'utf8')}`.split(`\n-- ${key}: `);
  return sections.map((section) => {
    const text = `-- ${key}: ${section}`;
    const headers = Object.fromEntries([...text.matchAll(HEADER)].map(([, name, value]) => [name, value]));
    return { headers, body: text.replaceAll(/^--.*$/gm, '').trim() };
  });
}

const rollUps = new Map(sectionsOf('roll-up.sql', 'above').map(({ headers, body }) => [headers.above, body]));

const own = readdirSync(FOLDER)
  .filter((file) => !['definitions.sql', 'lights.sql', 'roll-up.sql'].includes(file))
  .flatMap((file) => sectionsOf(file, 'measure'))
  .map(({ headers: { measure = '', period = '', above = '' }, body }) => ({ measure, period, above, body }));

/** Every query of the folder. A measure is told from its units upwards; a ratio is told from the two sums it divides. */
export const namedQueries: readonly NamedQuery[] = own.map(({ measure, period, above, body }) => ({
  measure,
  period,
  sql: complete(above, body),
}));

function complete(above: string, body: string): string {
  const [, of, to] = /^ratio of (\S+) to (\S+)$/.exec(above) ?? [];
  if (of === undefined || to === undefined) return `with own as (${body})\n${rollUpOf(above)}`;
  const part = [of, to].map((id, i) => `select '${i === 0 ? 'of' : 'to'}' as side, one.* from (${bodyOf(id)}) one`);
  return `with part as (${part.join('\nunion all\n')})\n${rollUpOf('ratio')}`;
}

function bodyOf(measure: string): string {
  const found = own.find((one) => one.measure === measure);
  if (!found) throw new Error(`No query is named ${measure}`);
  return found.body;
}

function rollUpOf(above: string): string {
  const found = rollUps.get(above);
  if (found === undefined) throw new Error(`No roll-up is named ${above}`);
  return found;
}
