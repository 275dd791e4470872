import type { Action } from './action.ts';
import { routeOf, takesBody } from './route.ts';

/** All actions by id. Refuses doubles, ids that are not `domain.verb`, and reads that do not fit into a query. */
export type ActionRegistry = ReadonlyMap<string, Action>;

export function makeRegistry(actions: readonly Action[]): ActionRegistry {
  const registry = new Map<string, Action>();
  const routes = new Map<string, string>();
  for (const action of actions) {
    if (!/^[a-z]+\.[a-z]+(-[a-z]+)*$/.test(action.id)) throw new Error(`action id "${action.id}" is not domain.verb`);
    if (registry.has(action.id)) throw new Error(`action "${action.id}" is defined twice`);
    if (!takesBody(action)) assertFlat(action);
    const { method, path } = routeOf(action);
    const taken = routes.get(`${method} ${path}`);
    if (taken) throw new Error(`"${action.id}" and "${taken}" share the route ${method} ${path}`);
    routes.set(`${method} ${path}`, action.id);
    registry.set(action.id, action);
  }
  return registry;
}

function assertFlat(action: Action): void {
  for (const [name, schema] of Object.entries(action.input.properties)) {
    const { type, items } = schema as { type?: string; items?: { type?: string } };
    if (type === 'object' || (type === 'array' && items?.type === 'object')) {
      throw new Error(`"${action.id}" is read with a query, which cannot hold the object "${name}"`);
    }
  }
}
