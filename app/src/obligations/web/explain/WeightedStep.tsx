import { ShareBar } from '../../../ui/ShareBar.tsx';
import { useBoardSpeech } from '../speech.ts';
import { numberIn, type Row, rowsIn, textIn, wordsIn } from './details.ts';
import { FigureTable } from './FigureTable.tsx';
import { Step } from './Step.tsx';
import { IN_TABLES, showNumber } from './show-number.ts';
import type { StepProps } from './step.ts';

/** Parts with their weights: how much of its weight each brings. */
export function WeightedStep({ step, children }: StepProps) {
  const { say, pick } = useBoardSpeech();
  const parts = rowsIn(step, 'parts');
  const drawn = parts.length > 0 && (
    <FigureTable
      columns={[
        { title: say('explain.part') },
        { title: say('explain.value'), number: true },
        { title: say('explain.weight'), number: true },
        { title: '' },
        { title: say('explain.brings'), number: true },
      ]}
      rows={parts.map((part, i) => {
        const title = wordsIn(part, 'title');
        const shown = (name: string): string => {
          const text = textIn(part, name);
          return text === null ? '—' : showNumber(text, undefined, IN_TABLES);
        };
        const outOf = textIn(part, 'outOf');
        return {
          key: `${i}`,
          cells: [
            title ? pick(title) : '',
            outOf === null ? shown('value') : `${shown('value')} / ${shown('outOf')}`,
            shown('weight'),
            <Filled key="bar" part={part} label={`${shown('brings')} / ${shown('weight')}`} />,
            shown('brings'),
          ],
        };
      })}
    />
  );
  return (
    <Step step={step} figure={drawn}>
      {children}
    </Step>
  );
}

/** Only a part that is rescaled can be set against its weight. */
function Filled({ part, label }: { readonly part: Row; readonly label: string }) {
  const [brings, weight] = [numberIn(part, 'brings'), numberIn(part, 'weight')];
  if (textIn(part, 'outOf') === null || brings === null || weight === null) return null;
  return <ShareBar value={brings} whole={weight} label={label} />;
}
