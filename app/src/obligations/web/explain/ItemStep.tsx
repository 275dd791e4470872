import { ShareBar } from '../../../ui/ShareBar.tsx';
import { useBoardSpeech } from '../speech.ts';
import { numberIn } from './details.ts';
import { Step } from './Step.tsx';
import { numberOf, type StepProps } from './step.ts';
import './item-step.css';

/** The marks of an item against its full marks; where an end was met, what they would have been without it. */
export function ItemStep({ step, children }: StepProps) {
  const { say } = useBoardSpeech();
  const [full, raw, value] = [numberIn(step.details, 'full'), numberIn(step.details, 'raw'), numberOf(step)];
  const capped = raw !== null && value !== undefined && raw !== value;
  const drawn = full !== null && full > 0 && value !== undefined && (
    <div className="item-figure">
      <ShareBar
        value={value}
        whole={full}
        label={say('explain.ofFull', { value, full })}
        tone={value < full ? 'warning' : 'success'}
      />
      <small>
        {value} / {full}
        {capped && `${say('explain.before', { raw })}`}
      </small>
    </div>
  );
  return (
    <Step step={step} figure={drawn}>
      {children}
    </Step>
  );
}
