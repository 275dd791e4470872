const DROPPED = new Set(['EXIF', 'XMP ']);
/** Bits of the VP8X header that announce Exif and XMP. */
const ANNOUNCED = 0x08 | 0x04;

/** The picture without Exif and XMP. @returns null when the bytes are no well-formed WebP. */
export function stripWebp(bytes: Uint8Array): Uint8Array | null {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.toString('latin1', 0, 4) !== 'RIFF' || view.toString('latin1', 8, 12) !== 'WEBP') return null;
  const end = Math.min(view.length, 8 + view.readUInt32LE(4));
  const kept: Buffer[] = [];
  let at = 12;
  while (at + 8 <= end) {
    const size = view.readUInt32LE(at + 4);
    const next = at + 8 + size + (size % 2);
    if (at + 8 + size > end) return null;
    const kind = view.toString('latin1', at, at + 4);
    if (!DROPPED.has(kind)) kept.push(kind === 'VP8X' ? unannounced(view.subarray(at, next)) : view.subarray(at, next));
    at = next;
  }
  const body = Buffer.concat(kept);
  const head = Buffer.alloc(12);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(body.length + 4, 4);
  head.write('WEBP', 8, 'latin1');
  return Buffer.concat([head, body]);
}

function unannounced(chunk: Buffer): Buffer {
  const copy = Buffer.from(chunk);
  copy[8] = (copy[8] ?? 0) & ~ANNOUNCED;
  return copy;
}
