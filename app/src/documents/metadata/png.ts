const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
/** Texts, Exif and time say who, when and where, never how the picture looks. */
const DROPPED = new Set(['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME', 'dSIG', 'caBX']);

/** The picture without texts, Exif and time. @returns null when the bytes are no well-formed PNG. */
export function stripPng(bytes: Uint8Array): Uint8Array | null {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!view.subarray(0, 8).equals(SIGNATURE)) return null;
  const kept: Buffer[] = [view.subarray(0, 8)];
  let at = 8;
  while (at + 12 <= view.length) {
    const next = at + 12 + view.readUInt32BE(at);
    if (next > view.length) return null;
    const kind = view.toString('latin1', at + 4, at + 8);
    if (!DROPPED.has(kind)) kept.push(view.subarray(at, next));
    if (kind === 'IEND') return Buffer.concat(kept);
    at = next;
  }
  return null;
}
