import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { findScopeOfUser } from '../accounts/index.ts';
import type { EvaluatorLoop } from '../obligations/index.ts';
import { addJurisdiction } from '../platform/access/jurisdictions.ts';
import { dispatch, type Runtime } from '../platform/actions/dispatch.ts';
import { closeOnSignal } from '../platform/cli/close-on-signal.ts';
import type { LocalDoor } from '../platform/cli/local-run.ts';
import { type Clock, civilDay, clockOn, systemClock } from '../platform/clock/clock.ts';
import { DEMO_PASSWORD, type DemoAccount } from './accounts.ts';
import { readSummary } from './demo-summary.ts';
import { type DemoSummary, loadDemo } from './load-demo.ts';
import { LOCALITIES, SHEN_COUNTY } from './localities.ts';
import type { Locality } from './locality.ts';

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
  readonly only?: string;
}

/** Adds `luoshi demo`: five localities with their packs, people and invented records, entered through the product. */
export function addDemoCommand(program: Command, house: DemoHouse): void {
  program
    .command('demo')
    .description('示例：莘县第一书记等五地 · the example localities')
    .option('--check', '在临时目录里走一遍，输出 JSON 小结 · do it all in a temporary folder and print a JSON summary')
    .option('--as-of <day>', '把“今天”放在这一天 · put today on this day')
    .option('--data-folder <path>', '数据目录 · data folder', './data')
    .option('--port <number>', '端口 · port', '3000')
    .option('--only <code>', '只装一地，如 371522 · only one locality')
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
    const filled = await fillAll(house, server, options);
    const evaluating = performance.now();
    await server.evaluator.settled();
    const evaluate = secondsSince(evaluating);
    const phases = { start: starting, ...secondsOf(filled), evaluate, total: secondsSince(begun) };
    const jurisdictions = [];
    for (const { locality } of filled) {
      const { id, name } = locality;
      jurisdictions.push({ id, name, ...(await readSummary(server.runtime, id)) });
    }
    const summary = await readSummary(server.runtime, (filled[0]?.locality ?? SHEN_COUNTY).id);
    await server.close();
    const peakMemoryMegabytes = Math.round(process.resourceUsage().maxRSS / 1024);
    const report = { ...summary, jurisdictions, seconds: phases, peakMemoryMegabytes, address: server.address };
    process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  } finally {
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

async function run(house: DemoHouse, options: Options): Promise<void> {
  const server = await start(house, options);
  const isClosing = closeOnSignal(() => server.close());
  try {
    await fillWhileLookedAt(house, server, chosen(options));
  } catch (error) {
    // What is under way when the server ends cannot be finished; the next start goes on with it.
    if (!isClosing()) throw error;
  }
}

/** One locality after the other with all its lights; its accounts are told of before its records are there. */
async function fillWhileLookedAt(house: DemoHouse, server: Started, localities: readonly Locality[]): Promise<void> {
  process.stdout.write(welcome(server.address));
  for (const locality of localities) {
    const tell = (accounts: readonly DemoAccount[]) =>
      void process.stdout.write(`${placeLines(locality, accounts).join('\n')}\n`);
    await server.evaluator.hold(() => fill(house, server, locality, tell));
    say(`计算${locality.name}的各项职责 · computing the lights of ${locality.name} …`);
    await server.evaluator.settled();
  }
  say('各地都已填好 · everything is there');
}

const start = (house: DemoHouse, { dataFolder, port, asOf }: Options): Promise<Started> =>
  house.start({ dataFolder, port: Number(port), clock: asOf ? clockOn(asOf) : systemClock, log: false });

interface Filled {
  readonly locality: Locality;
  readonly summary: DemoSummary;
}

/** Fills the localities one after the other, and lets nothing be computed before all are there. */
async function fillAll(house: DemoHouse, server: Started, options: Options): Promise<Filled[]> {
  return server.evaluator.hold(async () => {
    const filled: Filled[] = [];
    for (const locality of chosen(options)) filled.push({ locality, summary: await fill(house, server, locality) });
    return filled;
  });
}

/** The localities asked for; all when none is named. */
function chosen({ only }: Options): readonly [Locality, ...Locality[]] {
  const [first, ...others] = LOCALITIES.filter(({ id }) => only === undefined || id === only);
  if (!first) throw new Error(`没有代码为 ${only} 的示例地 · there is no example locality ${only}`);
  return [first, ...others];
}

/** Seconds by phase, over all localities. */
function secondsOf(filled: readonly Filled[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const [phase, seconds] of filled.flatMap(({ summary }) => Object.entries(summary.seconds))) {
    sums[phase] = Math.round(((sums[phase] ?? 0) + seconds) * 1000) / 1000;
  }
  return sums;
}

/** Fills a locality through the product's actions; on data that is there already it changes nothing. */
async function fill(
  house: DemoHouse,
  { runtime }: Started,
  locality: Locality,
  onAccounts: (accounts: readonly DemoAccount[]) => void = () => undefined,
): Promise<DemoSummary> {
  const { database, clock, timeZone } = runtime;
  const { id, name, level } = locality;
  const asOf = civilDay(clock.now(), timeZone);
  await addJurisdiction(database, { id, name, level });
  say(`填入${name}的组织、人员和记录 · filling ${name} (${id}), its people and their records …`);
  const scopeOf = (as?: string) =>
    as === undefined ? house.operator(database, id) : findScopeOfUser(database, id, as, asOf);
  const call = async (actionId: string, input: object, as?: string) => {
    const action = house.registry.get(actionId);
    if (!action) throw new Error(`there is no action "${actionId}"`);
    return dispatch(runtime, action, input, { scope: await scopeOf(as), language: 'zh-CN', door: 'cli' });
  };
  const door = { call, say: (line: { 'zh-CN': string }) => say(`  ${line['zh-CN']}`) };
  return loadDemo(door, locality, { asOf, onAccounts });
}

function welcome(address: string): string {
  return [
    '',
    `落实已启动 · Luoshi is up:  ${address}`,
    `下列账号的密码都是 ${DEMO_PASSWORD} · the accounts below all have the password ${DEMO_PASSWORD}`,
    '账号列出后即可登录；记录还在逐地填入，填好一地就亮一地的灯。',
    'Sign in as soon as an account is listed; records are still being filled in, and lights come on place by place.',
    '按 Ctrl+C 停止，数据留在数据目录里 · Ctrl+C stops; the data stays in the data folder',
    '',
    '',
  ].join('\n');
}

const placeLines = ({ name, id }: Locality, accounts: readonly DemoAccount[]): string[] => [
  `${name} (${id})`,
  ...accounts.map(({ username, displayName, sees }) => `  ${username.padEnd(17)} ${displayName} — ${sees}`),
];
