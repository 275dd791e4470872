import type { Finding } from '../problem.ts';
import type { OpenChoice } from '../schema/choice.ts';
import type { Whole } from '../schema/count.ts';
import type { Size } from '../schema/sized.ts';
import type { Words } from '../value.ts';

/** The part of JSON Schema that the pack language uses. */
export interface JsonSchema {
  readonly type?: string;
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly patternProperties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[] | undefined;
  readonly minProperties?: number;
  readonly additionalProperties?: boolean;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly anyOf?: readonly JsonSchema[];
  /** What it is for. */
  readonly says?: Words;
  readonly description?: string;
  /** Text in both languages: a bare string says it in one. */
  readonly bilingual?: true;
  /** A question the pack must answer itself. */
  readonly choice?: OpenChoice;
  /** Of the parameter that stands for a number: the whole numbers it may hold. */
  readonly whole?: Whole;
  /** Which numbers make sense here. */
  readonly sized?: Size;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
}

export interface Walk {
  /** JSON pointer of the value. */
  readonly at: string;
  readonly defs: Readonly<Record<string, JsonSchema>>;
  /** Keys that may stand at the levels around this one. */
  readonly above?: readonly string[];
  /** Keys that stand around this one and do not belong there. */
  readonly elsewhere?: readonly string[];
  /** Keys of which only one may stand here: each with the one that does. */
  readonly rivals?: ReadonlyMap<string, string>;
  report(finding: Finding): void;
}

/** What a schema is for; one that says it in one language says it in both alike. */
export const saidOf = ({ says, description }: JsonSchema): Words | undefined =>
  says ?? (description === undefined ? undefined : { 'zh-CN': description, en: description });

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const escapePointer = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

export function resolve(schema: JsonSchema, walk: Walk): { schema: JsonSchema; walk: Walk } {
  const defs = schema.$defs ? { ...walk.defs, ...schema.$defs } : walk.defs;
  const name = schema.$ref?.replace('#/$defs/', '');
  const target = name === undefined ? undefined : defs[name];
  return target ? resolve(target, { ...walk, defs }) : { schema, walk: { ...walk, defs } };
}
