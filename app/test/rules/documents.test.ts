import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listFiles, ROOT, readText } from './source-files.ts';

const documents = listFiles('*.md');
const tracked = new Set(listFiles());

describe('documents point at things that exist', () => {
  it('links', () => {
    const dead = documents.flatMap((path) =>
      [...readText(path).matchAll(/\]\(([^)\s#]+)(?:#[^)]*)?\)/g)].flatMap((match) => {
        const target = match[1] ?? '';
        if (/^[a-z]+:/.test(target)) return [];
        return existsSync(join(ROOT, dirname(path), target)) ? [] : [`${path}: ${target}`];
      }),
    );
    expect(dead).toEqual([]);
  });

  it('paths in backticks', () => {
    const dead = documents.flatMap((path) =>
      [...readText(path).matchAll(/`((?:\.\/)?(?:[\w.@-]+\/)+[\w.-]+\.(?:ts|tsx|md|yaml|sql|csv|json))`/g)].flatMap(
        (match) => {
          const target = normalize(match[1] ?? '');
          const places = [target, join(dirname(path), target), join('app/src', target), join('engine/src', target)];
          return places.some((place) => tracked.has(place)) ? [] : [`${path}: ${target}`];
        },
      ),
    );
    expect(dead).toEqual([]);
  });

  it('commands named in the README exist', () => {
    const commands = [...readText('README.md').matchAll(/\bscript\/([a-z-]+)/g)].map((match) => `script/${match[1]}`);
    expect(commands.length).toBeGreaterThan(0);
    expect(commands.filter((command) => !tracked.has(command))).toEqual([]);
  });
});
