import { beforeEach, describe, expect, test } from 'vitest';
import { fixedClock } from '../src/platform/clock/clock.ts';
import { testDatabase } from '../src/platform/database/testing.ts';
import { clientOf, signIn } from './client.ts';
import { testServer } from './test-server.ts';
import { buildCounty, NOW, PASSWORD } from './world/build-world.ts';

const database = await testDatabase();
await database.addJurisdictions('371522');
const county = await buildCounty(database, '371522');
const clock = fixedClock(NOW);
const { address, live } = await testServer(database, clock);
const stranger = clientOf(address);
const trySignIn = (username: string, password: string) =>
  stranger.request('POST', '/api/sign-in', { username, password });

beforeEach(async () => {
  clock.set(NOW);
  await database.shared.deleteFrom('sign_in_failure').execute();
});

describe('sign-in', () => {
  test('opens a session in a cookie that scripts cannot read', async () => {
    const answer = await trySignIn('East.371522', PASSWORD);
    expect(answer.body).toEqual({
      account: {
        displayName: '东张镇 马骏',
        roles: ['township-officer'],
        jurisdiction: { id: '371522', name: 'County 371522' },
      },
    });
    const [cookie] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/^luoshi\.session_token=[^;]+; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/);
    const session = await clientOf(address, cookie?.split(';')[0]).request('GET', '/api/session');
    expect(session).toMatchObject({ status: 200, body: { account: { roles: ['township-officer'] } } });
  });

  test('says the same of a wrong password, an unknown name and a closed account', async () => {
    await database.asOwner((sql) => sql`update account set closed_at = now() where id = ${county.accounts.west}`);
    const answers = [
      await trySignIn(county.usernames.east, 'Wrong-1-password'),
      await trySignIn('nobody', 'Wrong-1-password'),
      await trySignIn(county.usernames.west, PASSWORD),
    ];
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401]);
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    await database.asOwner((sql) => sql`update account set closed_at = null where id = ${county.accounts.west}`);
  });

  test.each(['clerk.371522', 'nobody-at-all'])(
    'locks %s for 15 minutes after five failures in a row',
    async (username) => {
      const statuses = [];
      for (let i = 0; i < 6; i++) statuses.push((await trySignIn(username, `Wrong-${i}-password`)).status);
      expect(statuses).toEqual([401, 401, 401, 401, 401, 423]);
      expect((await trySignIn(username, PASSWORD)).status).toBe(423);
      clock.set('2026-09-15T02:15:01.000Z');
      expect((await trySignIn(username, PASSWORD)).status).toBe(username === 'nobody-at-all' ? 401 : 200);
    },
  );

  test('a success begins the count again; many at once are not more than five', async () => {
    for (let i = 0; i < 4; i++) await trySignIn(county.usernames.unit, 'Wrong-1-password');
    expect((await trySignIn(county.usernames.unit, PASSWORD)).status).toBe(200);
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => trySignIn(county.usernames.unit, 'Wrong-1-password')),
    );
    expect(answers.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(5);
    expect((await trySignIn(county.usernames.unit, PASSWORD)).status).toBe(423);
  });

  test('leaves an audit row, without the password', async () => {
    await signIn(address, county.usernames.county, PASSWORD);
    const rows = await database.asOwner(
      (sql) => sql`select * from audit where action = 'sign-in' and account_id = ${county.accounts.county}`,
    );
    expect(rows).toMatchObject([{ outcome: 'done' }]);
    expect(JSON.stringify(rows)).not.toContain(PASSWORD);
  });
});

describe('a session', () => {
  test('ends with sign-out', async () => {
    const officer = await signIn(address, county.usernames.county, PASSWORD);
    expect((await officer.send('accounts.me', {})).status).toBe(200);
    expect((await officer.request('POST', '/api/sign-out', {})).status).toBe(204);
    expect((await officer.send('accounts.me', {})).status).toBe(401);
  });

  test('ends after half an hour without use, and after twelve hours in any case', async () => {
    for (const change of [
      "expires_at = now() - interval '1 second'",
      "created_at = now() - interval '12 hours 1 second'",
    ]) {
      const officer = await signIn(address, county.usernames.county, PASSWORD);
      await database.asOwner((sql) => sql.unsafe(`update session set ${change}`));
      expect((await officer.send('accounts.me', {})).status).toBe(401);
    }
    await signIn(address, county.usernames.county, PASSWORD);
    const [row] = await database.asOwner(
      (sql) =>
        sql`select extract(epoch from expires_at - now()) as seconds from session order by created_at desc limit 1`,
    );
    expect(Number(row?.seconds)).toBeGreaterThan(29 * 60);
    expect(Number(row?.seconds)).toBeLessThanOrEqual(30 * 60);
  });

  test('a forged cookie is nobody', async () => {
    const officer = await signIn(address, county.usernames.county, PASSWORD);
    const forged = officer.cookie.replace(/\.[^.]*$/, '.AAAA');
    expect((await clientOf(address, forged).send('accounts.me', {})).status).toBe(401);
  });

  test('a change of grants is felt at once', async () => {
    const clerk = await signIn(address, county.usernames.otherClerk, PASSWORD);
    const admin = await signIn(address, county.usernames.admin, PASSWORD);
    expect((await clerk.call('accounts.me', {})).roles).toEqual(['village-clerk']);
    await admin.call('accounts.revoke', { id: county.grant });
    expect((await clerk.call('accounts.me', {}).catch((error: { kind: string }) => error.kind)) as unknown).toBe(
      'refused',
    );
    await admin.call('accounts.close', { id: county.accounts.otherClerk });
    expect((await clerk.send('accounts.me', {})).status).toBe(401);
  });

  test('a new password ends every session, and only the new one fits', async () => {
    const unit = await signIn(address, county.usernames.otherSecretary, PASSWORD);
    const wrong = await unit.send('accounts.change-password', { current: 'x', next: 'Neu-2026-word' });
    expect(wrong).toMatchObject({ status: 422, body: { error: { code: 'wrong-password' } } });
    await unit.call('accounts.change-password', { current: PASSWORD, next: 'Neu-2026-word' });
    expect((await unit.send('accounts.me', {})).status).toBe(401);
    expect((await trySignIn(county.usernames.otherSecretary, PASSWORD)).status).toBe(401);
    expect((await trySignIn(county.usernames.otherSecretary, 'Neu-2026-word')).status).toBe(200);
  });
});

