import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { areas } from './index.ts';

const source = new URL('../../', import.meta.url);
const screens = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
  (path) => /(^|\/)(web|ui)(\/.*)?\.?tsx?$/.test(path) && !path.includes('.test.'),
);
const code = screens.map((path) => readFileSync(new URL(path, source), 'utf8')).join('\n');

const sentences = Object.entries(areas).flatMap(([area, words]) =>
  Object.entries(words).map(([key, [zh, en]]) => ({ key: `${area}.${key}`, area, zh, en })),
);
const keys = new Set(sentences.map(({ key }) => key));
const holes = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();

describe('words', () => {
  it.each(sentences)('$key is said in both languages', ({ zh, en }) => {
    expect(zh.trim()).not.toBe('');
    expect(en.trim()).not.toBe('');
    expect(en).not.toMatch(/[\u4e00-\u9fff]/);
    expect(holes(zh)).toEqual(holes(en));
  });

  it('every key the screens use exists', () => {
    const used = [...code.matchAll(/\bsay\(\s*'([\w.-]+)'/g)].map((match) => match[1] ?? '');
    expect(used.length).toBeGreaterThan(50);
    expect(used.filter((key) => !keys.has(key))).toEqual([]);
  });

  it('every sentence is used', () => {
    const spokenByName = Object.keys(areas).filter((area) => code.includes(`\`${area}.\${`));
    const idle = sentences.filter(({ key, area }) => !code.includes(`'${key}'`) && !spokenByName.includes(area));
    expect(idle.map(({ key }) => key)).toEqual([]);
  });
});
