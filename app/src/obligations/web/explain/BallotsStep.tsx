import { ShareBar } from '../../../ui/ShareBar.tsx';
import { useBoardSpeech } from '../speech.ts';
import { numberIn, rowsIn, wordsIn } from './details.ts';
import { FigureTable } from './FigureTable.tsx';
import { Step } from './Step.tsx';
import type { StepProps } from './step.ts';

/** How many papers of each kind there were, as bars of one measure; blank and spoiled ones too. */
export function BallotsStep({ step, children }: StepProps) {
  const { say, pick } = useBoardSpeech();
  const papers = rowsIn(step, 'papers');
  if (papers.length === 0) return <Step step={step}>{children}</Step>;
  const count = (row: (typeof papers)[number]): number => numberIn(row, 'count') ?? 0;
  const all = papers.reduce((sum, row) => sum + count(row), 0);
  return (
    <Step
      step={step}
      figure={
        <FigureTable
          columns={[{ title: say('explain.paper') }, { title: '' }, { title: say('explain.papers'), number: true }]}
          rows={papers.map((row, i) => {
            const title = wordsIn(row, 'title');
            const word = title ? pick(title) : '';
            const left = row.kind === 'left-out';
            return {
              key: `${i}`,
              faint: row.kind !== 'option',
              cells: [
                left ? `${word} ${say('explain.leftOut')}` : word,
                <ShareBar
                  key="bar"
                  value={count(row)}
                  whole={all}
                  label={`${word} ${count(row)} / ${all}`}
                  tone={row.kind === 'option' ? 'success' : 'neutral'}
                />,
                count(row),
              ],
            };
          })}
        />
      }
    />
  );
}
