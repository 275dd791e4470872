import type { Command } from 'commander';
import type { CommonOptions, RunAction } from '../platform/cli/action-commands.ts';
import { LIGHT_CODE } from './board.ts';
import { STANDING_LIGHTS, type StandingLight } from './light.ts';
import { lightWord } from './light-words.ts';
import { readBoard } from './read-board.ts';

type Board = Awaited<ReturnType<typeof readBoard.run>>;

const GLYPH: Record<StandingLight, string> = {
  overdue: '✕',
  beyond: '↑',
  'due-soon': '▲',
  'not-known': '?',
  open: '○',
  late: '◐',
  met: '✓',
  excused: '－',
  'not-applicable': '·',
};
const COLOUR: Record<StandingLight, number> = {
  overdue: 31,
  beyond: 31,
  'due-soon': 33,
  'not-known': 35,
  open: 37,
  late: 36,
  met: 32,
  excused: 34,
  'not-applicable': 90,
};

interface BoardOptions extends CommonOptions {
  readonly township?: string;
  readonly asOf?: string;
  readonly window?: string;
  readonly json?: boolean;
}

/** Adds `luoshi board`: the wall chart in a terminal. */
export function addBoardCommand(program: Command, run: RunAction): void {
  program
    .command('board')
    .description('作战图 · the wall chart in a terminal')
    .option('--jurisdiction <code>', '辖区代码 · division code of the jurisdiction')
    .option('--data-folder <path>', '数据目录 · data folder')
    .option('--township <name or id>', '只看一个乡镇 · only one township')
    .option('--as-of <day>', '截至哪一天 · as of which day')
    .option('--window <period>', 'current, 2026-09, 2026-Q3 …')
    .option('--json', '输出 JSON · as JSON')
    .action(async (options: BoardOptions) => {
      const { asOf, window } = options;
      const input = { ...(asOf ? { asOf } : {}), ...(window ? { window } : {}) };
      const board = (await run(readBoard, input, options)) as Board;
      const rows = rowsOf(board, options.township);
      const text = options.json ? JSON.stringify(asJson(board, rows), null, 2) : asText(board, rows);
      process.stdout.write(`${text}\n`);
    });
}

/** Row indexes, of one township if asked; its name or a part of it is enough. */
function rowsOf(board: Board, township?: string): number[] {
  const groups = board.groups.flatMap(({ id, name }, index) =>
    !township || id === township || name.includes(township) ? [index] : [],
  );
  if (township && groups.length === 0) {
    throw new Error(`没有名称含“${township}”的乡镇 · no township named "${township}"`);
  }
  return board.rows.flatMap((row, index) => (groups.includes(row.group) ? [index] : []));
}

const lightOf = new Map(STANDING_LIGHTS.map((light) => [LIGHT_CODE[light] as string, light]));

function asJson(board: Board, rows: readonly number[]) {
  return {
    asOf: board.asOf,
    window: board.window,
    duties: board.duties.map(({ id, title, clause }) => ({ id, title, clause })),
    rows: rows.map((index) => ({
      organisation: board.rows[index]?.organisation,
      name: board.rows[index]?.name,
      kind: board.rows[index]?.kind,
      township: board.groups[board.rows[index]?.group ?? 0]?.name,
      lights: Object.fromEntries(
        board.duties.map((duty, at) => [duty.id, lightOf.get(board.lights[index]?.[at] ?? '') ?? null]),
      ),
    })),
  };
}

function asText(board: Board, rows: readonly number[]): string {
  const colour = process.stdout.isTTY === true;
  const paint = (light: StandingLight, text: string) => (colour ? `\u001b[${COLOUR[light]}m${text}\u001b[0m` : text);
  const lines = [`作战图 截至 ${board.asOf}（${board.window}）`, ''];
  board.duties.forEach((duty, at) =>
    lines.push(`${String(at + 1).padStart(2)}  ${duty.title['zh-CN']}  ${duty.clause}`),
  );
  lines.push('', `${pad('', 20)}${board.duties.map((_, at) => String(at + 1).padStart(3)).join('')}`);
  let group = -1;
  for (const index of rows) {
    const row = board.rows[index];
    if (!row) continue;
    if (row.group !== group) {
      group = row.group;
      lines.push(`── ${board.groups[group]?.name ?? ''}`);
    }
    const lights = [...(board.lights[index] ?? '')].map((code) => {
      const light = lightOf.get(code);
      return light ? paint(light, `  ${GLYPH[light]}`) : '   ';
    });
    lines.push(`${pad(row.name, 20)}${lights.join('')}`);
  }
  lines.push(
    '',
    STANDING_LIGHTS.map((light) => `${paint(light, GLYPH[light])} ${lightWord(light, false, 'zh-CN')}`).join('  '),
  );
  return lines.join('\n');
}

/** Chinese characters take two columns in a terminal. */
function pad(text: string, width: number): string {
  const columns = [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x2e80 ? 2 : 1), 0);
  return text + ' '.repeat(Math.max(0, width - columns));
}
