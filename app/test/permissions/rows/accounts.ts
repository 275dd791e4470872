import { PASSWORD } from '../../world/build-world.ts';
import type { Row } from '../row.ts';

const NEXT = 'Xin-2026-mima';

export const accountRows = {
  'accounts.me': { inside: () => ({}) },
  'accounts.list': { inside: () => ({}) },
  'accounts.open': {
    inside: (at, make) => opened(make.id(), at.person),
    outside: (away, make) => opened(make.id(), away.person),
  },
  'accounts.close': {
    inside: async (_at, make) => ({ id: await make.account() }),
    outside: (away) => ({ id: away.account }),
  },
  'accounts.grant': {
    inside: (at, make) => granted(make.id(), at.account, at.township),
    outside: (away, make, at) => granted(make.id(), at.account, away.township),
  },
  'accounts.revoke': {
    inside: async (_at, make) => ({ id: await make.grant(await make.account()) }),
    outside: async (_away, make) => ({ id: await make.grant(await make.account()) }),
  },
  // The current password is wrong, so that the one who tries stays signed in.
  'accounts.change-password': { inside: () => ({ current: `${PASSWORD}?`, next: NEXT }) },
  'accounts.reset-password': {
    inside: async (_at, make) => ({ id: await make.account(), password: NEXT }),
    outside: (away) => ({ id: away.account, password: NEXT }),
  },
  'accounts.import': {
    inside: (at, make) => ({ csv: accountsCsv(make.id(), at.villageCode) }),
    outside: (away, make) => ({ csv: accountsCsv(make.id(), away.villageCode) }),
    answers: 'rows',
  },
  'audit.list': { inside: () => ({}) },
  'audit.verify': { inside: () => ({}) },
} satisfies Record<string, Row>;

const opened = (id: string, person: string) => ({
  id,
  username: `n${id.replaceAll('-', '').slice(-14)}`,
  password: PASSWORD,
  displayName: '新账号',
  person,
});

const granted = (id: string, account: string, organisation: string) => ({
  id,
  account,
  organisation,
  role: 'township-officer',
});

const accountsCsv = (id: string, code: string) =>
  `username,display_name,role,password,organisation_code\ni${id.slice(-12)},新账号,village-clerk,${PASSWORD},${code}\n`;
