import { useBoardSpeech } from '../speech.ts';
import { textIn, valueIn, wordsIn } from './details.ts';
import { FigureTable } from './FigureTable.tsx';
import { Step } from './Step.tsx';
import { IN_TABLES, showNumber } from './show-number.ts';
import { numberOf, type StepProps } from './step.ts';

/** Groups of scorers beside each other: how many, what they gave on the whole, what their share makes of it. */
export function ScorersStep({ step, children }: StepProps) {
  const { say, pick } = useBoardSpeech();
  const groups = (step.children ?? []).filter(({ construct }) => construct === 'scorer-group');
  const drawn = groups.length > 0 && (
    <FigureTable
      columns={[
        { title: say('explain.group') },
        { title: say('explain.raters'), number: true },
        { title: say('explain.given'), number: true },
        { title: say('explain.share'), number: true },
        { title: say('explain.brings'), number: true },
      ]}
      rows={groups.map((group, i) => {
        const { details } = group;
        const [title, mean, outOf] = [
          details && wordsIn(details, 'title'),
          valueIn(details, 'mean'),
          valueIn(details, 'outOf'),
        ];
        const brings = numberOf(group);
        return {
          key: `${i}`,
          cells: [
            title ? pick(title) : pick(group.words),
            textIn(details, 'raters'),
            mean === null ? '—' : `${showNumber(mean, undefined, IN_TABLES)}${outOf === null ? '' : ` / ${outOf}`}`,
            valueIn(details, 'share') ?? '—',
            brings === undefined ? '—' : showNumber(String(brings), undefined, IN_TABLES),
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
