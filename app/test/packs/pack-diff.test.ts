import { expect, test } from 'vitest';
import { SMALL_PACK } from '../world/small-pack.ts';
import { packCommand, packFolder } from './pack-commands.ts';

const stricter = SMALL_PACK.map(({ path, text }) => ({
  path,
  text: text.replace('points: 5,', 'points: 7.5,').replace('version: 1.0.0', 'version: 1.1.0'),
}));

test('two versions are compared in words an officer reads', async () => {
  const folders = [packFolder(SMALL_PACK), packFolder(stricter)];
  expect((await packCommand('diff', ...folders)).split('\n').slice(1)).toEqual([
    '~ “小县制度”版本由 1.0.0 改为 1.1.0',
    '~ “到会情况”每次会议缺席过半由扣 5 分改为扣 7.5 分',
    '',
  ]);
  const json = JSON.parse(await packCommand('diff', ...folders, '--json')) as { changes: { at: string }[] };
  expect(json.changes.map(({ at }) => at)).toEqual(['/version', '/steps/1/item/deduct/0/points']);
  expect(await packCommand('diff', folders[0] ?? '', folders[0] ?? '', '--language', 'en')).toContain(
    'The rules are the same',
  );
});

test('a version that CHANGES.md does not speak of is an error of pack check', async () => {
  const silent = packFolder([...stricter, { path: 'CHANGES.md', text: '# Changes\n\n## 1.0.0 — first\n' }]);
  expect(await packCommand('check', silent)).toContain('pack.yaml:3:10 error changes-missing');
  const spoken = packFolder([...stricter, { path: 'CHANGES.md', text: '## 1.1.0 — in force 2026-07-01\n' }]);
  expect(await packCommand('check', spoken)).toContain('0 处错误');
});

test('what CHANGES.md should say is printed, and asked for against an older version', async () => {
  const older = packFolder(SMALL_PACK);
  const told = (text: string) => packFolder([...stricter, { path: 'CHANGES.md', text }]);
  const silent = told('## 1.1.0 — in force 2026-07-01\n\n- Some words.\n');
  expect(await packCommand('check', silent, '--against', older)).toContain('CHANGES.md:1:1 error changes-unnamed');
  expect(await packCommand('diff', older, silent)).toContain(
    '! 版本 1.1.0 的说明没有写到一处改动：村级年度考核：“到会情况”每次会议缺席过半',
  );
  const lines = await packCommand('diff', older, silent, '--changelog');
  expect(lines).toBe(
    '## 1.1.0 — 自 2026-01-01 起生效\n\n- 村级年度考核：“到会情况”每次会议缺席过半由扣 5 分改为扣 7.5 分\n',
  );
  expect(await packCommand('check', told(lines), '--against', older)).toContain('0 处错误');
  const same = packFolder(
    stricter.map(({ path, text }) => ({ path, text: text.replace('version: 1.1.0', 'version: 1.0.0') })),
  );
  expect(await packCommand('check', same, '--against', older)).toContain('pack.yaml:3:10 error same-version');
});
