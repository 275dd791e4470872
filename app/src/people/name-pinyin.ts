import { pinyin } from 'pinyin-pro';

/** How a person's name is found: `李明` → pinyin `liming`, initials `lm`. Surnames are read as surnames (单 shan). */
export function namePinyin(name: string): { readonly pinyin: string; readonly initials: string } {
  const syllables = pinyin(name, { toneType: 'none', surname: 'head', type: 'array', nonZh: 'consecutive', v: true });
  const plain = syllables.map((syllable) => syllable.toLowerCase().replaceAll(/[^a-z0-9]/g, ''));
  return { pinyin: plain.join(''), initials: plain.map((syllable) => syllable.slice(0, 1)).join('') };
}
