import type { Pack } from '../pack/pack.ts';
import type { Problem } from '../problem.ts';

/** A version that CHANGES.md does not speak of: those whom it touches could not read what is new. */
export function checkChanges({ manifest: { id, version }, changes, places }: Pack): Problem[] {
  const lines = (changes ?? '').split('\n');
  const named = new RegExp(`(?<![\\d.])${version.replaceAll('.', '\\.')}(?![\\d.]*\\d)`);
  if (lines.some((line) => /^\s*[#*-]/.test(line) && named.test(line))) return [];
  const place = places.get(`manifest:${id}/version`);
  return [
    {
      severity: 'error',
      code: 'changes-missing',
      path: place?.path ?? `${id}/pack.yaml`,
      line: place?.line ?? 1,
      column: place?.column ?? 1,
      words:
        changes === null
          ? { 'zh-CN': '缺少 CHANGES.md', en: 'CHANGES.md is missing' }
          : { 'zh-CN': `CHANGES.md 没有写到版本 ${version}`, en: `CHANGES.md has no line on version ${version}` },
      wayOut: {
        'zh-CN': `在 CHANGES.md 写“## ${version} — 自某日起生效”，其下写明改了什么、涉及谁`,
        en: `Write “## ${version} — in force from …” into CHANGES.md, and below it what changed and for whom`,
      },
    },
  ];
}
