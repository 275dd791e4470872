import { routes } from 'virtual:routes';
import { addressOf } from './address.ts';
import type { ActionId, DownloadId, InputOf, OutputOf } from './contract.ts';
import { requestJson } from './request.ts';

export { CallError } from './call-error.ts';
export type { ActionId, DownloadId, InputOf, OutputOf } from './contract.ts';

function addressFor(id: string, input: object) {
  const route = routes[id];
  if (!route) throw new Error(`There is no action "${id}".`);
  return addressOf(route, input as Readonly<Record<string, unknown>>);
}

/**
 * Does an action on the server, as whoever is signed in.
 * @throws CallError with the kind, the words in both languages, and the fields that do not fit.
 */
export async function call<Id extends ActionId>(
  id: Id,
  input: InputOf<Id>,
  signal?: AbortSignal,
): Promise<OutputOf<Id>> {
  const { method, path, body } = addressFor(id, input);
  return (await requestJson(method, path, body, signal)) as OutputOf<Id>;
}

/** The address under which the browser fetches the file of a download action. */
export const downloadAddress = <Id extends DownloadId>(id: Id, input: InputOf<Id>): string =>
  addressFor(id, input).path;
