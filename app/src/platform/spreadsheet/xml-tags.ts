import { SpreadsheetError } from './sheet-error.ts';

/** What the scanner meets: an element's start or end, without namespace prefix. */
export interface XmlTag {
  readonly name: string;
  readonly closing: boolean;
  readonly selfClosing: boolean;
  /** Text stood between the tag before and this one. */
  readonly afterText: boolean;
  attribute(name: string): string | undefined;
}

const MAX_TAG = 256 * 1024;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Walks over the tags of an XML text that arrives in pieces, in linear time and bounded memory.
 * It looks at structure only; the values are read by the spreadsheet library. A document type or
 * entity declaration is refused: no workbook needs one.
 */
export class TagScanner {
  #rest = '';
  #text = false;
  readonly #onTag: (tag: XmlTag) => void;

  constructor(onTag: (tag: XmlTag) => void) {
    this.#onTag = onTag;
  }

  push(piece: string): void {
    const xml = this.#rest + piece;
    let at = 0;
    for (;;) {
      const open = xml.indexOf('<', at);
      if (open === -1) {
        this.#text ||= at < xml.length;
        this.#rest = '';
        return;
      }
      this.#text ||= open > at;
      const end = endOfTag(xml, open);
      if (end === -1) {
        this.#rest = xml.slice(open);
        if (this.#rest.length > MAX_TAG) throw new SpreadsheetError('damaged');
        return;
      }
      this.#meet(xml.slice(open + 1, end));
      at = end + 1;
    }
  }

  #meet(inside: string): void {
    if (inside.startsWith('!DOCTYPE') || inside.startsWith('!ENTITY')) throw new SpreadsheetError('hostile-xml');
    if (inside.startsWith('![CDATA[')) this.#text = true;
    if (inside.startsWith('!') || inside.startsWith('?')) return;
    const closing = inside.startsWith('/');
    const selfClosing = inside.endsWith('/');
    const full = inside.slice(closing ? 1 : 0).match(/^[^\s/>]*/)?.[0] ?? '';
    this.#onTag({
      name: full.slice(full.indexOf(':') + 1),
      closing,
      selfClosing,
      afterText: this.#text,
      attribute: (name) => attributeOf(inside, name),
    });
    this.#text = false;
  }
}

/** Index of the `>` that ends what begins at `open`; -1 when it has not arrived yet. */
function endOfTag(xml: string, open: number): number {
  if (xml.startsWith('<!--', open)) return endAfter(xml, open, '-->');
  if (xml.startsWith('<![CDATA[', open)) return endAfter(xml, open, ']]>');
  if (xml.length - open < 9 && xml.startsWith('<!', open)) return -1;
  let quote = 0;
  for (let i = open + 1; i < xml.length; i++) {
    const c = xml.charCodeAt(i);
    if (quote !== 0) {
      if (c === quote) quote = 0;
    } else if (c === 0x22 || c === 0x27) quote = c;
    else if (c === 0x3e) return i;
  }
  return -1;
}

function endAfter(xml: string, open: number, mark: string): number {
  const at = xml.indexOf(mark, open);
  return at === -1 ? -1 : at + mark.length - 1;
}

const patterns = new Map<string, RegExp>();

function attributeOf(tag: string, name: string): string | undefined {
  let pattern = patterns.get(name);
  if (!pattern) {
    pattern = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
    patterns.set(name, pattern);
  }
  const match = pattern.exec(tag);
  const value = match?.[1] ?? match?.[2];
  return value?.includes('&') ? decodeEntities(value) : value;
}

const decodeEntities = (text: string): string =>
  text.replaceAll(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

/** All tags of a text that is wholly there. */
export function eachTag(xml: string, onTag: (tag: XmlTag) => void): void {
  new TagScanner(onTag).push(xml);
}
