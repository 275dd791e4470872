import { join, resolve } from 'node:path';
import { findJurisdictions } from '../access/jurisdictions.ts';
import type { Scope } from '../access/scope.ts';
import { invalid } from '../actions/action-error.ts';
import { dispatch, type Runtime } from '../actions/dispatch.ts';
import type { ActionRegistry } from '../actions/registry.ts';
import { systemClock } from '../clock/clock.ts';
import { type Database, openDatabase } from '../database/connect.ts';
import { openKeys } from '../secrets/keys.ts';
import type { RunAction } from './action-commands.ts';
import { settingsFrom } from './settings.ts';

/** What the commands need of the domains; given by the door. */
export interface LocalDoor {
  readonly registry: ActionRegistry;
  readonly timeZone: string;
  /** Who acts when a command is given on this machine. */
  operator(database: Database, jurisdiction: string): Promise<Scope>;
  /** Brings standings up to date after a write, when no server runs to do it. */
  evaluate(runtime: Runtime, jurisdiction: string): Promise<unknown>;
}

/** Opens this machine's database for the length of `work`. */
export async function withRuntime<Result>(
  { registry, timeZone }: Pick<LocalDoor, 'registry' | 'timeZone'>,
  options: { readonly dataFolder?: string },
  work: (runtime: Runtime) => Promise<Result>,
): Promise<Result> {
  const { dataFolder, databaseUrl } = settingsFrom(options);
  const database = await openDatabase({ dataFolder, url: databaseUrl, connections: 4 });
  const filesFolder = join(resolve(dataFolder), 'files');
  const keys = openKeys(dataFolder);
  try {
    return await work({ database, clock: systemClock, filesFolder, keys, timeZone, actions: registry });
  } finally {
    await database.close();
  }
}

/** Runs actions as the local operator. */
export const localRun =
  (door: LocalDoor): RunAction =>
  (action, input, options) =>
    withRuntime(door, options, async (runtime) => {
      const jurisdiction = await chooseJurisdiction(runtime.database, options.jurisdiction);
      const scope = await door.operator(runtime.database, jurisdiction);
      const result = await dispatch(runtime, action, input, { scope, language: 'zh-CN', door: 'cli' });
      if (action.kind === 'write') await door.evaluate(runtime, jurisdiction);
      return result;
    });

/** @throws ActionError when the one that is named, or the only one, cannot be told. */
export async function chooseJurisdiction(database: Database, named: string | undefined): Promise<string> {
  const all = await findJurisdictions(database);
  const chosen = named ? all.find(({ id }) => id === named) : all.length === 1 ? all[0] : undefined;
  if (chosen) return chosen.id;
  const list = all.map(({ id, name }) => `${id} ${name}`).join('、') || '（无 none）';
  throw invalid('jurisdiction', {
    'zh-CN': `请用 --jurisdiction 指明辖区，现有：${list}。新建：luoshi jurisdiction add <代码> <名称>`,
    en: `Name the jurisdiction with --jurisdiction; there are: ${list}. To make one: luoshi jurisdiction add <code> <name>`,
  });
}
