import type { PackFile } from '@luoshi/engine';
import { readScope } from '../../src/accounts/scope-reader.ts';
import { evaluateTouched } from '../../src/obligations/index.ts';
import { applyPack, readPackFolder } from '../../src/packs/index.ts';
import { testDatabase } from '../../src/platform/database/testing.ts';
import { inJurisdiction } from '../../src/platform/database/transaction.ts';
import { acting } from './acting.ts';
import { buildCounty, type County, NOW } from './build-world.ts';

const ID = '371522';
const TODAY = NOW.slice(0, 10);

export type Acting = ReturnType<ReturnType<typeof acting>['as']>;

/** The believable county under the national pack and one of a test, and who acts in it. */
export interface CountyWithPack {
  readonly database: Awaited<ReturnType<typeof testDatabase>>;
  readonly runtime: ReturnType<typeof acting>['runtime'];
  readonly county: County;
  readonly operator: Acting;
  /** Acts with the role of an account. */
  by(account: keyof County['accounts']): Promise<Acting>;
  /** Works out what was touched until nothing is left. */
  settle(): Promise<void>;
}

export async function countyWithPack(files: readonly PackFile[]): Promise<CountyWithPack> {
  const database = await testDatabase();
  await database.addJurisdictions(ID);
  const county = await buildCounty(database, ID);
  const { as, runtime } = acting(database, NOW);
  const operator = as(county.operator);
  for (const pack of [await readPackFolder('packs/national-base'), [...files]])
    await operator.do(applyPack, { files: pack, from: '2026-01-01' });
  const settle = async () => {
    while ((await evaluateTouched(runtime, county.jurisdiction)).taken > 0);
  };
  await settle();
  const by = async (account: keyof County['accounts']) => {
    const scope = await inJurisdiction(database, ID, (tx) => readScope(tx, county.accounts[account], TODAY));
    if (!scope) throw new Error(`the account ${String(account)} has no scope`);
    return as(scope);
  };
  return { database, runtime, county, operator, by, settle };
}

/** One word for both languages. */
export const both = (text: string): string => `{ zh-CN: ${text}, en: ${text} }`;

/** `pack.yaml` of a pack that builds on the national one. */
export const manifestOf = (id: string): PackFile => ({
  path: 'pack.yaml',
  text: `
id: ${id}
version: 1.0.0
title: ${both(id)}
authority: ${both('office')}
in_force: { from: "2026-01-01" }
depends_on: [national-base]
`,
});
