import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useAccount } from '../../platform/web/session.ts';
import type { Board } from './board-data.ts';
import { findLight, LOOKS } from './lights.ts';
import type { RowModel } from './row-model.ts';
import { useBoardSpeech } from './speech.ts';
import './print-board.css';

/** The whole chart as a plain table, made only while something is being printed: paper does not scroll. */
export function PrintBoard({ board, model }: { readonly board: Board; readonly model: RowModel }) {
  const printing = usePrinting();
  const { say, pick } = useBoardSpeech();
  const { jurisdiction } = useAccount();
  if (!printing) return null;
  const shown = new Set(model.lines.map(({ group }) => group));
  const township = shown.size === 1 ? board.groups[[...shown][0] ?? -1] : undefined;
  return (
    <table className="print-board">
      <caption>
        {[jurisdiction.name, township?.name, say('board.title')].filter(Boolean).join(' · ')} · {say('board.asOf')}{' '}
        {board.asOf}
      </caption>
      <thead>
        <tr>
          <th>{say('board.organisation')}</th>
          {model.duties.map((duty) => (
            <th key={duty}>
              <span>{pick(board.duties[duty]?.short ?? { 'zh-CN': '', en: '' })}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {model.lines.map((line) => (
          <tr key={`${line.group}:${line.row}`} className={line.heading ? 'print-heading' : undefined}>
            <th scope="row">{board.rows[line.row]?.name ?? board.groups[line.group]?.name}</th>
            {model.duties.map((duty) => {
              const look = lookOf(board.lights[line.row]?.charAt(duty) ?? '');
              return (
                <td key={duty} className={`tone-${look?.tone ?? 'faint'}`}>
                  {look?.glyph}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function lookOf(code: string) {
  const light = findLight(code);
  return light && LOOKS[light];
}

function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    addEventListener('beforeprint', begin);
    addEventListener('afterprint', end);
    return () => {
      removeEventListener('beforeprint', begin);
      removeEventListener('afterprint', end);
    };
  }, []);
  return printing;
}
