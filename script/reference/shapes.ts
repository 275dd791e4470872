import { isRecord, type JsonSchema } from '../../engine/src/pack/schema-shape.ts';
import { packSchema } from '../../engine/src/pack/sections.ts';
import { Expression } from '../../engine/src/schema/expression.ts';

/** Where a construct's key is not its name. */
const KEY: Readonly<Record<string, string>> = {
  adaptation: 'replaces',
  assignment: 'holders',
  'after-event': 'after',
  'amount-fixed': 'at_least',
  'amount-most': 'at_most',
  'amount-share': 'share',
  'before-date': 'before',
  'excuse-holidays': 'holidays',
  'excuse-leave': 'leave',
  'excuse-reason': 'reason',
  'item-entries': 'one_matter',
  'item-times': 'times',
  'item-when': 'unless',
  'rollup-ratio-of-sums': 'ratio_of_sums',
  'rollup-share-meeting': 'share_meeting',
  'rollup-sum': 'rollup',
  standings: 'standing',
  'who-holders': 'holders',
  'who-members': 'members',
  'who-organisations': 'organisations',
  'who-persons-posted': 'persons_posted',
  'who-postings': 'postings',
};

/** Constructs of duties; the others are of ratings, then of expressions. */
const OF_DUTIES =
  /^(after-event|amount-|before-date|before-end|counts|days-of-month|days-of-year|deadline|due-soon|every|excuse-|festivals|late$|once|part-period|weekdays|who-)/;

/** The key a construct is written with. */
export const keyOf = (construct: string): string => KEY[construct] ?? construct.replaceAll('-', '_');

/** Where the parts stand that a construct is written in. */
export type Home = 'obligations' | 'steps' | 'measures' | 'adaptations' | 'assignments';

export function homesOf(construct: string): readonly Home[] {
  if (OF_DUTIES.test(construct) || construct === 'standing' || construct === 'published') return ['obligations'];
  if (construct === 'adaptation') return ['adaptations'];
  if (construct === 'assignment') return ['assignments'];
  if (construct.startsWith('rollup')) return ['measures'];
  return ['steps', 'measures'];
}

/** The shape of a construct: the keys it is written with; null when it has none, as the light of a standing. */
export function shapeOf(construct: string): JsonSchema | null {
  if (construct === 'standing') return null;
  if (construct === 'adaptation') return packSchema.adaptation as unknown as JsonSchema;
  if (construct === 'assignment') return packSchema.assignment as unknown as JsonSchema;
  const key = keyOf(construct);
  for (const root of rootsOf(construct)) {
    const holder = holderOf(root, key);
    if (!holder) continue;
    const own = meant(holder.properties?.[key]);
    return construct.startsWith('item-') || construct in KEY || !hasKeys(own) ? holder : (own ?? null);
  }
  return null;
}

function rootsOf(construct: string): readonly JsonSchema[] {
  if (OF_DUTIES.test(construct)) return [packSchema.obligation as unknown as JsonSchema];
  const steps = packSchema.rating.properties.steps as JsonSchema;
  const isStep =
    steps.items !== undefined && branchesOf(steps.items).some(({ properties = {} }) => keyOf(construct) in properties);
  if (isStep || construct.startsWith('item-')) return [steps];
  return [...expressions(), packSchema.measure as JsonSchema];
}

const expressions = (): JsonSchema[] => Object.values((Expression as unknown as JsonSchema).$defs ?? {});

/** What a name stands for, where a schema stands elsewhere. */
function meant(schema: JsonSchema | undefined): JsonSchema | undefined {
  const name = schema?.$ref?.replace('#/$defs/', '');
  return name === undefined || name === 'Expression' ? schema : (Expression as unknown as JsonSchema).$defs?.[name];
}

const branchesOf = (schema: JsonSchema): JsonSchema[] => schema.anyOf?.flatMap(branchesOf) ?? [schema];

const hasKeys = (schema: JsonSchema | undefined): boolean =>
  schema !== undefined && (schema.properties !== undefined || (schema.anyOf?.some(hasKeys) ?? false));

/** The nearest object that has the key, breadth first. */
function holderOf(root: JsonSchema, key: string): JsonSchema | null {
  const queue: JsonSchema[] = [root];
  for (let schema = queue.shift(); schema !== undefined; schema = queue.shift()) {
    if (schema.properties && key in schema.properties) return schema;
    queue.push(...childrenOf(schema));
  }
  return null;
}

const childrenOf = (schema: JsonSchema): JsonSchema[] => [
  ...(schema.anyOf ?? []),
  ...(schema.items ? [schema.items] : []),
  ...Object.values(schema.properties ?? {}),
  ...Object.values(schema.patternProperties ?? {}).filter(isRecord),
];
