import type { TSchema } from 'typebox';
import type { Action } from '../actions/action.ts';
import { CSV, XLSX } from '../actions/export-table.ts';
import type { ActionRegistry } from '../actions/registry.ts';
import { routeOf, splitId, takesBody } from '../actions/route.ts';
import { STATUS, UNAVAILABLE } from './error-status.ts';

type Json = Record<string, unknown>;

const errorSchema: Json = {
  type: 'object',
  required: ['error'],
  properties: {
    error: {
      type: 'object',
      required: ['kind', 'code', 'words', 'fields'],
      properties: {
        kind: { type: 'string', enum: [...Object.keys(STATUS), 'unavailable', 'failed'] },
        code: { type: 'string' },
        words: { $ref: '#/components/schemas/Words' },
        fields: {
          type: 'array',
          items: {
            type: 'object',
            required: ['field', 'rule', 'words'],
            properties: {
              field: { type: 'string' },
              rule: { type: 'string' },
              words: { $ref: '#/components/schemas/Words' },
            },
          },
        },
      },
    },
  },
};

const wordsSchema: Json = {
  type: 'object',
  required: ['zh-CN', 'en'],
  properties: { 'zh-CN': { type: 'string' }, en: { type: 'string' } },
};

/** The OpenAPI 3.1 document of all actions; nothing in it is written by hand. */
export function openApi(registry: ActionRegistry, version: string): Json {
  const paths: Record<string, Json> = {};
  for (const action of registry.values()) {
    const { method, path } = routeOf(action);
    paths[path] = { ...paths[path], [method.toLowerCase()]: operation(action) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Luoshi 落实', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    paths,
    components: {
      schemas: { Words: wordsSchema, Error: errorSchema },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'luoshi.session_token' } },
    },
    security: [{ session: [] }],
  };
}

function operation(action: Action): Json {
  const [domain] = splitId(action.id);
  return {
    operationId: action.id,
    tags: [domain],
    summary: `${action.title['zh-CN']} · ${action.title.en}`,
    description: describe(action),
    ...requestOf(action),
    responses: { 200: answerOf(action), ...errorAnswers(action) },
  };
}

function describe(action: Action): string {
  const errors =
    action.errors.length > 0 ? `\n\nErrors: ${action.errors.map((code) => `\`${code}\``).join(', ')}.` : '';
  return `${action.about['zh-CN']}\n\n${action.about.en}\n\nRoles: ${action.mayBeDoneBy.join(', ')}.${errors}`;
}

function requestOf(action: Action): Json {
  const { path } = routeOf(action);
  const inPath = path.includes('{id}') ? ['id'] : [];
  const parameters = Object.entries(action.input.properties)
    .filter(([name]) => inPath.includes(name) || !takesBody(action))
    .map(([name, schema]) => parameter(action, name, schema, inPath.includes(name)));
  if (action.kind === 'read' && action.table) return { parameters: [...parameters, FORMAT] };
  if (!takesBody(action)) return { parameters };
  return { parameters, requestBody: { required: true, content: json(without(action.input, inPath)) } };
}

function parameter(action: Action, name: string, schema: TSchema, inPath: boolean): Json {
  const required = inPath || (action.input.required ?? []).includes(name);
  return { name, in: inPath ? 'path' : 'query', required, schema: plain(schema) };
}

function without(input: Action['input'], names: readonly string[]): Json {
  const schema = plain(input) as { properties: Json; required?: string[] };
  const properties = Object.fromEntries(Object.entries(schema.properties).filter(([name]) => !names.includes(name)));
  return { ...schema, properties, required: (schema.required ?? []).filter((name) => !names.includes(name)) };
}

function answerOf(action: Action): Json {
  if (action.kind !== 'download')
    return { description: 'OK', content: { ...json(plain(action.output)), ...filesOf(action) } };
  const content = Object.fromEntries(action.produces.map((type) => [type, {}]));
  return { description: 'OK', content };
}

/** The file kinds a list can also be taken away as. */
const filesOf = (action: Action): Json =>
  action.kind === 'read' && action.table ? Object.fromEntries([XLSX, CSV].map((type) => [type, {}])) : {};

const FORMAT: Json = {
  name: 'format',
  in: 'query',
  required: false,
  description: 'Answer with the list as a file instead of JSON.',
  schema: { type: 'string', enum: ['xlsx', 'csv'] },
};

function errorAnswers(action: Action): Json {
  const kinds = action.kind === 'write' ? Object.keys(STATUS) : ['invalid', 'unauthenticated', 'refused', 'not-found'];
  const answer = (kind: string) => ({ description: kind, content: json({ $ref: '#/components/schemas/Error' }) });
  const named = kinds.filter((kind) => kind !== 'locked');
  const answers = named.map((kind) => [STATUS[kind as keyof typeof STATUS], answer(kind)]);
  return Object.fromEntries([...answers, [UNAVAILABLE, answer('unavailable')]]);
}

const json = (schema: Json): Json => ({ 'application/json': { schema } });

const OUR_MARKS = new Set(['pathId', 'newId']);

/** Schemas carry symbols and our own marks; the document holds neither. */
function plain(schema: TSchema): Json {
  return JSON.parse(JSON.stringify(schema, (key, value) => (OUR_MARKS.has(key) ? undefined : value))) as Json;
}
