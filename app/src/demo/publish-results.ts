import { createHash } from 'node:crypto';
import type { Words } from '@luoshi/engine';
import { v7 as uuidv7 } from 'uuid';
import { officesOf } from './accounts.ts';
import type { DemoDoor } from './door.ts';
import type { Locality } from './locality.ts';

interface Listed {
  readonly ratings: readonly { readonly id: string; readonly title: Words }[];
}

/** The results of last year, published on the demo's day: they are shown now, and one may object. */
export async function publishResults(door: DemoDoor, locality: Locality, asOf: string): Promise<void> {
  const period = String(Number(asOf.slice(0, 4)) - 1);
  if (!locality.publishes?.length) return;
  const { ratings } = (await door.call('ratings.list', {}, officesOf(locality).takeOver)) as Listed;
  for (const { id: rating, title } of ratings.filter((one) => locality.publishes?.includes(one.id))) {
    const random = createHash('sha256').update(`${locality.id}/${rating}/${period}`).digest().subarray(0, 16);
    const id = uuidv7({ msecs: Date.parse(`${asOf}T00:00:00Z`), random });
    const { subjects } = (await door.call(
      'ratings.publish',
      { id, rating, period, reason: '年度考核工作领导小组审定' },
      officesOf(locality).takeOver,
    )) as { subjects: number };
    door.say({
      'zh-CN': `公布 ${period} 年“${title['zh-CN']}”：${subjects} 个对象`,
      en: `${title.en} ${period}: ${subjects} results published`,
    });
  }
}
