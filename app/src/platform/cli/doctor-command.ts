import { existsSync, statfsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { sql } from 'kysely';
import { findJurisdictions, type Jurisdiction } from '../access/jurisdictions.ts';
import type { Runtime } from '../actions/dispatch.ts';
import { verifySeals } from '../audit/verify-seals.ts';
import { readMigrations } from '../database/migrate.ts';
import { readJurisdiction } from '../database/transaction.ts';
import { type LocalDoor, withRuntime } from './local-run.ts';
import { sayError } from './say-error.ts';
import { settingsFrom } from './settings.ts';

/** One thing that was looked at. */
export interface Finding {
  readonly what: string;
  readonly fine: boolean;
  readonly says: string;
}

interface Options {
  readonly dataFolder?: string;
  readonly json?: boolean;
}

/** What a domain looks at in each jurisdiction. */
export type Examination = (runtime: Runtime, jurisdiction: Jurisdiction) => Promise<Finding[]>;

/** Adds `luoshi doctor`: looks at everything an installation needs and says what to do where something is wrong. */
export function addDoctorCommand(program: Command, door: LocalDoor, examinations: readonly Examination[]): void {
  program
    .command('doctor')
    .description('检查本机安装 · check this installation')
    .option('--data-folder <path>', '数据目录 · data folder')
    .option('--json', '输出 JSON · as JSON')
    .action(async (options: Options) => {
      const findings = [...checkMachine(options), ...(await checkDatabase(door, options, examinations))];
      const lines = findings.map(({ what, fine, says }) => `${fine ? '✓' : '✗'} ${what}: ${says}`);
      process.stdout.write(`${options.json ? JSON.stringify(findings, null, 2) : lines.join('\n')}\n`);
      if (findings.some(({ fine }) => !fine)) process.exitCode = 1;
    });
}

const GIGABYTE = 1024 ** 3;

function checkMachine(options: Options): Finding[] {
  const { dataFolder } = settingsFrom(options);
  const node = Number(process.versions.node.split('.')[0]);
  const folder = resolve(dataFolder);
  const free = existsSync(folder) ? statfsSync(folder) : statfsSync('.');
  const gigabytes = (free.bavail * free.bsize) / GIGABYTE;
  const web = existsSync(join(import.meta.dirname, '../../../dist/web/index.html'));
  const keys = join(folder, 'keys.json');
  const mode = existsSync(keys) ? (statSync(keys).mode & 0o777).toString(8) : null;
  return [
    {
      what: 'Node',
      fine: node >= 24,
      says: node >= 24 ? process.version : `${process.version}，需要 24 或更高 · 24 or later is needed`,
    },
    { what: '数据目录 · data folder', fine: true, says: folder },
    { what: '磁盘空间 · disk', fine: gigabytes >= 2, says: `${gigabytes.toFixed(1)} GB 可用 · free` },
    {
      what: '网页 · web',
      fine: web,
      says: web ? '已构建 · built' : '未构建，请运行 script/build-web · not built: run script/build-web',
    },
    {
      what: '密钥 · keys',
      fine: mode === null || mode === '600',
      says:
        mode === null ? '首次启动时生成 · made on the first start' : `${keys} (${mode})，请另行备份 · back it up apart`,
    },
  ];
}

async function checkDatabase(
  door: LocalDoor,
  options: Options,
  examinations: readonly Examination[],
): Promise<Finding[]> {
  try {
    return await withRuntime(door, options, async (runtime) => {
      const { rows } = await sql<{ version: string }>`select current_setting('server_version') as version`.execute(
        runtime.database.shared,
      );
      const applied = await runtime.database.shared.selectFrom('migration').select('name').execute();
      const all = readMigrations().length;
      const jurisdictions = await findJurisdictions(runtime.database);
      const looks = [checkJurisdiction, ...examinations];
      const inside = await Promise.all(
        jurisdictions.slice(0, 20).flatMap((one) => looks.map((look) => look(runtime, one))),
      );
      return [
        { what: '数据库 · database', fine: true, says: `PostgreSQL ${rows[0]?.version}` },
        { what: '迁移 · migrations', fine: applied.length === all, says: `${applied.length}/${all}` },
        {
          what: '辖区 · jurisdictions',
          fine: jurisdictions.length > 0,
          says: `${jurisdictions.length}${jurisdictions.length > 0 ? '' : '，请运行 luoshi jurisdiction add · make one'}`,
        },
        ...inside.flat(),
      ];
    });
  } catch (error) {
    return [{ what: '数据库 · database', fine: false, says: sayError(error) }];
  }
}

async function checkJurisdiction({ database }: Runtime, { id, name }: Jurisdiction): Promise<Finding[]> {
  return readJurisdiction(database, id, async (tx) => {
    const count = async (table: 'organisation' | 'pack_in_force' | 'standing_dirty') => {
      const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}
        where jurisdiction_id = ${id}`.execute(tx);
      return rows[0]?.count ?? 0;
    };
    const [organisations, packs, waiting] = [
      await count('organisation'),
      await count('pack_in_force'),
      await count('standing_dirty'),
    ];
    const audit = await verifySeals(tx);
    return [
      { what: `${id} ${name} 组织 · organisations`, fine: organisations > 0, says: String(organisations) },
      {
        what: `${id} ${name} 制度包 · packs`,
        fine: packs > 0,
        says: packs > 0 ? String(packs) : '没有，请运行 luoshi pack apply · none: luoshi pack apply',
      },
      { what: `${id} ${name} 待计算 · waiting for evaluation`, fine: true, says: String(waiting) },
      {
        what: `${id} ${name} 审计 · audit`,
        fine: audit.problems.length === 0,
        says: `${audit.rows} 条已封存 · sealed, ${audit.problems.length} 处异常 · problems, ${audit.last?.hash ?? ''}`,
      },
    ];
  });
}
