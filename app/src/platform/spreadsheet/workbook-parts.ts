import type { SheetLimits } from './limits.ts';
import { SpreadsheetError } from './sheet-error.ts';
import { eachTag } from './xml-tags.ts';
import { readEntryText, readZipDirectory, type ZipEntry } from './zip-directory.ts';

/** What must be known of a workbook before its sheet is read. */
export interface WorkbookParts {
  /** The first visible sheet. */
  readonly sheetName: string;
  /** Its place among all sheets, counted from 0. */
  readonly sheetIndex: number;
  readonly sheetEntry: ZipEntry;
  readonly date1904: boolean;
}

const STRUCTURE_BYTES = 8 * 1024 * 1024;

/** Checks the container and finds the sheet. Nothing outside the file is ever followed. */
export async function readWorkbookParts(bytes: Uint8Array, limits: SheetLimits): Promise<WorkbookParts> {
  const entries = readZipDirectory(bytes, limits);
  refuseOtherKinds(entries);
  const text = async (path: string) => {
    const entry = entries.get(path);
    if (!entry) throw new SpreadsheetError('damaged');
    return readEntryText(bytes, entry, STRUCTURE_BYTES);
  };
  if (/macroEnabled/i.test(await text('[Content_Types].xml'))) throw new SpreadsheetError('macros');
  const root = relationships(await text('_rels/.rels'), '');
  const workbookPath = [...root.values()].find((r) => r.type.endsWith('/officeDocument'))?.target;
  if (workbookPath === undefined) throw new SpreadsheetError('not-a-sheet');
  const folder = workbookPath.slice(0, workbookPath.lastIndexOf('/') + 1);
  const parts = relationships(await text(`${folder}_rels/${workbookPath.slice(folder.length)}.rels`), folder);
  await checkHeld(bytes, entries, [...parts.values()], limits);
  const { sheets, date1904 } = readWorkbook(await text(workbookPath));
  const sheetIndex = Math.max(
    0,
    sheets.findIndex((sheet) => sheet.visible),
  );
  const sheet = sheets[sheetIndex];
  const sheetEntry = sheet && entries.get(parts.get(sheet.relationship)?.target ?? '');
  if (!sheet || !sheetEntry) throw new SpreadsheetError('damaged');
  return { sheetName: sheet.name, sheetIndex, sheetEntry, date1904 };
}

function refuseOtherKinds(entries: ReadonlyMap<string, ZipEntry>): void {
  const names = [...entries.keys()];
  if (names.some((name) => /vbaProject\.bin$/i.test(name))) throw new SpreadsheetError('macros');
  if (names.some((name) => /workbook\.bin$/i.test(name)) || entries.has('content.xml')) {
    throw new SpreadsheetError('old-format');
  }
  if (!entries.has('[Content_Types].xml') || !entries.has('_rels/.rels')) throw new SpreadsheetError('not-a-sheet');
}

/** Shared texts and styles are kept in memory while reading, so they have a limit of their own. */
async function checkHeld(
  bytes: Uint8Array,
  entries: ReadonlyMap<string, ZipEntry>,
  parts: readonly Relationship[],
  limits: SheetLimits,
): Promise<void> {
  for (const part of parts) {
    const entry = entries.get(part.target);
    if (!entry) continue;
    const held = part.type.endsWith('/sharedStrings') ? limits.maxHeld : STRUCTURE_BYTES;
    if (part.type.endsWith('/sharedStrings') || part.type.endsWith('/styles')) {
      eachTag(await readEntryText(bytes, entry, held), () => {});
    }
  }
}

interface Relationship {
  readonly type: string;
  readonly target: string;
}

function relationships(xml: string, folder: string): Map<string, Relationship> {
  const found = new Map<string, Relationship>();
  eachTag(xml, (tag) => {
    if (tag.name !== 'Relationship' || tag.attribute('TargetMode') === 'External') return;
    const target = tag.attribute('Target') ?? '';
    found.set(tag.attribute('Id') ?? '', { type: tag.attribute('Type') ?? '', target: resolve(folder, target) });
  });
  return found;
}

function resolve(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path: string[] = [];
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
}

function readWorkbook(xml: string) {
  const sheets: { name: string; relationship: string; visible: boolean }[] = [];
  let date1904 = false;
  eachTag(xml, (tag) => {
    if (tag.name === 'workbookPr') date1904 = ['1', 'true'].includes(tag.attribute('date1904') ?? '');
    if (tag.name !== 'sheet' || tag.closing) return;
    const relationship = tag.attribute('(?:\\w+:)?id');
    const name = tag.attribute('name');
    if (name && relationship)
      sheets.push({ name, relationship, visible: (tag.attribute('state') ?? 'visible') === 'visible' });
  });
  return { sheets, date1904 };
}
