/** Segments without which the picture would look different: JFIF, colour profile, Adobe's colour transform. */
const KEPT_APPLICATION_SEGMENTS = new Map([
  [0xe0, 'JFIF'],
  [0xe2, 'ICC_PROFILE'],
  [0xee, 'Adobe'],
]);
const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;
const EXIF = 0xe1;
const COMMENT = 0xfe;

/**
 * The picture without what it tells about time, place and device: Exif (with GPS), XMP, IPTC, comments, embedded
 * second pictures. The orientation is kept, as the only entry of a new Exif segment.
 *
 * @returns null when the bytes are no well-formed JPEG.
 */
export function stripJpeg(bytes: Uint8Array): Uint8Array | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null;
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Buffer[] = [];
  let orientation = 1;
  let at = 2;
  while (at + 4 <= view.length) {
    if (view[at] !== 0xff) return null;
    const marker = view[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === START_OF_SCAN) {
      const end = endOfImage(view, at);
      if (end === null) return null;
      return Buffer.concat([view.subarray(0, 2), exifWith(orientation), ...kept, view.subarray(at, end)]);
    }
    const next = at + 2 + view.readUInt16BE(at + 2);
    if (next > view.length || next < at + 4) return null;
    if (marker === EXIF) orientation = orientationIn(view.subarray(at + 4, next)) ?? orientation;
    if (isKept(marker, view.subarray(at + 4, next))) kept.push(view.subarray(at, next));
    at = next;
  }
  return null;
}

function isKept(marker: number, body: Buffer): boolean {
  if (marker === COMMENT) return false;
  if (marker < 0xe0 || marker > 0xef) return true;
  const name = KEPT_APPLICATION_SEGMENTS.get(marker);
  return name !== undefined && body.subarray(0, name.length).toString('latin1') === name;
}

/**
 * Where the picture ends: scans may follow each other with tables between them, and what stands after the end may be
 * another picture with its own data. In a scan, 0xff is data when 0x00 or a restart mark follows.
 */
function endOfImage(view: Buffer, startOfScan: number): number | null {
  let at = startOfScan + 2 + view.readUInt16BE(startOfScan + 2);
  while (at + 1 < view.length) {
    const marker = view[at] === 0xff ? (view[at + 1] ?? 0) : 0;
    if (marker === END_OF_IMAGE) return at + 2;
    if (marker === 0 || marker === 0xff || (marker >= 0xd0 && marker <= 0xd7)) at += 1;
    else if (at + 4 > view.length) return null;
    else at += 2 + view.readUInt16BE(at + 2);
  }
  return null;
}

const TAG_ORIENTATION = 0x0112;

function orientationIn(body: Buffer): number | null {
  if (body.subarray(0, 6).toString('latin1') !== 'Exif\0\0' || body.length < 14) return null;
  const tiff = body.subarray(6);
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const u16 = (at: number) => (at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const directory = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  for (let i = 0; i < u16(directory); i++) {
    const entry = directory + 2 + i * 12;
    if (u16(entry) !== TAG_ORIENTATION) continue;
    const value = u16(entry + 8);
    return value >= 1 && value <= 8 ? value : null;
  }
  return null;
}

function exifWith(orientation: number): Buffer {
  if (orientation === 1) return Buffer.alloc(0);
  const tiff = Buffer.from('4d4d002a0000000800010112000300000001', 'hex');
  const value = Buffer.from([0, orientation, 0, 0, 0, 0, 0, 0]);
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, value]);
  const head = Buffer.from([0xff, EXIF, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}
