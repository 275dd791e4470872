import type { PackFile } from '@luoshi/engine';
import { applyPack, readPackFolder } from '../../src/packs/index.ts';
import { fixedClock } from '../../src/platform/clock/clock.ts';
import { testDatabase } from '../../src/platform/database/testing.ts';
import type { RunningServer } from '../../src/server.ts';
import { openBrowser, type TestBrowser } from '../browser.ts';
import { builtWeb } from '../built-web.ts';
import { testServer } from '../test-server.ts';
import { acting } from './acting.ts';
import { buildCounty, type County, NOW } from './build-world.ts';
import { SCHEME_PACK } from './small-scheme.ts';

const ID = '371522';

/** 莘县 with its real packs and a scheme of villages, a server with its evaluator, the built web and a browser before it. */
export interface OpenCounty {
  readonly county: County;
  readonly server: RunningServer;
  readonly browser: TestBrowser;
  readonly clock: { set(instant: string): void };
}

/** Everything a journey needs, with further packs when it names them, on 2026-09-15; all of it ends with the test file. */
export async function openCounty(more: readonly (readonly PackFile[])[] = []): Promise<OpenCounty> {
  const database = await testDatabase();
  await database.shared.insertInto('jurisdiction').values({ id: ID, name: '莘县', level: 3 }).execute();
  const county = await buildCounty(database, ID);
  const officer = acting(database, NOW).as(county.operator);
  for (const pack of ['national-base', 'shenxian']) {
    await officer.do(applyPack, { files: await readPackFolder(`packs/${pack}`), from: '2026-01-01' });
  }
  for (const files of [SCHEME_PACK, ...more]) await officer.do(applyPack, { files: [...files], from: '2026-01-01' });
  const clock = fixedClock(NOW);
  const server = await testServer(database, clock, builtWeb());
  await server.evaluator.settled();
  return { county, server, clock, browser: await openBrowser(server.address) };
}
