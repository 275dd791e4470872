import type { Action } from './action.ts';

export interface Route {
  readonly method: 'GET' | 'POST';
  readonly path: string;
}

/**
 * Where an action lives on HTTP: reads and downloads are GET with flat query parameters, writes are POST
 * with a JSON body, and so are reads of something large that is sent along. `records.enter` → `POST /api/records/enter`; an action that says so by taking `id` of
 * something that exists → `/api/records/{id}/withdraw`.
 */
export function routeOf(action: Action): Route {
  const [domain, verb] = splitId(action.id);
  const path = takesPathId(action) ? `/api/${domain}/{id}/${verb}` : `/api/${domain}/${verb}`;
  return { method: takesBody(action) ? 'POST' : 'GET', path };
}

/** A read that says how large its body may be has one, as every write. */
export const takesBody = (action: Action): boolean => action.kind === 'write' || action.bodyLimit !== undefined;

/** An `id` marked with `pathId` in its schema goes into the path. */
export function takesPathId(action: Action): boolean {
  const id = action.input.properties.id as { pathId?: boolean } | undefined;
  return id?.pathId === true;
}

export function splitId(id: string): [string, string] {
  const dot = id.indexOf('.');
  return [id.slice(0, dot), id.slice(dot + 1)];
}
