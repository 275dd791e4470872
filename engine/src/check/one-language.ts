import type { Pack } from '../pack/pack.ts';
import { isRecord } from '../pack/schema-shape.ts';
import type { Problem } from '../problem.ts';

/**
 * How many texts of a pack stand in Chinese only, where its own title is in both languages: readers of English see them as
 * they are. A pack whose title is in Chinese only is meant to be.
 */
export function checkOneLanguage(pack: Pack): Problem[] {
  const { manifest, places } = pack;
  const { examples: _, words: __, changes: ___, places: ____, ...parts } = pack;
  const number = chineseOnly(manifest.title) > 0 ? 0 : chineseOnly(parts);
  if (number === 0) return [];
  const place = places.get(`manifest:${manifest.id}/title`);
  return [
    {
      severity: 'warning',
      code: 'one-language',
      path: place?.path ?? `${manifest.id}/pack.yaml`,
      line: place?.line ?? 1,
      column: place?.column ?? 1,
      words: {
        'zh-CN': `有 ${number} 处文字只有中文，英文界面照样显示中文`,
        en: `${number} texts are in Chinese only and show as such on English pages`,
      },
      wayOut: {
        'zh-CN': '需要英文的写成 { zh-CN: 迟报, en: Late report }；整个包只用中文的，pack.yaml 的 title 也只写中文',
        en: 'Where English is needed write { zh-CN: 迟报, en: Late report }; a pack in Chinese only has its title in pack.yaml in Chinese only',
      },
    },
  ];
}

function chineseOnly(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + chineseOnly(one), 0);
  if (!isRecord(value)) return 0;
  if (typeof value['zh-CN'] === 'string' && value['zh-CN'] === value['en'])
    return /\p{Script=Han}/u.test(value['en']) ? 1 : 0;
  return Object.values(value).reduce((sum: number, one) => sum + chineseOnly(one), 0);
}
