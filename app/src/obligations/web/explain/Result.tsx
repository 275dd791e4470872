import type { Explanation } from '@luoshi/engine';
import { Mark } from '../../../ui/Mark.tsx';
import { isLight, LOOKS } from '../lights.ts';
import { useBoardSpeech } from '../speech.ts';
import { showNumber } from './show-number.ts';

/** What a step arrives at. Not known and not applicable look like neither a number nor each other. */
export function Result({ step }: { readonly step: Explanation }) {
  const { say, pick, lightWord } = useBoardSpeech();
  const { result, unit, construct, shown, details } = step;
  if (result.state === 'not-known') {
    return <Mark {...LOOKS['not-known']} word={say('explain.notKnown')} />;
  }
  if (result.state === 'not-applicable') {
    return <Mark {...LOOKS['not-applicable']} word={say('explain.notApplicable')} />;
  }
  if (shown) return <b>{pick(shown)}</b>;
  if (typeof result.value === 'boolean') return <b>{say(result.value ? 'explain.yes' : 'explain.no')}</b>;
  if (construct === 'standing' && isLight(result.value)) {
    const light = details?.beyond === true ? 'beyond' : result.value;
    return <Mark {...LOOKS[light]} word={lightWord(light, details?.limit === true)} />;
  }
  return (
    <span className="step-value">
      <b title={result.value}>{showNumber(result.value, result.unit)}</b>
      {unit && <span> {pick(unit)}</span>}
    </span>
  );
}
