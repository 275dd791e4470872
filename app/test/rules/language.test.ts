import { describe, expect, it } from 'vitest';
import { listFiles, productFiles, readText } from './source-files.ts';

const everything = () => listFiles('*.ts', '*.tsx').filter((path) => path !== 'app/test/rules/language.test.ts');

function linesMatching(paths: readonly string[], pattern: RegExp): string[] {
  return paths.flatMap((path) =>
    readText(path)
      .split('\n')
      .flatMap((line, i) => (pattern.test(line) ? [`${path}:${i + 1}: ${line.trim()}`] : [])),
  );
}

describe('what the compiler cannot see', () => {
  it('no `any` outside the parse border', () => {
    expect(linesMatching(productFiles(), /^(?!\s*(?:\*|\/\/|\/\*)).*(?::|<|\bas|=|\|) ?any\b(?![-\w(])/)).toEqual([]);
  });

  it('no silenced compiler or linter', () => {
    expect(
      linesMatching(everything(), /@ts-(ignore|nocheck|expect-error)|(eslint|oxlint|biome)-(disable|ignore)/),
    ).toEqual([]);
  });

  it('nothing left for later, no test skipped or alone', () => {
    expect(linesMatching(everything(), /\b(TODO|FIXME|XXX)\b|\b(it|test|describe)\.(skip|only|todo)\b/)).toEqual([]);
  });

  it('no names that fit anything', () => {
    expect(
      listFiles('*.ts', '*.tsx').filter(
        (path) => /(helper|util|manager|common|misc)s?\.tsx?$/i.test(path) && !path.endsWith('schema/common.ts'),
      ),
    ).toEqual([]);
  });
});
