import { pinyin } from 'pinyin-pro';

/** How a name is typed by those who type its sound: `hongqicun` and `hqc` for 红旗村. */
export interface Sound {
  readonly pinyin: string;
  readonly initials: string;
}

export function soundOf(name: string): Sound {
  const syllables = pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true })
    .map((syllable) => syllable.toLowerCase().replaceAll(/[^a-z0-9]/g, ''))
    .filter((syllable) => syllable !== '');
  return { pinyin: syllables.join(''), initials: syllables.map((syllable) => syllable[0]).join('') };
}
