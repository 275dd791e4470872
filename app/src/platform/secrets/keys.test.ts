import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { openKeys } from './keys.ts';

const folder = mkdtempSync(join(tmpdir(), 'luoshi-keys-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('the key file is made once, readable by its owner only, and read again', () => {
  const first = openKeys(folder);
  expect(statSync(join(folder, 'keys.json')).mode & 0o777).toBe(0o600);
  const second = openKeys(folder);
  expect(second.id).toBe(first.id);
  expect(second.open(first.seal('371522199001011234', 'a'), first.id, 'a')).toBe('371522199001011234');
});

test('what was sealed opens only in its own place, and only unchanged', () => {
  const keys = openKeys(folder);
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), fc.nat(), (text, place, elsewhere, at) => {
      const sealed = keys.seal(text, place);
      expect(keys.open(sealed, keys.id, place)).toBe(text);
      if (elsewhere !== place) expect(() => keys.open(sealed, keys.id, elsewhere)).toThrow(/changed or moved/);
      const bent = Buffer.from(sealed);
      bent.writeUInt8(bent.readUInt8(at % bent.length) ^ 1, at % bent.length);
      expect(() => keys.open(bent, keys.id, place)).toThrow(/changed or moved/);
    }),
    { numRuns: 50 },
  );
});

test('the same text is sealed differently each time, and its digest is the same', () => {
  const keys = openKeys(folder);
  expect(keys.seal('x', 'p').equals(keys.seal('x', 'p'))).toBe(false);
  expect(keys.digest('x').equals(keys.digest('x'))).toBe(true);
  expect(keys.digest('x').equals(keys.digest('y'))).toBe(false);
});

test('an unknown key and a broken key file say what to do', () => {
  expect(() => openKeys(folder).open(Buffer.alloc(40), 'k1999', 'p')).toThrow(/Restore the original key file/);
  const path = join(folder, 'keys.json');
  const whole = readFileSync(path, 'utf8');
  writeFileSync(path, whole.replace(/"digest": "[^"]+"/, '"digest": ""'));
  expect(() => openKeys(folder)).toThrow(/restore it from a backup/);
  writeFileSync(path, whole);
});
