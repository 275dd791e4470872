import type { Language } from '@luoshi/engine';
import { useUi } from './UiProvider.tsx';
import './day-strip.css';

export interface MarkedDay {
  /** YYYY-MM-DD */
  readonly date: string;
  /** `full` counts, `part` counts partly, `none` was tried and does not count. */
  readonly mark: 'full' | 'part' | 'none';
  /** What happened, for those who point or listen. */
  readonly note: string;
}

interface DayStripProps {
  readonly start: string;
  readonly end: string;
  readonly days: readonly MarkedDay[];
  /** The day that stands out as "now". */
  readonly today?: string;
}

const DAY_MS = 86_400_000;
const GLYPH = { full: '●', part: '◐', none: '×' } as const;
const WEEKDAYS: Readonly<Record<Language, string>> = { 'zh-CN': '日一二三四五六', en: 'SMTWTFS' };

/** The days of a week or a month in a row of weeks, with those on which something happened. */
export function DayStrip({ start, end, days, today }: DayStripProps) {
  const { language } = useUi();
  const marks = new Map(days.map((day) => [day.date, day]));
  const all = daysBetween(start, end);
  const lead = (weekday(start) + 6) % 7;
  return (
    <ol className="day-strip">
      {all.map((date, at) => {
        const marked = marks.get(date);
        const classes = `day-strip-day${marked ? ` day-${marked.mark}` : ''}${date === today ? ' day-today' : ''}`;
        return (
          <li
            key={date}
            className={classes}
            style={at === 0 ? { gridColumnStart: lead + 1 } : undefined}
            title={marked ? `${date} ${marked.note}` : date}
          >
            <span className="day-strip-weekday">{WEEKDAYS[language].charAt(weekday(date))}</span>
            <span>{Number(date.slice(8))}</span>
            <span className="day-strip-mark" role={marked ? 'img' : undefined} aria-label={marked?.note}>
              {marked ? GLYPH[marked.mark] : ''}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

const weekday = (date: string) => new Date(`${date}T00:00:00Z`).getUTCDay();

/** @returns every day from the first to the last, both included. */
export function daysBetween(start: string, end: string): string[] {
  const from = Date.parse(`${start}T00:00:00Z`);
  const count = Math.round((Date.parse(`${end}T00:00:00Z`) - from) / DAY_MS) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, day) =>
    new Date(from + day * DAY_MS).toISOString().slice(0, 10),
  );
}
