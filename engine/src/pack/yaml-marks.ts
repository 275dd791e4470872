import { say } from '../words.ts';
import type { Said } from './yaml-words.ts';

/** What a program for versions leaves where two people changed the same lines. */
const CONFLICT = /^(?:<{7}|>{7}|\|{7})(?: |$)/;

/** The first row with a mark of a conflict, counted from 0; -1 when there is none. */
export const conflictRow = (rows: readonly string[]): number => rows.findIndex((row) => CONFLICT.test(row));

export const UNMERGED: Said = {
  words: say(
    '这是合并两人的改动时留下的标记，不属于内容',
    'This mark was left where the changes of two people met; it is no content',
  ),
  wayOut: say(
    '<<<<<<< 与 =======、======= 与 >>>>>>> 之间是两人各自的写法：留一种，删去另一种和这三行标记',
    'Between <<<<<<< and =======, and ======= and >>>>>>>, stand the two versions: keep one, remove the other and the three marks',
  ),
};

export const SECOND_DOCUMENT: Said = {
  words: say('文件中间有一行“---”', 'A line “---” stands in the middle of the file'),
  wayOut: say(
    '删去“---”；几项写在一个文件里时，写成列表，每项以“- ”开头',
    'Remove “---”; several parts in one file are a list, each beginning with “- ”',
  ),
};

export const WIDE_SPACE: Said = {
  words: say(
    '冒号后面是全角空格或从文档里带来的特殊空格',
    'A wide space, or one that came along from a document, stands behind the colon',
  ),
  wayOut: say('删去它，用键盘按一个普通空格', 'Delete it and type a plain space'),
};

const REPEATED = /^( *(?:- )?)(?:"([^"]+)"|'([^']+)'|([^\s:"'{[]+)):(?: |$)/;

/** Which key is written twice, and where first: a second `id` in one entry mostly lacks its dash. Null where both stand on one line. */
export function keyTwice(rows: readonly string[], number: number): Said | null {
  const [, indent = '', ...names] = REPEATED.exec(rows[number - 1] ?? '') ?? [];
  const key = names.find((name) => name !== undefined);
  if (key === undefined) return null;
  const first = rows.slice(0, number - 1).findLastIndex((row) => {
    const [, before = '', ...others] = REPEATED.exec(row) ?? [];
    return before.length === indent.length && others.includes(key);
  });
  if (first < 0) return null;
  const entry = /^ *- /.test(rows[first] ?? '');
  return {
    words: say(`同一个键“${key}”写了两次`, `The key “${key}” is written twice`),
    wayOut: entry
      ? say(
          `第 ${first + 1} 行已有“${key}”。这里若是另一项，在前面加“- ”，与第 ${first + 1} 行的“- ”对齐；否则删去一个`,
          `Line ${first + 1} has “${key}” already. If another entry begins here, write “- ” in front, below that of line ${first + 1}; otherwise remove one`,
        )
      : say(
          `第 ${first + 1} 行已有“${key}”：删去一个，或合并两处的内容`,
          `Line ${first + 1} has “${key}” already: remove one, or bring both together`,
        ),
  };
}

/** Below a key, an entry that begins with a dash after one that does not; null when the first has its dash too. */
export function firstDash(rows: readonly string[], number: number): Said | null {
  const indent = /^( *)- /.exec(rows[number - 1] ?? '')?.[1]?.length;
  if (indent === undefined) return null;
  const written = (row: string): boolean => row.trim() !== '' && !row.trim().startsWith('#');
  const above = rows.slice(0, number - 1);
  const parent = above.findLastIndex((row) => written(row) && row.search(/\S/) < indent);
  const first = above.findIndex((row, i) => i > parent && written(row));
  if (parent < 0 || first < 0 || /^ *- /.test(rows[first] ?? '')) return null;
  return {
    words: say(
      `这一行以“- ”开头，第 ${first + 1} 行却没有`,
      `This line begins with “- ”, and line ${first + 1} does not`,
    ),
    wayOut: say(
      `列表的每一项都以“- ”开头：第 ${first + 1} 行也加上“- ”`,
      `Each entry of a list begins with “- ”: write it in line ${first + 1} too`,
    ),
  };
}

const OPENS = '{[';
const CLOSES = '}]';

/** Of a bracket or quote that is not closed: the row it stands in, counted from 1, its column, and the sign. */
export interface Opened {
  readonly line: number;
  readonly column: number;
  readonly sign: string;
}

/** The nearest bracket or quote at or above a line that is not closed in its own line; null when each is. */
export function opened(rows: readonly string[], number: number): Opened | null {
  for (let line = Math.min(number, rows.length); line > 0; line--) {
    const found = openIn(rows[line - 1] ?? '');
    if (found) return { line, ...found };
  }
  return null;
}

function openIn(row: string): Omit<Opened, 'line'> | null {
  const open: Omit<Opened, 'line'>[] = [];
  let quote: Omit<Opened, 'line'> | null = null;
  for (const [at, sign] of [...row].entries()) {
    if (quote) quote = sign === quote.sign ? null : quote;
    else if (sign === '#' && /\s/.test(row[at - 1] ?? ' ')) break;
    else if ((sign === '"' || sign === "'") && /[\s{[,(]/.test(row[at - 1] ?? ' ')) quote = { column: at + 1, sign };
    else if (OPENS.includes(sign)) open.push({ column: at + 1, sign });
    else if (CLOSES.includes(sign)) {
      const last = open.pop();
      if (last && PAIR[last.sign] !== sign) return last;
    }
  }
  return quote ?? open.at(-1) ?? null;
}

export const notClosed = ({ sign }: Opened): Said => ({
  words: say(`这里的 ${sign} 没有收口`, `The ${sign} here is not closed`),
  wayOut: say(
    `补上与它成对的 ${PAIR[sign] ?? sign}；{ } 和 [ ] 里用英文逗号分隔`,
    `Write the ${PAIR[sign] ?? sign} that goes with it; inside { } and [ ] separate by commas`,
  ),
});

/** A line inside { } or [ ] that runs on into the next one; null outside of them. */
export function noComma(rows: readonly string[], number: number): Said | null {
  if (openIn(rows[number - 1] ?? '') === null) return null;
  return {
    words: say('这一行末尾少了逗号', 'A comma is missing at the end of this line'),
    wayOut: say(
      '{ } 和 [ ] 里，每一个“键: 值”之后写英文逗号，再写下一个',
      'Inside { } and [ ] write a comma after each `key: value` before the next one',
    ),
  };
}

const PAIR: Readonly<Record<string, string>> = { '{': '}', '[': ']' };
