import type { Chance } from './random.ts';

/**
 * Numbers that look right and belong to nobody. The division code 371599 has never been given to any
 * county, so no ID number beginning with it exists; mobile numbers beginning with 1600 are not issued.
 */
const NO_COUNTY = '371599';
const NO_NETWORK = '1600';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** An ID number of GB 11643 with its check digit; the serial is odd for men and even for women. */
export function inventIdNumber(chance: Chance, born: string, sex: 'male' | 'female', taken: Set<string>): string {
  for (;;) {
    const serial = chance.whole(0, 499) * 2 + (sex === 'male' ? 1 : 0);
    const front = `${NO_COUNTY}${born.replaceAll('-', '')}${String(serial).padStart(3, '0')}`;
    const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(front[i]), 0);
    const number = front + '10X98765432'[sum % 11];
    if (taken.has(number)) continue;
    taken.add(number);
    return number;
  }
}

/** The n-th invented mobile number, 11 digits. */
export const inventPhone = (n: number): string => `${NO_NETWORK}${String((n * 7919) % 10_000_000).padStart(7, '0')}`;
