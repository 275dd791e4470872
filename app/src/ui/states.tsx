import type { Words } from '@luoshi/engine';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useUi } from './UiProvider.tsx';
import './states.css';

/** What is shown while something is on its way: quiet bars, and a sentence for those who listen. */
export function LoadingState({ lines = 4 }: { readonly lines?: number }) {
  const { words } = useUi();
  return (
    <div className="state state-loading" role="status">
      <span className="visually-hidden">{words.loading}</span>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className="state-bar" style={{ width: `${92 - ((line * 17) % 45)}%` }} />
      ))}
    </div>
  );
}

interface EmptyStateProps {
  readonly title?: string;
  /** Why it is empty, and what to do about it. */
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

export function EmptyState({ title, children, action }: EmptyStateProps) {
  const { words } = useUi();
  return (
    <div className="state state-empty">
      <p className="state-title">{title ?? words.nothing}</p>
      {children && <div className="state-text">{children}</div>}
      {action}
    </div>
  );
}

const isWords = (value: unknown): value is Words =>
  typeof value === 'object' && value !== null && 'zh-CN' in value && 'en' in value;

/** The sentence an error carries in the reader's language; undefined when it carries none. */
export function wordsOf(error: unknown): Words | undefined {
  if (typeof error !== 'object' || error === null || !('words' in error)) return undefined;
  return isWords(error.words) ? error.words : undefined;
}

interface ErrorStateProps {
  readonly error: unknown;
  readonly onRetry?: () => void;
  /** Another way out. */
  readonly children?: ReactNode;
}

const isNotFound = (error: unknown) =>
  typeof error === 'object' && error !== null && 'kind' in error && error.kind === 'not-found';

/** Shows what went wrong in the words of whoever refused, and a way to try again. */
export function ErrorState({ error, onRetry, children }: ErrorStateProps) {
  const { words, language } = useUi();
  if (isNotFound(error)) {
    return (
      <div className="state state-empty" role="alert">
        <h1 className="state-title">{words.notFound}</h1>
        <p className="state-text">{wordsOf(error)?.[language]}</p>
        <a href="/">{words.toStart}</a>
        {children}
      </div>
    );
  }
  return (
    <div className="state state-error" role="alert">
      <p className="state-title">{words.failed}</p>
      <p className="state-text">{wordsOf(error)?.[language] ?? words.failedHint}</p>
      <Findings error={error} />
      {onRetry && <Button onClick={onRetry}>{words.retry}</Button>}
      {children}
    </div>
  );
}

const MOST_FINDINGS = 20;

/** What exactly did not fit, where whoever refused names it: the place, and what is wrong there. */
function Findings({ error }: { readonly error: unknown }) {
  const { language } = useUi();
  const found = fieldsOf(error);
  if (found.length === 0) return null;
  return (
    <ul className="state-findings">
      {found.slice(0, MOST_FINDINGS).map(({ field, words }) => (
        <li key={`${field} ${words.en}`}>
          <code>{field}</code> {words[language]}
        </li>
      ))}
      {found.length > MOST_FINDINGS && <li>…</li>}
    </ul>
  );
}

interface Finding {
  readonly field: string;
  readonly words: Words;
}

const isFinding = (value: unknown): value is Finding =>
  typeof value === 'object' && value !== null && 'field' in value && 'words' in value && isWords(value.words);

const fieldsOf = (error: unknown): readonly Finding[] =>
  typeof error === 'object' && error !== null && 'fields' in error && Array.isArray(error.fields)
    ? error.fields.filter(isFinding)
    : [];

interface Asked<T> {
  readonly data: T | undefined;
  readonly error: unknown;
  readonly isPending: boolean;
  refetch(): unknown;
}

interface LoadedProps<T> {
  /** A TanStack query result. */
  readonly of: Asked<T>;
  readonly lines?: number;
  readonly children: (data: T) => ReactNode;
}

/** Loading, failed or there: one of the three, always. Stale data stays visible while it is read again. */
export function Loaded<T>({ of, lines, children }: LoadedProps<T>) {
  if (of.data !== undefined) return <>{children(of.data)}</>;
  if (of.isPending) return <LoadingState {...(lines === undefined ? {} : { lines })} />;
  return <ErrorState error={of.error} onRetry={() => void of.refetch()} />;
}
