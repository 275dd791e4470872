import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { KeyFailure } from './key-failure.ts';

/** What seals secrets: the keys stay in this object, outside the database, and are never printed. */
export interface Keys {
  /** Names the key that seals now; stored beside what it sealed. */
  readonly id: string;
  /** AES-256-GCM; `place` binds the result to the row and field it belongs to. */
  seal(text: string, place: string): Buffer;
  /** @throws KeyFailure when the key is unknown here, or the sealed bytes were changed or moved. */
  open(sealed: Uint8Array, keyId: string, place: string): string;
  /** HMAC-SHA256: equal texts give equal digests, and nothing else can be learnt without the key. */
  digest(text: string): Buffer;
  /** Signs session cookies. */
  readonly sessionSecret: string;
}

interface KeyFile {
  readonly current: string;
  readonly sealing: Readonly<Record<string, string>>;
  readonly digest: string;
  readonly session: string;
}

const NONCE = 12;
const TAG = 16;

/** Reads `keys.json` of a data folder, or makes it (mode 0600) on the first start. Back it up apart from the database. */
export function openKeys(dataFolder: string): Keys {
  const path = join(dataFolder, 'keys.json');
  if (!existsSync(path)) makeKeyFile(dataFolder, path);
  if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0) chmodSync(path, 0o600);
  return keysFrom(readKeyFile(path), path);
}

function makeKeyFile(folder: string, path: string): void {
  mkdirSync(folder, { recursive: true });
  const fresh = () => randomBytes(32).toString('base64');
  const id = `k${new Date().getUTCFullYear()}-${randomBytes(3).toString('hex')}`;
  const file: KeyFile = { current: id, sealing: { [id]: fresh() }, digest: fresh(), session: fresh() };
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, `${JSON.stringify(file, null, 2)}\n`, { mode: 0o600, flag: 'wx', flush: true });
  try {
    linkSync(draft, path); // two processes starting at once: the first one's file stays
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
}

function readKeyFile(path: string): KeyFile {
  const file = JSON.parse(readFileSync(path, 'utf8')) as KeyFile;
  const keys = [file.sealing?.[file.current], file.digest, file.session];
  if (keys.every((key) => typeof key === 'string' && Buffer.from(key, 'base64').length === 32)) return file;
  throw new KeyFailure(
    `密钥文件 ${path} 不完整，请从备份恢复。`,
    `The key file ${path} is not complete; restore it from a backup.`,
  );
}

function keysFrom(file: KeyFile, path: string): Keys {
  const bytes = (text: string) => Buffer.from(text, 'base64');
  const digestKey = bytes(file.digest);
  const keyOf = (id: string): Buffer => {
    const key = file.sealing[id];
    if (key) return bytes(key);
    throw new KeyFailure(
      `密钥 ${id} 不在 ${path} 中，无法读取以它加密的内容。请恢复原密钥文件。`,
      `Key ${id} is not in ${path}; what it sealed cannot be read. Restore the original key file.`,
    );
  };
  return {
    id: file.current,
    seal: (text, place) => seal(keyOf(file.current), text, place),
    open: (sealed, keyId, place) => open(keyOf(keyId), sealed, place),
    digest: (text) => createHmac('sha256', digestKey).update(text).digest(),
    sessionSecret: file.session,
  };
}

function seal(key: Buffer, text: string, place: string): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

function open(key: Buffer, sealed: Uint8Array, place: string): string {
  const bytes = Buffer.from(sealed);
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE)).setAAD(Buffer.from(place));
  decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]).toString('utf8');
  } catch (cause) {
    throw new KeyFailure(
      '加密内容已被改动，无法读取。',
      'The sealed content was changed or moved and cannot be read.',
      cause,
    );
  }
}
