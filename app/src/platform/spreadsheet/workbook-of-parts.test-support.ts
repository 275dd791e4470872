import { crc32, deflateRawSync } from 'node:zlib';

/** Files of an archive by name; a `declared` size lies about the size after unpacking. */
export interface Part {
  readonly name: string;
  readonly data: Uint8Array | string;
  readonly declared?: number;
  readonly stored?: boolean;
  readonly encrypted?: boolean;
}

/** Packs an archive byte by byte, so that tests can build ones no writer would write. */
export function zipOf(parts: readonly Part[]): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const data = Buffer.from(part.data);
    const packed = part.stored ? data : deflateRawSync(data);
    const name = Buffer.from(part.name);
    const sizes = { crc: crc32(data), packed: packed.length, inflated: part.declared ?? data.length };
    const method = part.stored ? 0 : 8;
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    writeCommon(local, 4, method, part, sizes, name.length);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    writeCommon(central, 6, method, part, sizes, name.length);
    central.writeUInt32LE(offset, 42);
    locals.push(local, name, packed);
    directory.push(central, name);
    offset += 30 + name.length + packed.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, central, end]);
}

interface Sizes {
  readonly crc: number;
  readonly packed: number;
  readonly inflated: number;
}

function writeCommon(to: Buffer, at: number, method: number, part: Part, sizes: Sizes, nameLength: number): void {
  to.writeUInt16LE(20, at);
  to.writeUInt16LE(part.encrypted ? 1 : 0, at + 2);
  to.writeUInt16LE(method, at + 4);
  to.writeUInt32LE(sizes.crc, at + 10);
  to.writeUInt32LE(sizes.packed, at + 14);
  to.writeUInt32LE(sizes.inflated, at + 18);
  to.writeUInt16LE(nameLength, at + 22);
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

export interface RawWorkbook {
  /** What stands inside `<sheetData>`. */
  readonly rows: string;
  /** What stands after it, e.g. merged cells. */
  readonly after?: string;
  readonly prologue?: string;
  readonly date1904?: boolean;
  readonly more?: readonly Part[];
  readonly contentType?: string;
}

/** The parts of a workbook of one sheet; style 1 is a date. */
export function workbookParts(workbook: RawWorkbook): Part[] {
  const type = workbook.contentType ?? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
  return [
    {
      name: '[Content_Types].xml',
      data: `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="${type}"/></Types>`,
    },
    {
      name: '_rels/.rels',
      data: `<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      data: `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr${workbook.date1904 ? ' date1904="1"' : ''}/><sheets><sheet name="登记 &amp; 汇总" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: `<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    },
    {
      name: 'xl/styles.xml',
      data: `<styleSheet xmlns="${MAIN}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      data: `${workbook.prologue ?? ''}<worksheet xmlns="${MAIN}"><sheetData>${workbook.rows}</sheetData>${workbook.after ?? ''}</worksheet>`,
    },
    ...(workbook.more ?? []),
  ];
}

export const workbookOf = (workbook: RawWorkbook): Uint8Array => zipOf(workbookParts(workbook));

/** A row of texts: `textRow(1, ['日期', '人数'])`. */
export const textRow = (number: number, values: readonly string[]): string =>
  `<row r="${number}">${values.map((v) => `<c t="inlineStr"><is><t>${v}</t></is></c>`).join('')}</row>`;

export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}
