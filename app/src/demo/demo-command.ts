import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { findScopeOfUser } from '../accounts/index.ts';
import type { EvaluatorLoop } from '../obligations/index.ts';
import { addJurisdiction } from '../platform/access/jurisdictions.ts';
import { dispatch, type Runtime } from '../platform/actions/dispatch.ts';
import type { LocalDoor } from '../platform/cli/local-run.ts';
import { type Clock, civilDay, clockOn, systemClock } from '../platform/clock/clock.ts';
import { DEMO_PASSWORD, type DemoAccount } from './accounts.ts';
import { readSummary } from './demo-summary.ts';
import { type DemoSummary, loadDemo } from './load-demo.ts';

interface Started {
  readonly address: string;
  readonly runtime: Runtime;
  readonly evaluator: Pick<EvaluatorLoop, 'hold' | 'settled'>;
  close(): Promise<void>;
}

/** The house as the demo needs it; given by the door. */
export interface DemoHouse extends LocalDoor {
  start(options: { dataFolder: string; port: number; clock: Clock; log: boolean }): Promise<Started>;
}

interface Options {
  readonly check?: boolean;
  readonly asOf?: string;
  readonly dataFolder: string;
  readonly port: string;
}

const COUNTY = { id: '371522', name: '莘县', level: 3 };

/** Adds `luoshi demo`: Shen county with its packs, people and invented records, entered through the product. */
export function addDemoCommand(program: Command, house: DemoHouse): void {
  program
    .command('demo')
    .description('示例县：莘县第一书记 · the example county')
    .option('--check', '在临时目录里走一遍，输出 JSON 小结 · do it all in a temporary folder and print a JSON summary')
    .option('--as-of <day>', '把“今天”放在这一天 · put today on this day')
    .option('--data-folder <path>', '数据目录 · data folder', './data')
    .option('--port <number>', '端口 · port', '3000')
    .action((options: Options) => (options.check ? check(house, options) : run(house, options)));
}

const say = (text: string) => void process.stderr.write(`${text}\n`);
const secondsSince = (start: number) => Math.round(performance.now() - start) / 1000;

/** Everything the demo does, in a folder that is gone afterwards. The summary alone goes to standard output. */
async function check(house: DemoHouse, options: Options): Promise<void> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'luoshi-demo-'));
  try {
    const begun = performance.now();
    const server = await start(house, { ...options, dataFolder, port: '0' });
    const starting = secondsSince(begun);
    const { seconds } = await fill(house, server);
    const evaluating = performance.now();
    await server.evaluator.settled();
    const phases = { start: starting, ...seconds, evaluate: secondsSince(evaluating), total: secondsSince(begun) };
    const summary = await readSummary(server.runtime, COUNTY.id);
    await server.close();
    const peakMemoryMegabytes = Math.round(process.resourceUsage().maxRSS / 1024);
    const report = { ...summary, seconds: phases, peakMemoryMegabytes, address: server.address };
    process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  } finally {
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

async function run(house: DemoHouse, options: Options): Promise<void> {
  const server = await start(house, options);
  const stop = () => void server.close().then(() => process.exit(0));
  process.once('SIGINT', stop).once('SIGTERM', stop);
  const { accounts } = await fill(house, server);
  say('计算各项职责 · computing the lights …');
  await server.evaluator.settled();
  process.stdout.write(welcome(server.address, accounts));
}

const start = (house: DemoHouse, { dataFolder, port, asOf }: Options): Promise<Started> =>
  house.start({ dataFolder, port: Number(port), clock: asOf ? clockOn(asOf) : systemClock, log: false });

/** Fills the county through the product's actions; on data that is there already it changes nothing. */
async function fill(house: DemoHouse, { runtime, evaluator }: Started): Promise<DemoSummary> {
  const { database, clock, timeZone } = runtime;
  const asOf = civilDay(clock.now(), timeZone);
  await addJurisdiction(database, COUNTY);
  say(
    '填入莘县的组织、人员和制度生效以来的记录 · filling Shen county, its people and their records since the rules came into force …',
  );
  const scopeOf = (as?: string) =>
    as === undefined ? house.operator(database, COUNTY.id) : findScopeOfUser(database, COUNTY.id, as, asOf);
  const call = async (id: string, input: object, as?: string) => {
    const action = house.registry.get(id);
    if (!action) throw new Error(`there is no action "${id}"`);
    return dispatch(runtime, action, input, { scope: await scopeOf(as), language: 'zh-CN', door: 'cli' });
  };
  const door = { call, say: (line: { 'zh-CN': string }) => say(`  ${line['zh-CN']}`) };
  return evaluator.hold(() => loadDemo(door, { asOf }));
}

function welcome(address: string, accounts: readonly DemoAccount[]): string {
  const lines = accounts.map(({ username, displayName, sees }) => `  ${username.padEnd(12)} ${displayName} — ${sees}`);
  return [
    '',
    `落实已启动 · Luoshi is up:  ${address}`,
    '',
    `账号，密码都是 ${DEMO_PASSWORD} · accounts, all with the password ${DEMO_PASSWORD}`,
    ...lines,
    '',
    '按 Ctrl+C 停止，数据留在数据目录里 · Ctrl+C stops; the data stays in the data folder',
    '',
    '',
  ].join('\n');
}
