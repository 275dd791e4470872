import type { ReactNode } from 'react';
import './figure-table.css';

interface Column {
  readonly title: string;
  /** Numbers stand to the right. */
  readonly number?: boolean;
}

interface FigureRow {
  readonly key: string;
  readonly cells: readonly ReactNode[];
  /** The row the reader asks about. */
  readonly own?: boolean;
  /** Counts for nothing here. */
  readonly faint?: boolean;
}

interface FigureTableProps {
  readonly columns: readonly Column[];
  readonly rows: readonly FigureRow[];
}

/** A few figures beside each other: the first column names the row. */
export function FigureTable({ columns, rows }: FigureTableProps) {
  const classOf = (column: number) => (columns[column]?.number ? 'figure-number' : undefined);
  return (
    <table className="figure-table">
      <thead>
        <tr>
          {columns.map(({ title }, i) => (
            <th key={title} scope="col" className={classOf(i)}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells: [first, ...others], own, faint }) => (
          <tr key={key} className={own ? 'figure-own' : faint ? 'figure-faint' : undefined} aria-current={own}>
            <th scope="row" className={classOf(0)}>
              {first}
            </th>
            {others.map((cell, i) => (
              <td key={columns[i + 1]?.title} className={classOf(i + 1)}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
