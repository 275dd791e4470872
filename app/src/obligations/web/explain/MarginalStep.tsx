import { useBoardSpeech } from '../speech.ts';
import { rowsIn, textIn } from './details.ts';
import { FigureTable } from './FigureTable.tsx';
import { Step } from './Step.tsx';
import { IN_TABLES, showNumber } from './show-number.ts';
import type { StepProps } from './step.ts';

/** What each bracket brings. */
export function MarginalStep({ step, children }: StepProps) {
  const { say } = useBoardSpeech();
  const brackets = rowsIn(step, 'brackets');
  const drawn = brackets.length > 0 && (
    <FigureTable
      columns={[
        { title: say('explain.bracket'), number: true },
        { title: say('explain.inside'), number: true },
        { title: say('explain.rate'), number: true },
        { title: say('explain.brings'), number: true },
      ]}
      rows={brackets.map((bracket, i) => ({
        key: `${i}`,
        faint: textIn(bracket, 'width') === '0',
        cells: [
          i + 1,
          textIn(bracket, 'width'),
          `${textIn(bracket, 'points')} / ${textIn(bracket, 'per')}`,
          showNumber(textIn(bracket, 'value') ?? '', undefined, IN_TABLES),
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
