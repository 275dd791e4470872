import type { Tone } from './tokens.ts';
import './mark.css';

interface MarkProps {
  readonly glyph: string;
  readonly word: string;
  readonly tone: Tone;
  readonly size?: 'small' | 'large';
}

/** A state as glyph and word on its tone: colour never speaks alone. */
export function Mark({ glyph, word, tone, size = 'small' }: MarkProps) {
  return (
    <span className={`mark mark-${size} tone-${tone}`}>
      <span className="mark-glyph" aria-hidden>
        {glyph}
      </span>
      {word}
    </span>
  );
}
