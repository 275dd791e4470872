import { describe, expect, test } from 'vitest';
import { actions } from '../../src/actions.ts';
import { applyPack } from '../../src/packs/index.ts';
import { ROLES } from '../../src/platform/access/scope.ts';
import { fixedClock } from '../../src/platform/clock/clock.ts';
import { testDatabase } from '../../src/platform/database/testing.ts';
import { type Answer, clientOf, signIn, type TestClient } from '../client.ts';
import { testServer } from '../test-server.ts';
import { acting } from '../world/acting.ts';
import { buildWorld, NOW, PASSWORD } from '../world/build-world.ts';
import { PACK } from './pack.ts';
import { type Place, placesIn, type Targets } from './place.ts';
import type { Row } from './row.ts';
import { rows } from './rows.ts';

const database = await testDatabase();
const world = await buildWorld(database);
for (const county of [world.home, world.abroad]) {
  await acting(database, NOW)
    .as(county.operator)
    .do(applyPack, { files: [...PACK], from: '2026-01-01' });
}
const { address } = await testServer(database, fixedClock(NOW));
const places = placesIn(database, world);
const clients = new Map<string, TestClient>();
for (const { role, username } of places) clients.set(role, await signIn(address, username, PASSWORD));

interface ErrorBody {
  readonly error: {
    readonly kind: string;
    readonly code: string;
    readonly fields: readonly { readonly rule: string }[];
  };
}
const errorOf = ({ body }: Answer) => (body as ErrorBody).error;
const stranger = clientOf(address);
/** Actions that some role has done with success. */
const done = new Set<string>();

test('every action has a row, every row an action, and every role a place', () => {
  expect(Object.keys(rows).sort()).toEqual(actions.map(({ id }) => id).sort());
  expect(places.map(({ role }) => role).sort()).toEqual([...ROLES].sort());
});

const tried = actions.filter(({ id }) => id in rows);

describe.each(tried.map((action) => [action.id, action] as const))('%s', (id, action) => {
  const row: Row = rows[id];
  const may = places.filter(({ role }) => (action.mayBeDoneBy as readonly string[]).includes(role));
  const mayNot = places.filter((place) => !may.includes(place));
  const send = ({ role }: Place, input: Readonly<Record<string, unknown>>) =>
    (clients.get(role) as TestClient).send(id, input);

  test('nobody signed in: 401', async () => {
    const [place] = places as [Place];
    const answer = await stranger.send(id, await row.inside(place.inside, place.make));
    expect(answer.status).toBe(401);
    expect(errorOf(answer)).toMatchObject({ kind: 'unauthenticated', code: 'not-signed-in' });
  });

  for (const place of mayNot) {
    test(`${place.role}, whose role does not include it: 403`, async () => {
      const answer = await send(place, await row.inside(place.inside, place.make));
      expect(answer.status).toBe(403);
      expect(errorOf(answer)).toMatchObject({ kind: 'refused', code: 'role' });
    });
  }

  for (const place of may) {
    test(`${place.role}, within reach: done, or a named error`, async () => {
      const answer = await send(place, await row.inside(place.inside, place.make));
      if (answer.status === 200) done.add(id);
      else if (row.beyond?.includes(place.role)) expect(answer.status).toBe(404);
      else if (!isSearchForNothing(id)) expect(action.errors).toContain(errorOf(answer).code);
    });
    if (!row.outside) continue;
    test(`${place.role}, out of reach: as if it were not there`, async () => {
      const input = await row.outside?.(place.outside, place.makeOutside, place.inside, place.make);
      const answer = await send(place, input ?? {});
      assertHidden(row, answer, place.outside, input ?? {});
    });
  }
});

test('every action was done by somebody', () => {
  const never = tried.map(({ id }) => id).filter((id) => !done.has(id));
  expect(never.filter((id) => !isSearchForNothing(id) && !NEEDS_MORE.has(id))).toEqual([]);
});

/** Rows that ask for something nobody has: their success has tests of its own beside the action. */
function isSearchForNothing(id: string): boolean {
  return id === 'documents.fetch' || id === 'packs.get';
}
const NEEDS_MORE = new Set([
  'accounts.change-password',
  'records.check-import',
  'records.import',
  'records.import-errors',
]);

function assertHidden(row: Row, answer: Answer, outside: Targets, input: object): void {
  switch (row.answers ?? 'not-found') {
    case 'not-found':
      if (row.refusal && errorOf(answer).code === row.refusal) return;
      expect({ status: answer.status, kind: errorOf(answer)?.kind }).toEqual({ status: 404, kind: 'not-found' });
      return;
    case 'rows':
      expect(answer.status).toBe(422);
      expect(errorOf(answer).fields.length).toBeGreaterThan(0);
      return;
    case 'nothing': {
      expect(answer.status).toBe(200);
      if (row.empty !== undefined) expect(answer.body).toEqual(row.empty);
      const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
      const asked = JSON.stringify(input);
      for (const id of idsOf(outside)) if (!asked.includes(id)) expect(text).not.toContain(id);
    }
  }
}

const idsOf = ({ organisation, village, township, posting, person }: Targets) => [
  organisation,
  village,
  township,
  posting,
  person,
];
