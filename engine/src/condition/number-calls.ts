import type { Words } from '../value.ts';
import { say } from '../words.ts';
import type { Call } from './call.ts';

const NUMBER = { type: 'number' } as const;

const onNumber = (name: string, said: Words, apply: (value: number) => number): [string, Call] => [
  name,
  {
    said,
    takes: ['number'],
    gives: NUMBER,
    keepsUnit: true,
    written: `${name}(data.hours / 8)`,
    apply: ([value]) => (typeof value === 'number' ? apply(value) : undefined),
  },
];

/** Functions over numbers: begun and full units of one entry. */
export const NUMBER_CALLS: readonly (readonly [string, Call])[] = [
  onNumber('ceil', say('$1（不足一按一计）', '$1, begun units in full'), (value) => Math.ceil(value)),
  onNumber('floor', say('$1（只取整数）', '$1, full units only'), (value) => Math.floor(value)),
];
