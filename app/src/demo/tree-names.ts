/** 居民委员会 → 社区, 村民委员会 and 村委会 → 村; the place's own name stays as it is. */
const RESIDENTS = /(社区)?(居民委员会|居委会)$/;
const VILLAGERS = /(村民委员会|村民委员|村委会|村委)$/;
const COMPLETE = /(村|社区|嘎查)$/;

/** A village or community by its full name; by its code where the name is silent (200 and above: village). */
export function nameAndKindOf(code: string, full: string): { name: string; kind: 'village' | 'community' } {
  if (RESIDENTS.test(full)) {
    const name = full.replace(RESIDENTS, '');
    return { name: name.endsWith('社区') ? name : `${name}社区`, kind: 'community' };
  }
  const name = full.replace(VILLAGERS, '');
  if (name !== full) return { name: COMPLETE.test(name) ? name : `${name}村`, kind: 'village' };
  return { name: full, kind: Number(code.slice(9)) < 200 ? 'community' : 'village' };
}

/** The seventh to ninth digit: 001–099 subdistricts, from 100 towns, townships and what is like them. */
export const townshipKindOf = (code: string): 'subdistrict' | 'township' =>
  Number(code.slice(6, 9)) < 100 ? 'subdistrict' : 'township';
