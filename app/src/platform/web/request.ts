import { CallError, callErrorFrom, unreachable } from './call-error.ts';
import { currentLanguage } from './i18n.ts';

/** Listeners hear when the server no longer knows who is signed in. */
const onSignedOut = new Set<() => void>();
export function whenSignedOut(listener: () => void): () => void {
  onSignedOut.add(listener);
  return () => onSignedOut.delete(listener);
}

interface Sent {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: BodyInit | undefined;
  readonly mediaType?: string;
  readonly signal?: AbortSignal | undefined;
}

/**
 * One request to our own server.
 * @throws CallError with the server's words, or `unreachable`.
 */
export async function request({ method, path, body, mediaType, signal }: Sent): Promise<Response> {
  const headers: Record<string, string> = { 'accept-language': currentLanguage(), 'x-luoshi-door': 'web' };
  if (mediaType) headers['content-type'] = mediaType;
  const init = { method, headers, body: body ?? null, signal: signal ?? null, credentials: 'same-origin' } as const;
  const response = await fetch(path, init).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw unreachable();
  });
  if (response.ok) return response;
  const error = callErrorFrom(await response.json().catch(() => undefined));
  if (error.kind === 'unauthenticated') for (const listener of onSignedOut) listener();
  throw error;
}

/** Sends JSON, or nothing, and reads JSON. */
export async function requestJson(method: 'GET' | 'POST', path: string, input?: unknown, signal?: AbortSignal) {
  const body = input === undefined ? {} : { body: JSON.stringify(input), mediaType: 'application/json' };
  const response = await request({ method, path, signal, ...body });
  if (response.status === 204) return null;
  return (await response.json()) as unknown;
}

export { CallError };
