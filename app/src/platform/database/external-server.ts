/** `script/external-postgres FOLDER [--stop]`: a server of the system's PostgreSQL; prints the owner's URL for DATABASE_URL. */
import { asOwner } from './connect.ts';
import { getSystemInstallation } from './embedded/installation.ts';
import { startServer } from './embedded/supervisor.ts';

const [dataFolder, order] = process.argv.slice(2);
if (dataFolder === undefined) throw new Error('script/external-postgres FOLDER [--stop]');

const bin = process.env.LUOSHI_POSTGRES_BIN ?? '/usr/lib/postgresql/15/bin';
const server = await startServer({ dataFolder, installation: getSystemInstallation(bin) });
if (order === '--stop') {
  await server.stop();
} else {
  await asOwner({ url: server.url('postgres') }, async (owner) => {
    const [found] = await owner`select from pg_database where datname = 'luoshi'`;
    if (found === undefined) await owner`create database luoshi`;
  });
  console.log(server.url('luoshi'));
}
