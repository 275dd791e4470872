import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, test } from 'vitest';
import { actions } from '../src/actions.ts';
import { makeRegistry } from '../src/platform/actions/registry.ts';
import { routeOf } from '../src/platform/actions/route.ts';
import { openApi } from '../src/platform/http/openapi.ts';

const document = openApi(makeRegistry(actions), '0.0.0') as {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
};

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly parameters: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content: { readonly 'application/json': { readonly schema: object } } };
  readonly responses: Readonly<Record<string, object>>;
}

describe('the OpenAPI document', () => {
  test('is valid OpenAPI 3.1, says an independent validator', async () => {
    const validator = new Validator();
    const result = await validator.validate(structuredClone(document));
    expect(result.errors ?? []).toEqual([]);
    expect(result.valid).toBe(true);
    expect(validator.version).toBe('3.1');
  });

  test('an invalid one would be found', async () => {
    const broken = structuredClone(document) as { info?: unknown };
    delete broken.info;
    expect((await new Validator().validate(broken)).valid).toBe(false);
  });

  test.each(actions.map((action) => [action.id, action] as const))(
    'holds %s with its fields and errors',
    (id, action) => {
      const { method, path } = routeOf(action);
      const operation = document.paths[path]?.[method.toLowerCase()];
      expect(operation?.operationId).toBe(id);
      expect(operation?.summary).toContain(action.title.en);
      const inPath = (operation?.parameters ?? []).filter((one) => one.in === 'path').map((one) => one.name);
      expect(inPath).toEqual(path.includes('{id}') ? ['id'] : []);
      const schema = operation?.requestBody?.content['application/json'].schema as { properties?: object } | undefined;
      const named = [
        ...(operation?.parameters ?? []).map(({ name }) => name),
        ...Object.keys(schema?.properties ?? {}),
      ];
      const format = 'table' in action ? ['format'] : [];
      expect(named.sort()).toEqual([...Object.keys(action.input.properties), ...format].sort());
      expect(Object.keys(operation?.responses ?? {})).toEqual(
        expect.arrayContaining(['200', '401', '403', '404', '422']),
      );
    },
  );

  test('holds nothing that is not an action', () => {
    const ids = Object.values(document.paths).flatMap((path) =>
      Object.values(path).map(({ operationId }) => operationId),
    );
    expect(ids.sort()).toEqual(actions.map(({ id }) => id).sort());
    expect(JSON.stringify(document)).not.toMatch(/pathId|newId/);
  });
});
