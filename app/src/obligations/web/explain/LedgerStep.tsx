import { useBoardSpeech } from '../speech.ts';
import { isSet, rowsIn, textIn } from './details.ts';
import { FigureTable } from './FigureTable.tsx';
import { Step } from './Step.tsx';
import type { StepProps } from './step.ts';

const MOST = 12;
const SIGN: Readonly<Record<string, string>> = { plus: '+', minus: '−', exchange: '−' };

/** The latest entries of a ledger by day, with what each counts and until when. */
export function LedgerStep({ step, children }: StepProps) {
  const { say, pick } = useBoardSpeech();
  const lines = (step.children ?? []).flatMap((row) =>
    rowsIn(row, 'lines').map((line) => ({
      line,
      title: row.words,
      sign: SIGN[textIn(row.details, 'kind') ?? ''] ?? '',
    })),
  );
  const latest = lines.sort((a, b) => dayOf(b.line).localeCompare(dayOf(a.line))).slice(0, MOST);
  const drawn = latest.length > 0 && (
    <FigureTable
      columns={[
        { title: say('explain.day') },
        { title: say('explain.entry') },
        { title: say('explain.points'), number: true },
        { title: say('explain.until') },
      ]}
      rows={latest.map(({ line, title, sign }, i) => ({
        key: `${i}`,
        faint: !isSet(line, 'counts'),
        cells: [
          dayOf(line),
          pick(title),
          isSet(line, 'counts') ? `${sign}${textIn(line, 'points')}` : say('explain.countsNot'),
          textIn(line, 'ends') ?? say('explain.noEnd'),
        ],
      }))}
    />
  );
  return (
    <Step step={step} figure={drawn}>
      {children}
    </Step>
  );
}

const dayOf = (line: Parameters<typeof textIn>[0]): string => textIn(line, 'date') ?? '';
