/** A process that starts the server and is then killed by a test. Prints the server's process number. */
import { startServer } from './supervisor.ts';

const server = await startServer({ dataFolder: process.argv[2] ?? '' });
process.stdout.write(String(server.pid));
setInterval(() => undefined, 1000);