describe('live messages', () => {
  const listen = async (cookie: string) => {
    const response = await fetch(`${address}/api/live`, { headers: { cookie } });
    const heard: string[] = [];
    const ended = (async () => {
      if (!response.body) return;
      for await (const chunk of response.body) heard.push(Buffer.from(chunk).toString('utf8'));
    })();
    return { status: response.status, heard, ended };
  };
  const publish = (organisations: string[]) =>
    live.publish({ kind: 'standings', jurisdiction: '371522', organisations, at: NOW });
  const until = async (fits: () => boolean) => {
    for (let i = 0; i < 200 && !fits(); i++) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(fits()).toBe(true);
  };

  test('name the organisations in scope alone, and end with the session', async () => {
    expect((await listen('')).status).toBe(401);
    const officer = await signIn(address, county.usernames.east, PASSWORD);
    const { heard, ended } = await listen(officer.cookie);
    const { wangzhuang, zhaozhuang } = county.organisations;
    publish([zhaozhuang]);
    publish([zhaozhuang, wangzhuang]);
    await until(() => heard.join('').includes('event: standings'));
    expect(heard.join('')).toContain(JSON.stringify({ organisations: [wangzhuang], at: NOW }));
    expect(heard.join('')).not.toContain(zhaozhuang);
    await officer.request('POST', '/api/sign-out', {});
    publish([wangzhuang]);
    await ended;
    expect(heard.join('').match(/event: standings/g)).toHaveLength(1);
  });
});

describe('the door', () => {
  test('writes for other sites are refused', async () => {
    const officer = await signIn(address, county.usernames.county, PASSWORD);
    const write = (headers: Record<string, string>) => officer.request('POST', '/api/sign-out', {}, headers);
    expect((await write({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await write({ 'sec-fetch-site': 'same-site' })).status).toBe(403);
    expect((await write({ origin: 'https://evil.example' })).status).toBe(403);
    expect((await write({ origin: 'null' })).status).toBe(403);
    expect((await write({ 'content-type': 'text/plain' })).status).toBe(415);
    expect((await write({ 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(415);
    expect((await officer.send('accounts.me', {})).status).toBe(200);
    expect((await write({ origin: address })).status).toBe(204);
  });

  test('every answer carries its security headers', async () => {
    for (const path of ['/api/health', '/api/none', '/']) {
      const { headers } = await stranger.request('GET', path);
      expect(headers.get('content-security-policy')).toContain("script-src 'self';");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
    expect((await stranger.request('GET', '/api/health')).headers.get('cache-control')).toBe('no-store');
  });

  test('what is not there and what is too large is said in our words', async () => {
    expect(await stranger.request('GET', '/api/none')).toMatchObject({
      status: 404,
      body: { error: { kind: 'not-found' } },
    });
    const officer = await signIn(address, county.usernames.county, PASSWORD);
    const large = await officer.send('people.add', { name: 'x'.repeat(2_000_000) });
    expect(large).toMatchObject({ status: 413, body: { error: { kind: 'invalid' } } });
  });

  test('a stranger is turned away before a body is read', async () => {
    const answer = await stranger.send('people.import', { csv: 'x'.repeat(3_000_000) });
    expect(answer).toMatchObject({ status: 401, body: { error: { code: 'not-signed-in' } } });
  });

  test('health says so', async () => {
    expect((await stranger.request('GET', '/api/health')).body).toMatchObject({ ok: true });
  });

  test("none of the auth library's own routes is open", async () => {
    for (const path of ['/api/auth/get-session', '/api/auth/sign-up/email', '/api/sign-up/email']) {
      expect((await stranger.request('POST', path, { email: 'a@b.cn', password: PASSWORD, name: 'x' })).status).toBe(
        404,
      );
    }
  });
});
