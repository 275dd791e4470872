import { type Actions, actions } from '../src/actions.ts';
import type { Action } from '../src/platform/actions/action.ts';
import { routeOf } from '../src/platform/actions/route.ts';
import { addressOf } from '../src/platform/web/address.ts';
import { callErrorFrom } from '../src/platform/web/call-error.ts';
import type { ActionId, InputOf, OutputOf } from '../src/platform/web/contract.ts';

/** What the server answered, as it travels. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** Somebody at the other end of HTTP. */
export interface TestClient {
  readonly cookie: string;
  /** Does an action. @throws CallError with the server's words. */
  call<Id extends ActionId>(id: Id, input: InputOf<Id>): Promise<OutputOf<Id>>;
  /** Sends anything to an action, fitting or not, and gives the bare answer. */
  send(id: keyof Actions, input: Readonly<Record<string, unknown>>): Promise<Answer>;
  request(method: 'GET' | 'POST', path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
}

const byId = new Map<string, Action>(actions.map((action) => [action.id, action]));

/** A client with a session cookie, or a stranger without one. */
export function clientOf(address: string, cookie = ''): TestClient {
  const request: TestClient['request'] = async (method, path, body, headers = {}) => {
    const response = await fetch(`${address}${path}`, {
      method,
      headers: {
        ...(cookie ? { cookie } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      redirect: 'manual',
    });
    const text = await response.text();
    const isJson = (response.headers.get('content-type') ?? '').includes('json');
    return {
      status: response.status,
      headers: response.headers,
      body: isJson && text !== '' ? JSON.parse(text) : text,
    };
  };
  const send: TestClient['send'] = (id, input) => {
    const { method, path, body } = placed(id, input);
    return request(method, path, body);
  };
  return {
    cookie,
    request,
    send,
    async call(id, input) {
      const { status, body } = await send(id, input as Record<string, unknown>);
      if (status !== 200) throw callErrorFrom(body);
      return body as OutputOf<typeof id>;
    },
  };
}

function placed(id: string, input: Readonly<Record<string, unknown>>) {
  const action = byId.get(id);
  if (!action) throw new Error(`There is no action "${id}".`);
  const { method, path } = routeOf(action);
  return addressOf([method, path], input);
}

/** Signs in as the web does. @throws CallError when refused. */
export async function signIn(address: string, username: string, password: string): Promise<TestClient> {
  const answer = await clientOf(address).request('POST', '/api/sign-in', { username, password });
  if (answer.status !== 200) throw callErrorFrom(answer.body);
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  return clientOf(address, cookie);
}
