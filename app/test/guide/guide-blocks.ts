import { readText } from '../rules/source-files.ts';

/** A file as the guide has it written: whole, put at the end of what is there, or one line made anew. */
export interface FileBlock {
  readonly path: string;
  readonly how: 'write' | 'append' | 'change';
  readonly text: string;
}

/** What the reader types, and what the guide says is printed; `…` stands for anything. */
export interface CommandBlock {
  readonly command: string;
  readonly said: readonly string[];
}

export type Block = FileBlock | CommandBlock;

const FENCE = /^```(\S+) ?(.*)\n([\s\S]*?)^```$/gm;

/** The fenced blocks of a guide that say what they are, in order. */
export function blocksOf(path: string): Block[] {
  return [...readText(path).matchAll(FENCE)].flatMap(([, kind = '', info = '', text = '']): Block[] => {
    if (kind === 'console') return commandsOf(text);
    const [file = '', how = 'write'] = info.split(' ');
    if (file === '') throw new Error(`${path}: a block of ${kind} names no file`);
    if (how !== 'write' && how !== 'append' && how !== 'change') throw new Error(`${path}: ${how}`);
    return [{ path: file, how, text }];
  });
}

function commandsOf(text: string): CommandBlock[] {
  const parts = text.split(/^\$ /m).slice(1);
  return parts.map((part) => {
    const [command = '', ...said] = part.trimEnd().split('\n');
    return { command, said };
  });
}

/** The file after the block: what the reader has on disk. */
export function written(before: string, { path, how, text }: FileBlock): string {
  if (how === 'write') return text;
  if (how === 'append') return before + text;
  const key = `${text.split(':')[0]}:`;
  const lines = before.split('\n');
  const places = lines.flatMap((line, i) => (line.startsWith(key) ? [i] : []));
  if (places.length !== 1) throw new Error(`${path} has ${places.length} lines that begin with ${key}`);
  return lines.with(places[0] ?? 0, text.trimEnd()).join('\n');
}
