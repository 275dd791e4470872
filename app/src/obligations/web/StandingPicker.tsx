import { Mark } from '../../ui/Mark.tsx';
import type { StandingItem } from './cell-data.ts';
import { isLight, LOOKS } from './lights.ts';
import { useBoardSpeech } from './speech.ts';

interface StandingPickerProps {
  readonly items: readonly StandingItem[];
  readonly chosen: string;
  readonly onChoose: (key: string) => void;
}

/** The standings a cell adds up; shown when there is more than one to choose from. */
export function StandingPicker({ items, chosen, onChoose }: StandingPickerProps) {
  const { say, lightWord, periodWord } = useBoardSpeech();
  if (items.length < 2) return null;
  return (
    <fieldset className="panel-picker" aria-label={say('explain.subjects')}>
      {items.map((item) => {
        const key = `${item.subject} ${item.period.key}`;
        return (
          <button key={key} type="button" aria-pressed={key === chosen} onClick={() => onChoose(key)}>
            {isLight(item.light) && <Mark {...LOOKS[item.light]} word={lightWord(item.light, item.limit)} />}
            <span>{item.subjectName}</span>
            <small>{periodWord(item.period.key)}</small>
          </button>
        );
      })}
    </fieldset>
  );
}
