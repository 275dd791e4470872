import { v7 as uuidv7 } from 'uuid';
import { signIn } from '../client.ts';
import { PASSWORD } from '../world/build-world.ts';
import type { OpenCounty } from '../world/open-county.ts';

/** What was recorded of each village of the east: papers, marks, deeds and faults; the west has less. */
export async function fillRoom({ county: { usernames, organisations }, server }: OpenCounty): Promise<void> {
  const officer = await signIn(server.address, usernames.county, PASSWORD);
  const enter = (form: string, village: string, on: string, data: object) =>
    officer.call('records.enter', {
      id: uuidv7(),
      form,
      subject: { kind: 'organisation', id: village },
      data: { on, ...data },
    });
  const { wangzhuang, lizhuang, gaomiao } = organisations;
  for (const [village, good, marks] of [
    [wangzhuang, 30, 92],
    [lizhuang, 24, 84],
    [gaomiao, 10, 60],
  ] as const) {
    await enter('room-vote', village, '2026-08-20', { good, fair: 6, bad: 34 - good, blank: 2, spoiled: 1 });
    for (const by of [0, 2, 4]) {
      await enter('room-leaders', village, '2026-08-21', { marks: marks + by });
      await enter('room-delegates', village, '2026-08-22', { marks: marks - by });
    }
  }
  await enter('room-deed', wangzhuang, '2026-07-01', { marks: 6 });
  await enter('room-deed', wangzhuang, '2026-04-10', { marks: 3 });
  await enter('room-fault', wangzhuang, '2026-05-06', { marks: 1 });
  await enter('room-fault', lizhuang, '2026-06-02', { marks: 1 });
}
