import { say } from '../words.ts';
import type { Said } from './yaml-words.ts';

/** What is wrong with how a line begins, whatever the parser makes of it; null when nothing is. */
export function lineStart(line: string): Said | null {
  const found = STARTS.find(({ like }) => like.test(line));
  return found ? found.said(line.trim()[0] ?? '') : null;
}

const STARTS: readonly { readonly like: RegExp; readonly said: (sign: string) => Said }[] = [
  {
    like: /^ *\t/,
    said: () => ({
      words: say('用了制表符缩进', 'A tab is used for indentation'),
      wayOut: say('缩进只用空格：把 Tab 换成两个空格', 'Indent with spaces: two instead of each tab'),
    }),
  },
  {
    like: /^ *[\u00a0\u2000-\u200b\u3000\ufeff]/,
    said: () => ({
      words: say(
        '这一行开头有全角空格或从文档里带来的特殊空格',
        'The line begins with a wide space or one that came along from a document',
      ),
      wayOut: say('删去行首的空格，用键盘按普通空格重打', 'Delete the spaces it begins with and type plain ones'),
    }),
  },
  {
    like: /^ *-[^\s-]/,
    said: () => ({
      words: say('“-”后面少了空格', 'There is no space after “-”'),
      wayOut: say(
        '列表的一项写作“- ”加内容：- id: reports',
        'An entry of a list is “- ” and what it holds: - id: reports',
      ),
    }),
  },
  {
    like: /^ *[—–－−•·●]/,
    said: (sign) => ({
      words: say(`列表的一项不能以“${sign}”开头`, `An entry of a list cannot begin with “${sign}”`),
      wayOut: say('改为英文减号加空格：- id: reports', 'Write a hyphen and a space: - id: reports'),
    }),
  },
];

/** Of a `key: value` with something deeper below it: which of the two lines stands wrong. Lines count from 1. */
export function deeperBelow(rows: readonly string[], number: number): Said | null {
  const [, indent = '', key] = /^( *(?:- )?)([\w-]+): +[^\s#]/.exec(rows[number - 1] ?? '') ?? [];
  const next = rows.findIndex((row, i) => i >= number && row.trim() !== '' && !row.trim().startsWith('#'));
  if (key === undefined || next < 0 || (rows[next] ?? '').search(/\S/) <= indent.length) return null;
  return {
    words: say(
      `第 ${next + 1} 行比第 ${number} 行缩进得多，而第 ${number} 行的“${key}”后面已写了值`,
      `Line ${next + 1} is indented more than line ${number}, whose “${key}” has its value already`,
    ),
    wayOut: say('两行是同级的，就从同一列写起', 'When both are of one level, begin them in one column'),
  };
}

/** Two neighbouring lines that should begin in one column; null where there is no line above. Lines count from 1. */
export function outOfLine(rows: readonly string[], number: number): Said | null {
  const above = rows.slice(0, number - 1).findLastIndex((row) => row.trim() !== '' && !row.trim().startsWith('#'));
  const [here, there] = [rows[number - 1] ?? '', rows[above] ?? ''].map((row) => row.search(/\S/) + 1);
  if (above < 0 || here === undefined || here < 1) return null;
  if (here === there) {
    return {
      words: say(
        `第 ${above + 1} 行是列表的一项，这一行却是同级的“键: 值”`,
        `Line ${above + 1} is an entry of a list, and this line a key of the same level`,
      ),
      wayOut: say(
        '二者不能同级：不是列表就去掉“- ”；属于上一项就多缩进两格',
        'One level holds either: leave out the “- ” where there is no list; indent by two more what belongs to the entry above',
      ),
    };
  }
  return {
    words: say(
      `这一行从第 ${here} 列写起，第 ${above + 1} 行从第 ${there} 列写起，缩进与上文对不齐`,
      `This line begins in column ${here} and line ${above + 1} in column ${there}: the indentation does not fit the lines above`,
    ),
    wayOut: say(
      '同级的键从同一列写起；下一级多空两格。两行里有一行写错了列',
      'Keys of one level begin in one column; the next level has two spaces more. One of the two lines stands wrong',
    ),
  };
}
