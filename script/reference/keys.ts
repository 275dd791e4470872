import { type JsonSchema, saidOf } from '../../engine/src/pack/schema-shape.ts';

/** Keys every part has; said once in the index. */
const EVERYWHERE: ReadonlySet<string> = new Set(['id', 'title', 'clause', 'applies', 'source', 'why']);
const DEEPEST = 3;

/** The keys of a shape as a nested list: what each holds, and the answers to what it asks. What was listed before is only named. */
export const keyLines = (schema: JsonSchema): string[] => levelLines(schema, 0, new Map());

/** Key by the text of the schema it was listed under. */
type Listed = Map<string, string>;

function levelLines(schema: JsonSchema, depth: number, listed: Listed): string[] {
  const branches = objectsOf(schema);
  if (branches.length < 2) return branches.flatMap((branch) => ownLines(branch, depth, listed));
  return branches.flatMap((branch) => [
    `${'  '.repeat(depth)}- ${branchName(branch)}${said(branch) ? `:${said(branch)}` : ''}`,
    ...ownLines(branch, depth + 1, listed),
  ]);
}

function ownLines({ properties = {}, required = [] }: JsonSchema, depth: number, listed: Listed): string[] {
  return Object.entries(properties)
    .filter(([key]) => !EVERYWHERE.has(key))
    .flatMap(([key, schema]) => {
      const indent = '  '.repeat(depth);
      const head = `${indent}- \`${key}\`${required.includes(key) ? '' : ' *(可省 · optional)*'}`;
      const below = [...answers(schema, indent), ...(depth + 1 < DEEPEST ? inner(schema, depth + 1, listed) : [])];
      const text = JSON.stringify(schema);
      const before = listed.get(text);
      if (before !== undefined && below.length > 2) return [`${head} 同 · as \`${before}\``];
      listed.set(text, key);
      return [`${head}${holds(schema)}`, ...below];
    });
}

/** What stands behind a key in half a line. */
function holds(schema: JsonSchema): string {
  if (schema.choice) return ` **${schema.choice.question['zh-CN']} · ${schema.choice.question.en}**`;
  const constants = (schema.anyOf ?? []).flatMap((one) =>
    one.const === undefined ? [] : [`\`${String(one.const)}\``],
  );
  const text = schema.pattern === undefined ? said(schema) : '';
  return constants.length > 0 ? `${text} ${constants.join(' ')}` : text;
}

const answers = ({ choice }: JsonSchema, indent: string): string[] =>
  Object.entries(choice?.options ?? {}).map(
    ([answer, words]) => `${indent}  - \`${answer}\` ${words['zh-CN']} · ${words.en}`,
  );

/** Keys inside a key, also inside the items of a list. Expressions and texts in two languages have their own place. */
function inner(schema: JsonSchema, depth: number, listed: Listed): string[] {
  const inside = schema.type === 'array' && schema.items ? schema.items : schema;
  const bilingual = objectsOf(inside).some(({ properties = {} }) => 'zh-CN' in properties);
  return bilingual ? [] : levelLines(inside, depth, listed);
}

const objectsOf = (schema: JsonSchema): JsonSchema[] =>
  schema.properties ? [schema] : (schema.anyOf ?? []).flatMap(objectsOf);

const branchName = ({ required = [], properties = {} }: JsonSchema): string =>
  `\`{ ${(required.length > 0 ? required : Object.keys(properties)).join(', ')} }\``;

/** What it is for, in both languages where they differ. */
function said(schema: JsonSchema): string {
  const words = saidOf(schema);
  return words ? ` ${oneLine([...new Set([words['zh-CN'], words.en])].join(' · '))}` : '';
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ');
