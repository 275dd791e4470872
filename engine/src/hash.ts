import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** SHA-256, lower-case hex, of a text. */
export const hashOfText = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/** SHA-256, lower-case hex, of a set of files: their order does not matter, their paths and every byte do. */
export function hashOfFiles(files: readonly { readonly path: string; readonly text: string }[]): string {
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const hash = sha256.create();
  for (const { path, text } of sorted) {
    const content = utf8ToBytes(text);
    hash.update(utf8ToBytes(`${path}\0${content.length}\0`)).update(content);
  }
  return bytesToHex(hash.digest());
}
