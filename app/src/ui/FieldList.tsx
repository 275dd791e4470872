import { Fragment, type ReactNode } from 'react';
import './field-list.css';

export interface FieldRow {
  readonly label: string;
  readonly value: ReactNode;
}

/** Labels with their values, aligned; a definition list. */
export function FieldList({ rows }: { readonly rows: readonly FieldRow[] }) {
  return (
    <dl className="field-list">
      {rows.map((row) => (
        <Fragment key={row.label}>
          <dt>{row.label}</dt>
          <dd>{row.value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
