import { type JsonSchema, saidOf } from '../../engine/src/pack/schema-shape.ts';
import type { Language, Words } from '../../engine/src/value.ts';
import { say } from '../../engine/src/words.ts';

/** Keys every step or part has; said once in the index. */
const EVERYWHERE: ReadonlySet<string> = new Set(['clause', 'applies', 'source']);
const DEEPEST = 3;
const OPTIONAL = say('可省', 'optional');
const SAME = say('同', 'as');
const FIGURE = say('一个数或算式', 'a number or a formula');

/** The keys of a shape as a nested list: what each holds, and the answers to what it asks. What was listed before is only named. */
export const keyLines = (schema: JsonSchema, language: Language): string[] => new Keys(language).level(schema, 0);

class Keys {
  readonly #language: Language;
  /** Key by the text of the schema it was listed under. */
  readonly #listed = new Map<string, string>();

  constructor(language: Language) {
    this.#language = language;
  }

  level(schema: JsonSchema, depth: number): string[] {
    const branches = objectsOf(schema);
    if (branches.length < 2) return branches.flatMap((branch) => this.#own(branch, depth));
    return branches.flatMap((branch) => [
      `${'  '.repeat(depth)}- ${branchName(branch)} ${this.#said(branch)}`.trimEnd(),
      ...this.#own(branch, depth + 1),
    ]);
  }

  #own({ properties = {}, required = [] }: JsonSchema, depth: number): string[] {
    return Object.entries(properties)
      .filter(([key]) => depth > 0 || !EVERYWHERE.has(key))
      .flatMap(([key, schema]) => {
        const indent = '  '.repeat(depth);
        const head = `${indent}- \`${key}\`${required.includes(key) ? '' : ` *(${OPTIONAL[this.#language]})*`}`;
        const below = [
          ...this.#answers(schema, indent),
          ...(depth + 1 < DEEPEST ? this.#inner(schema, depth + 1) : []),
        ];
        const text = JSON.stringify(schema);
        const before = this.#listed.get(text);
        if (before !== undefined && below.length > 2) return [`${head} ${SAME[this.#language]} \`${before}\``];
        this.#listed.set(text, key);
        return [`${head} ${this.#holds(schema)}`.trimEnd(), ...below];
      });
  }

  /** What stands behind a key in half a line. */
  #holds(schema: JsonSchema): string {
    return schema.choice ? `**${this.#plain(schema.choice.question)}**` : this.#said(schema);
  }

  #answers({ choice, anyOf = [] }: JsonSchema, indent: string): string[] {
    const options = choice
      ? Object.entries(choice.options)
      : anyOf.flatMap((one): [string, Words | undefined][] =>
          one.const === undefined ? [] : [[String(one.const), saidOf(one)]],
        );
    const others = choice ? anyOf.flatMap((one) => this.#other(one)) : [];
    return [
      ...options.map(([answer, words]) => `${indent}  - \`${answer}\` ${words ? this.#plain(words) : ''}`.trimEnd()),
      ...others.map((words) => `${indent}  - ${words}`),
    ];
  }

  /** Another answer than the words of a choice: a figure, or what a text names. Objects are listed with their keys. */
  #other(schema: JsonSchema): string[] {
    if (schema.const !== undefined || objectsOf(schema).some(({ properties }) => !properties?.['number'])) return [];
    if (schema.$ref !== undefined || schema.$defs !== undefined) return [FIGURE[this.#language]];
    const words = saidOf(schema);
    return words && schema.type !== 'object' ? [this.#plain(words)] : [];
  }

  /** Keys inside a key, also inside the items of a list. Expressions and texts in two languages have their own place. */
  #inner(schema: JsonSchema, depth: number): string[] {
    const inside = schema.type === 'array' && schema.items ? schema.items : schema;
    const bilingual = objectsOf(inside).some(({ properties = {} }) => 'zh-CN' in properties);
    return bilingual ? [] : this.level(inside, depth);
  }

  #said(schema: JsonSchema): string {
    const words = saidOf(schema);
    return words ? this.#plain(words) : '';
  }

  readonly #plain = (words: Words): string => words[this.#language].replaceAll(/\s+/g, ' ');
}

const objectsOf = (schema: JsonSchema): JsonSchema[] =>
  schema.properties ? [schema] : (schema.anyOf ?? []).flatMap(objectsOf);

const branchName = ({ required = [], properties = {} }: JsonSchema): string =>
  `\`{ ${(required.length > 0 ? required : Object.keys(properties)).join(', ')} }\``;
