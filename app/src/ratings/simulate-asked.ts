import { readFile } from 'node:fs/promises';
import { type Example, loadPack, type Pack } from '@luoshi/engine';
import { type ActionError, invalid } from '../platform/actions/action-error.ts';

export interface Asked {
  readonly rating: string;
  readonly period: string;
}

/** The rating and period that are meant: what is given, else the only rating of the pack and the period its example expects. @throws ActionError */
export function askedOf(
  { ratings: own }: Pack,
  packs: readonly Pack[],
  example: Example | null,
  given: Partial<Asked>,
): Asked {
  const all = packs.flatMap(({ ratings }) => ratings.map(({ id }) => id));
  const rating = given.rating ?? (own.length === 1 ? own[0]?.id : undefined);
  if (rating === undefined || !all.includes(rating)) throw whichRating(given.rating, all);
  const expected = example?.expect.flatMap((one) => ('rating' in one && one.rating === rating ? [one.period] : []));
  const period = given.period ?? expected?.[0];
  if (period === undefined) throw whichPeriod();
  return { rating, period };
}

function whichRating(given: string | undefined, all: readonly string[]): ActionError {
  const there = { 'zh-CN': all.join('、') || '无', en: all.join(', ') || 'none' };
  return given === undefined
    ? invalid('invalid-input', {
        'zh-CN': `请用 --rating 写明评分办法：${there['zh-CN']}`,
        en: `Name the rating by --rating: ${there.en}`,
      })
    : invalid('invalid-input', {
        'zh-CN': `没有评分办法“${given}”。包里有：${there['zh-CN']}`,
        en: `There is no rating “${given}”. The pack has: ${there.en}`,
      });
}

const whichPeriod = (): ActionError =>
  invalid('invalid-input', {
    'zh-CN': '请用 --period 写明时段，如 --period 2026',
    en: 'Name the period by --period, such as --period 2026',
  });

/** The first example of a file. @throws ActionError when there is no such file, or nothing in it can be used */
export async function exampleOf({ manifest }: Pack, file: string): Promise<Example> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw invalid('invalid-input', {
      'zh-CN': `没有文件 ${file}。用 --example 写明例子文件，如 packs/my-county/examples/….yaml`,
      en: `There is no file ${file}. Name an example file by --example, such as packs/my-county/examples/….yaml`,
    });
  });
  const { pack, problems } = loadPack([
    { path: 'pack.yaml', text: JSON.stringify(manifest) },
    { path: 'examples/given.yaml', text },
  ]);
  const example = pack?.examples[0];
  if (example) return example;
  const lines = (language: 'zh-CN' | 'en') =>
    problems.map(({ line, words }) => `${line}: ${words[language]}`).join('; ');
  throw invalid('invalid-input', {
    'zh-CN': `${file} 里没有可用的例子：${lines('zh-CN')}`,
    en: `${file} holds no example that can be used: ${lines('en')}`,
  });
}
