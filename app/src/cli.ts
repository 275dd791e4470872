#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { localOperator } from './accounts/index.ts';
import { addDemoCommand } from './demo/index.ts';
import { examineFiles } from './documents/index.ts';
import { addBoardCommand, evaluateTouched } from './obligations/index.ts';
import { addPackCommands, examinePacks } from './packs/index.ts';
import { addActionCommands } from './platform/cli/action-commands.ts';
import { closeOnSignal } from './platform/cli/close-on-signal.ts';
import { commandWords } from './platform/cli/command-words.ts';
import { addDoctorCommand } from './platform/cli/doctor-command.ts';
import { addJurisdictionCommand } from './platform/cli/jurisdiction-command.ts';
import { type LocalDoor, localRun } from './platform/cli/local-run.ts';
import { sayError } from './platform/cli/say-error.ts';
import { ENVIRONMENT, type SettingOptions, settingsFrom } from './platform/cli/settings.ts';
import { VERSION } from './platform/version.ts';
import { addRateCommand, addSimulateCommand } from './ratings/index.ts';
import { registry, startServer, TIME_ZONE } from './server.ts';

const door: LocalDoor = {
  registry,
  timeZone: TIME_ZONE,
  operator: localOperator,
  evaluate: async (runtime, jurisdiction) => {
    while ((await evaluateTouched(runtime, jurisdiction)).taken > 0);
  },
};

const program = new Command('luoshi')
  .description('落实：把决定变成任务，把任务变成结果 · Luoshi: decisions made, duties done')
  .version(VERSION)
  .showHelpAfterError('（用 --help 查看用法 · see --help）')
  .configureOutput({ outputError: (text, write) => write(commandWords(text)) })
  .addHelpText('after', ENVIRONMENT)
  .exitOverride();

program
  .command('serve')
  .description('启动服务 · start the server')
  .option('--port <number>', '端口 · port (3000)')
  .option('--host <address>', '监听地址 · address to listen on (127.0.0.1)')
  .option('--data-folder <path>', '数据目录 · data folder')
  .action(async (options: SettingOptions) => {
    const server = await startServer(settingsFrom(options));
    process.stdout.write(`落实已启动 · Luoshi is up: ${server.address}\n`);
    closeOnSignal(() => server.close());
  });

const packCommand = addPackCommands(program, localRun(door));
addSimulateCommand(packCommand, localRun(door));
addRateCommand(packCommand);
addBoardCommand(program, localRun(door));
addJurisdictionCommand(program, door);
addDoctorCommand(program, door, [examineFiles, examinePacks]);
addDemoCommand(program, { ...door, start: startServer });
addActionCommands(program, registry, localRun(door));

// Whoever reads no further (`luoshi board | head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

function fail(error: unknown): never {
  if (error instanceof CommanderError) process.exit(error.exitCode);
  process.stderr.write(`${sayError(error)}\n`);
  process.exit(1);
}

await program.parseAsync().catch(fail);
