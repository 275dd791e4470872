const WORDS: Readonly<Record<string, string>> = { 县: 'county', 区: 'district', 市: 'city', 旗: 'banner' };

/** What a place is called by the last character of its name: 杭锦旗 is a banner and has departments of a banner. */
export function areaWord(place: string): { readonly zh: string; readonly en: string } {
  const last = place.slice(-1);
  const en = WORDS[last];
  return en === undefined ? { zh: '县', en: 'county' } : { zh: last, en };
}
