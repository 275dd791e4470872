import { describe, expect, it } from 'vitest';
import { listFiles, readText } from './source-files.ts';

const glossary = readText('GLOSSARY.md');
const rows = [...glossary.matchAll(/^\| (.+?) \| `?([\w /]+?)`? \| (.+?) \|$/gm)].filter((row) => row[1] !== '中文');

describe('glossary', () => {
  it('has one row per word', () => {
    const words = rows.map((row) => row[2] ?? '');
    const own = words.slice(0, words.indexOf('grassrootsPartyBuilding'));
    expect(own.filter((word, i) => own.indexOf(word) !== i)).toEqual([]);
  });

  it('knows the noun of every jurisdiction table', () => {
    const known = new Set(rows.flatMap((row) => (row[2] ?? '').split(/[ /]+/)));
    const tables = listFiles('app/migrations/0*.sql').flatMap((path) =>
      [...readText(path).matchAll(/^create table (\w+)/gm)].map((match) => match[1] ?? ''),
    );
    const local = new Set([
      'migration',
      'login',
      'credential',
      'session',
      'verification',
      'sign_in_failure',
      'login_account',
    ]);
    const technical = new Set([
      'name',
      'closure',
      'event',
      'tree',
      'version',
      'node',
      'secret',
      'role',
      'import',
      'dirty',
      'evaluation',
      'seal',
      'in',
      'force',
      'pack',
    ]);
    const strange = tables
      .filter((table) => !local.has(table))
      .flatMap((table) => table.split('_'))
      .filter((word) => !known.has(word) && !technical.has(word));
    expect([...new Set(strange)]).toEqual([]);
  });
});
