import { v7 as uuidv7 } from 'uuid';
import { grantRole, openAccount } from '../../src/accounts/index.ts';
import { openDatabase } from '../../src/platform/database/connect.ts';
import { acting } from './acting.ts';
import { makeSmallCounty, type SmallCounty } from './small-county.ts';

/** A day on which everything of the small county is in force. */
export const NOW = '2026-09-15T02:00:00.000Z';

export interface SignedInCounty {
  readonly county: SmallCounty;
  readonly username: string;
  readonly password: string;
}

/** Makes the small county in the database of a folder, with a county officer who can sign in. */
export async function makeSignedInCounty(dataFolder: string): Promise<SignedInCounty> {
  const database = await openDatabase({ dataFolder });
  try {
    await database.shared.insertInto('jurisdiction').values({ id: '371522', name: '莘县', level: 3 }).execute();
    const county = await makeSmallCounty(database, '371522');
    const administrator = acting(database, NOW).as(county.administrator);
    const [account, username, password] = [uuidv7(), 'ma.jun', 'Hai-tang-2026'];
    await administrator.do(openAccount, { id: account, username, password, displayName: '马骏' });
    const grant = { account, role: 'county-officer' as const, organisation: county.county };
    await administrator.do(grantRole, { id: uuidv7(), ...grant });
    return { county, username, password };
  } finally {
    await database.close();
  }
}

/** Signs in over HTTP. @returns the cookies to send along. */
export async function signIn(address: string, { username, password }: SignedInCounty): Promise<string> {
  const answer = await fetch(`${address}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  });
  if (!answer.ok) throw new Error(`sign-in answered ${answer.status}: ${await answer.text()}`);
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}
