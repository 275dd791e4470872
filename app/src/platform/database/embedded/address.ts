import { createServer } from 'node:net';
import type { Place } from './place.ts';
import type { Postmaster } from './postmaster.ts';

/** Where a server listens: a socket in its folder, or, where the path is too long or the system has none, the loopback. */
export type Address = { readonly host: string; readonly port: number };

const LONGEST_SOCKET_PATH = 100;
const SOCKET_PORT = 5432;
const LOOPBACK = '127.0.0.1';

export async function chooseAddress(place: Place): Promise<Address> {
  const socket = `${place.folder}/.s.PGSQL.${SOCKET_PORT}`;
  const fits = process.platform !== 'win32' && Buffer.byteLength(socket) < LONGEST_SOCKET_PATH;
  return fits ? { host: place.folder, port: SOCKET_PORT } : { host: LOOPBACK, port: await freePort() };
}

export const addressOf = (postmaster: Postmaster): Address => ({
  host: postmaster.socketFolder === '' ? LOOPBACK : postmaster.socketFolder,
  port: postmaster.port,
});

export const addressFlags = (address: Address): string[] =>
  address.host === LOOPBACK
    ? ['-h', LOOPBACK, '-p', String(address.port), '-c', 'unix_socket_directories=']
    : ['-c', 'listen_addresses=', '-p', String(address.port), '-c', `unix_socket_directories=${quote(address.host)}`];

/** The setting is a list; a quoted name may hold commas and blanks. */
const quote = (folder: string): string => `"${folder.replaceAll('"', '""')}"`;

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(0, LOOPBACK, () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => found(port));
    });
  });
}
