import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packCommand, packFolder } from './pack-commands.ts';

const empty = (): string => packFolder([]);

describe('luoshi pack new', () => {
  it('writes a pack that checks, and whose example passes', async () => {
    const folder = join(empty(), 'qinghe-county');
    const said = await packCommand('new', folder);
    expect(said).toContain(join(folder, 'ratings/village-year.yaml'));
    expect(said).toContain(`luoshi pack check ${folder}`);
    expect(await packCommand('check', folder)).toContain('0 处错误 errors, 0 处提醒 warnings');
    expect(await packCommand('test', folder)).toBe('1 passed, 0 failed\n');
    expect(readFileSync(join(folder, 'pack.yaml'), 'utf8')).toContain('id: qinghe-county\n');
  });

  it('carries the title it is given, whatever signs stand in it', async () => {
    const folder = join(empty(), 'mine');
    await packCommand('new', folder, '--title', '青禾县“$1”办法：试行');
    expect(readFileSync(join(folder, 'pack.yaml'), 'utf8')).toContain('title: "青禾县“$1”办法：试行"\n');
    expect(await packCommand('check', folder)).toContain('0 处错误 errors');
    expect(await packCommand('test', folder)).toBe('1 passed, 0 failed\n');
  });

  it('tells the editor which schema explains each file, in the language asked for', async () => {
    const folder = join(empty(), 'mine');
    await packCommand('new', folder, '--language', 'en');
    for (const path of ['pack.yaml', 'kinds/kinds.yaml', 'forms/monthly-check.yaml', 'examples/late-reports.yaml']) {
      const [first = ''] = readFileSync(join(folder, path), 'utf8').split('\n');
      const schema = /^# yaml-language-server: \$schema=(.*)$/.exec(first)?.[1] ?? '';
      expect(schema).toContain('/en/');
      expect(existsSync(resolve(dirname(join(folder, path)), schema)), path).toBe(true);
    }
  });

  it('overwrites nothing and names what a pack may be called', async () => {
    const there = packFolder([{ path: 'mine/pack.yaml', text: 'id: mine\n' }]);
    await expect(packCommand('new', join(there, 'mine'))).rejects.toThrow(/已存在|exists/);
    expect(readFileSync(join(there, 'mine/pack.yaml'), 'utf8')).toBe('id: mine\n');
    await expect(packCommand('new', join(there, '青禾县'))).rejects.toThrow(/小写英文|lower-case/);
  });
});
