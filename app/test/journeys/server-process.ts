import { fixedClock } from '../../src/platform/clock/clock.ts';
import { startServer } from '../../src/server.ts';
import { NOW } from '../world/signed-in-county.ts';

/** The server as a process of its own, to be killed: `server-process.ts <data folder>`; says its address when it listens. */
const [dataFolder] = process.argv.slice(2);
if (!dataFolder) throw new Error('Name the data folder.');
const { address } = await startServer({ dataFolder, port: 0, clock: fixedClock(NOW), log: false });
process.stdout.write(`${address}\n`);
