import { useBoardSpeech } from '../speech.ts';
import { numberIn, type Row, rowsIn, textIn, wordsIn } from './details.ts';
import { Step } from './Step.tsx';
import { IN_TABLES, showNumber } from './show-number.ts';
import type { StepProps } from './step.ts';
import './bands-step.css';

/** Where a value lies among the bands: each as wide as it is, its lower border beneath it. */
export function BandsStep({ step, children }: StepProps) {
  const bands = rowsIn(step, 'bands');
  const value = numberIn(step.details, 'value');
  const drawn = bands.length > 1 && value !== null && <Scale bands={bands} value={value} />;
  return (
    <Step step={step} figure={drawn}>
      {children}
    </Step>
  );
}

/** A band without an upper end of its own reaches to the next border, since the first that fits counts. */
function spanOf(
  band: Row,
  borders: readonly number[],
  { start, end }: { readonly start: number; readonly end: number },
) {
  const [from, to] = [numberIn(band, 'from'), numberIn(band, 'to')];
  const next = Math.min(...borders.filter((border) => from !== null && border > from));
  const before = Math.max(...borders.filter((border) => to !== null && border < to));
  return [from ?? (Number.isFinite(before) ? before : start), to ?? (Number.isFinite(next) ? next : end)] as const;
}

/** How much room the outermost bands get that have no end, as a part of the whole between the others. */
const OPEN = 0.2;

function Scale({ bands, value }: { readonly bands: readonly Row[]; readonly value: number }) {
  const { pick, say } = useBoardSpeech();
  const borders = bands.flatMap((band) => [numberIn(band, 'from') ?? [], numberIn(band, 'to') ?? []]).flat();
  const [low, high] = [Math.min(value, ...borders), Math.max(value, ...borders)];
  const room = (high - low || 1) * OPEN;
  const [start, end] = [low - room, high + room];
  const at = (number: number): number => ((number - start) / (end - start)) * 100;
  const titleOf = (band: Row): string => {
    const title = wordsIn(band, 'title');
    return title ? pick(title) : '';
  };
  const spoken = bands.map((band) => `${titleOf(band)} ${textIn(band, 'from') ?? '…'}–${textIn(band, 'to') ?? '…'}`);
  return (
    <div className="band-scale" role="img" aria-label={`${say('explain.bands', { value })}${spoken.join('；')}`}>
      <div className="band-value" style={{ left: `${at(value)}%` }}>
        {showNumber(String(value), undefined, IN_TABLES)}
      </div>
      <div className="band-line">
        {bands.map((band) => {
          const [from, to] = spanOf(band, borders, { start, end });
          const title = titleOf(band);
          return (
            <span
              key={`${from} ${title}`}
              className={band.own === true ? 'band band-own' : 'band'}
              style={{ left: `${at(from)}%`, width: `${at(to) - at(from)}%` }}
              title={title}
            >
              {title}
            </span>
          );
        })}
      </div>
      <div className="band-borders">
        {[...new Set(borders)].map((border) => (
          <span key={border} style={{ left: `${at(border)}%` }}>
            {border}
          </span>
        ))}
      </div>
    </div>
  );
}
