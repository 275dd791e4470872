import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const dataFolder = mkdtempSync(join(tmpdir(), 'luoshi-cli-'));
afterAll(() => rmSync(dataFolder, { recursive: true, force: true }));

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const luoshi = (...args: string[]): Promise<Ended> =>
  new Promise((resolve) => {
    const env = { ...process.env, LUOSHI_DATA: dataFolder, DATABASE_URL: '' };
    execFile(process.execPath, ['app/src/cli.ts', ...args], { env }, (error, out, err) =>
      resolve({ code: error ? Number(error.code ?? 1) : 0, out, err }),
    );
  });

test('a county is begun on the command line alone', { timeout: 120_000 }, async () => {
  const nowhere = await luoshi('people', 'list');
  expect(nowhere).toMatchObject({ code: 1, out: '' });
  expect(nowhere.err).toContain('luoshi jurisdiction add');

  expect(await luoshi('jurisdiction', 'add', '371522', '莘县')).toMatchObject({ code: 0, err: '' });
  const founded = await luoshi('organisations', 'found', '--kind', 'county', '--name', '莘县', '--on', '2020-01-01');
  expect(founded).toMatchObject({ code: 0, err: '' });

  const file = join(dataFolder, '人员.csv');
  writeFileSync(file, 'key,name\nP1,王芳\nP2,李明\n');
  const imported = await luoshi('people', 'import', '--csv', `@${file}`);
  expect(JSON.parse(imported.out)).toMatchObject({ rows: 2, added: 2, again: false });
  const listed = await luoshi('people', 'list', '--search', 'liming', '--limit', '5');
  expect(JSON.parse(listed.out)).toMatchObject({ people: [{ name: '李明' }], more: false });

  const doctor = await luoshi('doctor', '--json');
  const findings = JSON.parse(doctor.out) as { what: string; fine: boolean }[];
  expect(findings.find(({ what }) => what.includes('organisations'))).toMatchObject({ fine: true });
});

test('mistakes are said in both languages, with the field, and end with 1', { timeout: 60_000 }, async () => {
  const unfit = await luoshi('people', 'list', '--limit', '9000');
  expect(unfit.code).toBe(1);
  expect(unfit.err).toContain('limit: “limit”不能大于 500');
  expect(unfit.err).toContain('limit: "limit" may not be above 500');
  expect((await luoshi('people', 'fly')).code).toBe(1);
});
