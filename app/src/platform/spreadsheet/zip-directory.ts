import { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import type { SheetLimits } from './limits.ts';
import { SpreadsheetError } from './sheet-error.ts';

/** One entry of the archive as its central directory declares it; sizes in bytes. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly packed: number;
  readonly inflated: number;
  readonly offset: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const WIDE = 0xffffffff;
const STORED = 0;
const DEFLATED = 8;
const RATIO_MATTERS_FROM = 1024 * 1024;

const damaged = (cause?: unknown) => new SpreadsheetError('damaged', {}, cause);

/**
 * Reads the central directory and refuses the archive when what it declares goes beyond the limits.
 * The declared sizes are a promise: whoever unpacks an entry stops as soon as it is broken.
 */
export function readZipDirectory(bytes: Uint8Array, limits: SheetLimits): Map<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count > limits.maxEntries) throw new SpreadsheetError('bomb');
  const entries = new Map<string, ZipEntry>();
  let at = view.getUint32(end + 16, true);
  let total = 0;
  for (let i = 0; i < count; i++) {
    const { entry, next } = readEntry(bytes, view, at);
    if (entries.has(entry.name)) throw damaged();
    total += entry.inflated;
    checkSize(entry, total, limits);
    entries.set(entry.name, entry);
    at = next;
  }
  return entries;
}

function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw damaged();
}

function readEntry(bytes: Uint8Array, view: DataView, at: number): { entry: ZipEntry; next: number } {
  if (at + 46 > view.byteLength || view.getUint32(at, true) !== ENTRY) throw damaged();
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const extraAt = at + 46 + nameLength;
  const next = extraAt + extraLength + view.getUint16(at + 32, true);
  if (next > view.byteLength) throw damaged();
  const sizes = readSizes(view, at, extraAt, extraAt + extraLength);
  const entry = {
    name: new TextDecoder().decode(bytes.subarray(at + 46, extraAt)),
    method: view.getUint16(at + 10, true),
    encrypted: (view.getUint16(at + 8, true) & 1) !== 0,
    ...sizes,
  };
  return { entry, next };
}

/** Sizes too wide for 32 bits stand in the ZIP64 extra field; some writers use it always. */
function readSizes(view: DataView, at: number, extraAt: number, extraEnd: number) {
  const sizes = {
    inflated: view.getUint32(at + 24, true),
    packed: view.getUint32(at + 20, true),
    offset: view.getUint32(at + 42, true),
  };
  if (sizes.inflated !== WIDE && sizes.packed !== WIDE && sizes.offset !== WIDE) return sizes;
  for (let field = extraAt; field + 4 <= extraEnd; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue;
    let cursor = field + 4;
    for (const key of ['inflated', 'packed', 'offset'] as const) {
      if (sizes[key] !== WIDE) continue;
      if (cursor + 8 > extraEnd) throw damaged();
      sizes[key] = Number(view.getBigUint64(cursor, true));
      cursor += 8;
    }
    return sizes;
  }
  throw damaged();
}

function checkSize(entry: ZipEntry, total: number, limits: SheetLimits): void {
  if (entry.encrypted) throw new SpreadsheetError('encrypted');
  const packs = entry.packed > 2 && entry.inflated === 0;
  const swells = entry.inflated > RATIO_MATTERS_FROM && entry.inflated > entry.packed * limits.maxRatio;
  if (total > limits.maxInflated || packs || swells) throw new SpreadsheetError('bomb');
}

/** The entry's content piece by piece; never more than it declared. */
export async function* inflateEntry(bytes: Uint8Array, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== LOCAL) throw damaged();
  const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  if (start + entry.packed > bytes.length) throw damaged();
  const packed = bytes.subarray(start, start + entry.packed);
  if (entry.method === STORED) {
    yield packed;
    return;
  }
  if (entry.method !== DEFLATED) throw damaged();
  let seen = 0;
  const inflate = Readable.from([packed]).pipe(createInflateRaw({ chunkSize: 64 * 1024 }));
  try {
    for await (const chunk of inflate as AsyncIterable<Uint8Array>) {
      seen += chunk.length;
      if (seen > entry.inflated) throw new SpreadsheetError('bomb');
      yield chunk;
    }
  } catch (error) {
    throw error instanceof SpreadsheetError ? error : damaged(error);
  }
}

/** The whole entry as text; for the small parts that say how the workbook is made. */
export async function readEntryText(bytes: Uint8Array, entry: ZipEntry, maxBytes: number): Promise<string> {
  if (entry.inflated > maxBytes) throw new SpreadsheetError('bomb');
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of inflateEntry(bytes, entry)) text += decoder.decode(chunk, { stream: true });
  return text + decoder.decode();
}
