import { readFile, writeFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import type { TSchema } from 'typebox';
import { v7 as uuidv7 } from 'uuid';
import type { Action, Download } from '../actions/action.ts';
import type { ActionRegistry } from '../actions/registry.ts';
import { splitId } from '../actions/route.ts';
import { convertText } from '../actions/validate.ts';

/** Runs an action for the command line; given by the door, which knows database and operator. */
export type RunAction = (action: Action, input: unknown, options: CommonOptions) => Promise<unknown>;

export interface CommonOptions {
  readonly jurisdiction?: string;
  readonly dataFolder?: string;
  readonly out?: string;
}

/**
 * Adds one command per action: `luoshi records enter --form visit …`. Every input field is an option;
 * values that are not plain text are JSON, and `@file` reads the value from a file.
 */
export function addActionCommands(program: Command, registry: ActionRegistry, run: RunAction): void {
  const domains = new Map<string, Command>();
  for (const action of registry.values()) {
    const [domain, verb] = splitId(action.id);
    const parent = domains.get(domain) ?? program.command(domain);
    domains.set(domain, parent);
    const command = parent.command(verb).description(`${action.title['zh-CN']} · ${action.title.en}`);
    command.summary(action.title['zh-CN']).addHelpText('after', `\n${action.about['zh-CN']}\n${action.about.en}`);
    for (const [name, schema] of Object.entries(action.input.properties))
      command.addOption(optionOf(action, name, schema));
    command.option('--jurisdiction <code>', '辖区代码 · division code of the jurisdiction');
    command.option('--data-folder <path>', '数据目录 · data folder');
    if (action.kind === 'download') command.option('--out <path>', '保存到 · where to save the file');
    command.action(async (options: Record<string, unknown>) => {
      const result = await run(action, await inputOf(action, options), options as CommonOptions);
      await printResult(action, result, options as CommonOptions);
    });
  }
}

function optionOf(action: Action, name: string, schema: TSchema): Option {
  const about = (schema as { description?: string }).description ?? '';
  const option = new Option(`--${kebab(name)} <value>`, about);
  if (isRequired(action, name) && !isNewId(schema)) option.makeOptionMandatory();
  return option;
}

const kebab = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

async function inputOf(action: Action, options: Record<string, unknown>): Promise<unknown> {
  const input: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(action.input.properties)) {
    const raw = options[name] ?? (isNewId(schema) && isRequired(action, name) ? uuidv7() : undefined);
    if (typeof raw !== 'string') continue;
    const text = raw.startsWith('@') ? await readValue(raw.slice(1), schema) : raw;
    input[name] = isText(schema) ? text : parseOrKeep(text);
  }
  return convertText(action.input, input);
}

/** Files that go into a base64 field are encoded, others are text. */
async function readValue(path: string, schema: TSchema): Promise<string> {
  const bytes = await readFile(path);
  return (schema as { contentEncoding?: string }).contentEncoding === 'base64'
    ? bytes.toString('base64')
    : bytes.toString('utf8');
}

const isNewId = (schema: TSchema) => (schema as { newId?: boolean }).newId === true;
const isRequired = (action: Action, name: string) => (action.input.required ?? []).includes(name);

const isText = (schema: TSchema) => (schema as { type?: string }).type === 'string';

function parseOrKeep(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

async function printResult(action: Action, result: unknown, options: CommonOptions): Promise<void> {
  if (action.kind !== 'download') {
    process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
    return;
  }
  const file = result as Download;
  const path = options.out ?? file.fileName;
  await writeFile(path, file.body);
  process.stdout.write(`${path}\n`);
}
