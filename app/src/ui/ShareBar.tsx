import './share-bar.css';

interface ShareBarProps {
  readonly value: number;
  readonly whole: number;
  /** Spoken in place of the picture. */
  readonly label: string;
  readonly tone?: 'success' | 'neutral' | 'danger' | 'warning';
}

/** How much of a whole there is. Above the whole it stays full. */
export function ShareBar({ value, whole, label, tone = 'success' }: ShareBarProps) {
  const share = whole > 0 ? Math.min(1, value / whole) : value > 0 ? 1 : 0;
  return (
    <div className="share-bar" role="img" aria-label={label} title={label}>
      <div className={`share-bar-value share-bar-${tone}`} style={{ width: `${share * 100}%` }} />
    </div>
  );
}
