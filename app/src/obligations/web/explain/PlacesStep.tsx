import { useBoardSpeech } from '../speech.ts';
import { isSet, rowsIn, textIn, wordsIn } from './details.ts';
import { FigureTable } from './FigureTable.tsx';
import { Step } from './Step.tsx';
import { IN_TABLES, showNumber } from './show-number.ts';
import type { StepProps } from './step.ts';

/** Who stands next to a subject in the order, and what each got. Persons are not named to each other. */
export function PlacesStep({ step, children }: StepProps) {
  const { say, pick } = useBoardSpeech();
  const places = rowsIn(step, 'places');
  const given = places.some((row) => wordsIn(row, 'gets') !== null);
  const drawn = places.length > 1 && (
    <FigureTable
      columns={[
        { title: say('explain.place'), number: true },
        { title: say('explain.who') },
        { title: say('explain.value'), number: true },
        ...(given ? [{ title: say('explain.gets') }] : []),
      ]}
      rows={places.map((row, i) => {
        const [gets, value] = [wordsIn(row, 'gets'), textIn(row, 'value')];
        return {
          key: `${i}`,
          own: isSet(row, 'own'),
          cells: [
            textIn(row, 'place'),
            textIn(row, 'name') ?? say('explain.another'),
            value === null ? say('explain.notKnown') : showNumber(value, undefined, IN_TABLES),
            ...(given ? [gets ? pick(gets) : '—'] : []),
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
