import { v7 as uuidv7 } from 'uuid';
import { signIn } from '../client.ts';
import { PASSWORD } from '../world/build-world.ts';
import type { OpenCounty } from '../world/open-county.ts';

export interface Screen {
  readonly name: string;
  readonly path: string;
  /** User name; a stranger when absent. */
  readonly as?: string;
  /** A text that stands there once the screen is ready. */
  readonly ready: string;
}

/** Every screen with something on it, and who looks at it. */
export async function everyScreen({ county, server }: OpenCounty): Promise<readonly Screen[]> {
  const { organisations, usernames, postings } = county;
  const clerk = await signIn(server.address, usernames.clerk, PASSWORD);
  const secretary = await signIn(server.address, usernames.secretary, PASSWORD);
  const entry = uuidv7();
  await clerk.call('records.enter', {
    id: entry,
    form: 'theme-party-day',
    subject: { kind: 'organisation', id: organisations.wangzhuang },
    data: { held_on: '2026-09-11', activities: ['study', 'fees'], participants: 17, topic: '学习党章' },
  });
  await secretary.call('records.enter', {
    id: uuidv7(),
    form: 'village-day',
    subject: { kind: 'posting', id: postings.wangzhuang },
    data: { worked_on: '2026-09-14', part: 'full_day', with_whom: ['village_cadres'] },
  });
  await server.evaluator.settled();
  const { packs } = await clerk.call('packs.list', {});
  const about = `subject=${organisations.wangzhuang}&subjectKind=organisation`;
  const cell = `${organisations.wangzhuang}:theme-party-day`;
  return [
    { name: 'sign-in', path: '/', ready: '登录' },
    { name: 'chart', path: '/board', as: usernames.county, ready: '东张镇' },
    { name: 'chart on the wall', path: '/board?mode=wall', as: usernames.county, ready: '东张镇' },
    { name: 'chart, why', path: `/board?cell=${cell}`, as: usernames.county, ready: '怎样算出来的' },
    { name: 'my work', path: '/work', as: usernames.clerk, ready: '去填' },
    { name: 'enter a record', path: `/records/enter/theme-party-day?${about}`, as: usernames.clerk, ready: '参加人数' },
    { name: 'enter a meeting', path: '/records/enter/meeting', as: usernames.clerk, ready: '应到人数' },
    { name: 'record', path: `/records/${entry}`, as: usernames.clerk, ready: '学习党章' },
    { name: 'records', path: '/records', as: usernames.clerk, ready: '已有记录' },
    { name: 'import', path: '/records/import/theme-party-day', as: usernames.clerk, ready: '下载模板' },
    { name: 'organisations', path: '/organisations', as: usernames.county, ready: '王庄村' },
    { name: 'township', path: `/organisations/${organisations.east}`, as: usernames.county, ready: '王庄村' },
    {
      name: 'village',
      path: `/organisations/${organisations.wangzhuang}`,
      as: usernames.clerk,
      ready: '每月开展主题党日',
    },
    { name: 'measures', path: '/measures', as: usernames.county, ready: '东张镇' },
    { name: 'ratings', path: '/ratings', as: usernames.county, ready: '东张镇' },
    { name: 'packs', path: '/packs', as: usernames.county, ready: '制度包' },
    { name: 'pack', path: `/packs/${packs[0]?.hash}`, as: usernames.county, ready: '现行' },
  ];
}
