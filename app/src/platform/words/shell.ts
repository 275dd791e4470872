import type { Area } from './area.ts';

export const shell = {
  brand: ['落实', 'Luoshi'],
  board: ['作战图', 'Wall chart'],
  work: ['我的工作', 'My work'],
  organisations: ['组织', 'Organisations'],
  records: ['记录', 'Records'],
  measures: ['指标', 'Measures'],
  ratings: ['考核', 'Ratings'],
  packs: ['制度包', 'Packs'],
  language: ['语言', 'Language'],
  mode: ['显示', 'Display'],
  light: ['浅色', 'Light'],
  dark: ['深色', 'Dark'],
  account: ['账号', 'Account'],
  signOut: ['退出登录', 'Sign out'],
  notFound: ['没有这个页面', 'There is no such page'],
  notFoundHint: ['地址可能写错了，或页面已经移走。', 'The address may be mistyped, or the page has moved.'],
  broken: ['这个页面出了问题', 'This page failed'],
  brokenHint: [
    '已保存的记录不受影响。请重新载入页面；仍不行请联系管理员。',
    'What was saved is safe. Load the page again; if that does not help, ask the administrator.',
  ],
  reload: ['重新载入', 'Load again'],
  toStart: ['回到首页', 'To the start page'],
} as const satisfies Area;
