import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stripJpeg } from './jpeg.ts';
import { stripPng } from './png.ts';
import { stripWebp } from './webp.ts';

const SECRET = 'GPS 36.2333N 115.6666E';

const segment = (marker: number, body: Buffer) => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
};
const exif = (orientation: number, little: boolean) => {
  const tiff = Buffer.alloc(26);
  tiff.write(little ? 'II' : 'MM', 0, 'latin1');
  const u16 = (value: number, at: number) => (little ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at));
  const u32 = (value: number, at: number) => (little ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at));
  u16(42, 2);
  u32(8, 4);
  u16(1, 8);
  u16(0x0112, 10);
  u16(3, 12);
  u32(1, 14);
  u16(orientation, 18);
  return segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), tiff, Buffer.from(SECRET)]));
};
const JFIF = segment(0xe0, Buffer.from('JFIF\0\x01\x02\0\0\x01\0\x01\0\0', 'latin1'));
const ICC = segment(0xe2, Buffer.from('ICC_PROFILE\0\x01\x01colours', 'latin1'));
const TABLE = segment(0xdb, Buffer.alloc(65, 7));
const SCAN = Buffer.concat([segment(0xda, Buffer.alloc(8, 1)), Buffer.from([1, 2, 0xff, 0, 3, 0xff, 0xd9])]);
const SOI = Buffer.from([0xff, 0xd8]);
const photo = (...segments: Buffer[]) => Buffer.concat([SOI, ...segments, SCAN]);

describe('a JPEG', () => {
  it('loses place, comments and embedded pictures, and keeps what it looks like', () => {
    const noise = [
      segment(0xfe, Buffer.from(SECRET)),
      segment(0xed, Buffer.from(SECRET)),
      segment(0xe2, Buffer.from(`MPF\0${SECRET}`)),
    ];
    const dirty = Buffer.concat([photo(JFIF, exif(1, true), ...noise, ICC, TABLE), Buffer.from(SECRET)]);
    expect(Buffer.from(stripJpeg(dirty) ?? [])).toEqual(photo(JFIF, ICC, TABLE));
  });

  it('keeps the way up, in either byte order', () => {
    for (const little of [true, false]) {
      const clean = Buffer.from(stripJpeg(photo(exif(6, little), TABLE)) ?? []);
      expect(clean.includes(SECRET)).toBe(false);
      expect(stripJpeg(clean)).toEqual(clean);
      expect(clean.subarray(2, 40).includes('Exif')).toBe(true);
    }
  });

  it('keeps every scan of a progressive picture, whatever its tables hold', () => {
    const table = segment(0xc4, Buffer.from([1, 0xff, 0xd9, 2]));
    const scans = Buffer.concat([segment(0xda, Buffer.alloc(8, 1)), Buffer.from([5, 0xff, 0xd0, 6]), table]);
    const progressive = Buffer.concat([SOI, TABLE, scans, SCAN]);
    expect(stripJpeg(progressive)).toEqual(progressive);
  });

  it('is refused when cut short or no picture at all, and never hangs', () => {
    const whole = photo(JFIF, exif(3, true), TABLE);
    for (let cut = 0; cut < whole.length; cut++) expect(stripJpeg(whole.subarray(0, cut))).toBeNull();
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void stripJpeg(Buffer.concat([SOI, bytes]))));
  });
});

describe('a PNG', () => {
  const chunk = (kind: string, body: Buffer) => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(body.length, 0);
    head.write(kind, 4, 'latin1');
    return Buffer.concat([head, body, Buffer.alloc(4)]);
  };
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  const seen = [chunk('IHDR', Buffer.alloc(13)), chunk('IDAT', deflateSync(Buffer.alloc(9)))];
  const end = chunk('IEND', Buffer.alloc(0));

  it('loses texts, Exif and what follows the end', () => {
    const noise = ['tEXt', 'iTXt', 'zTXt', 'eXIf', 'tIME'].map((kind) => chunk(kind, Buffer.from(SECRET)));
    const dirty = Buffer.concat([signature, ...seen, ...noise, end, Buffer.from(SECRET)]);
    expect(Buffer.from(stripPng(dirty) ?? [])).toEqual(Buffer.concat([signature, ...seen, end]));
  });

  it('is refused when cut short', () => {
    const whole = Buffer.concat([signature, ...seen, end]);
    for (let cut = 0; cut < whole.length; cut++) expect(stripPng(whole.subarray(0, cut))).toBeNull();
  });
});

describe('a WebP', () => {
  const chunk = (kind: string, body: Buffer) => {
    const head = Buffer.alloc(8);
    head.write(kind, 0, 'latin1');
    head.writeUInt32LE(body.length, 4);
    return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
  };
  const webp = (flags: number, ...chunks: Buffer[]) => {
    const body = Buffer.concat([
      Buffer.from('WEBP'),
      chunk('VP8X', Buffer.from([flags, 0, 0, 0, 1, 0, 0, 1, 0, 0])),
      ...chunks,
    ]);
    const head = Buffer.alloc(8);
    head.write('RIFF', 0, 'latin1');
    head.writeUInt32LE(body.length, 4);
    return Buffer.concat([head, body]);
  };

  it('loses Exif and XMP and no longer announces them', () => {
    const picture = chunk('VP8 ', Buffer.from([1, 2, 3]));
    const dirty = webp(0x2c, picture, chunk('EXIF', Buffer.from(SECRET)), chunk('XMP ', Buffer.from(SECRET)));
    expect(Buffer.from(stripWebp(dirty) ?? [])).toEqual(webp(0x20, picture));
  });
});
