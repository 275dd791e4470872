import type { ReactNode } from 'react';
import './page.css';

interface PageProps {
  readonly title: string;
  readonly lead?: ReactNode;
  /** Where one came from, above the title. */
  readonly back?: ReactNode;
  /** Buttons at the right of the title. */
  readonly actions?: ReactNode;
  /** `reading` keeps lines short; `wide` uses the whole screen. */
  readonly width?: 'reading' | 'wide';
  readonly children: ReactNode;
}

/** A page with its heading. Every screen that is not a full-height chart stands in one. */
export function Page({ title, lead, back, actions, width = 'wide', children }: PageProps) {
  return (
    <div className={`page page-${width}`}>
      <div className="page-head">
        <div className="page-titles">
          {back && <div className="page-back not-on-paper">{back}</div>}
          <h1>{title}</h1>
          {lead && <div className="page-lead">{lead}</div>}
        </div>
        {actions && <div className="page-actions not-on-paper">{actions}</div>}
      </div>
      {children}
    </div>
  );
}

interface SectionProps {
  readonly title?: ReactNode;
  readonly actions?: ReactNode;
  /** Leaves out the inner margin, for tables and lists that reach the edge. */
  readonly flush?: boolean;
  readonly children: ReactNode;
}

/** A titled part of a page on its own surface. */
export function Section({ title, actions, flush = false, children }: SectionProps) {
  return (
    <section className="section">
      {(title || actions) && (
        <div className="section-head">
          <h2>{title}</h2>
          {actions && <div className="page-actions not-on-paper">{actions}</div>}
        </div>
      )}
      <div className={flush ? 'section-flush' : 'section-body'}>{children}</div>
    </section>
  );
}
