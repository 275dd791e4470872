import type { Tone } from './tokens.ts';
import './timeline.css';

export interface TimelinePoint {
  /** YYYY-MM-DD */
  readonly date: string;
  readonly label: string;
  readonly tone: Tone;
}

/** Days in order along a line, each with what it means. */
export function Timeline({ points }: { readonly points: readonly TimelinePoint[] }) {
  const ordered = [...points].sort((a, b) => a.date.localeCompare(b.date));
  return (
    <ol className="timeline">
      {ordered.map((point) => (
        <li key={`${point.date} ${point.label}`} className="timeline-point">
          <span className={`timeline-dot timeline-${point.tone}`} aria-hidden />
          <time dateTime={point.date}>{point.date}</time>
          <span className="timeline-label">{point.label}</span>
        </li>
      ))}
    </ol>
  );
}
