import { Decimal, divide } from '../../decimal.ts';
import type { SetPart } from '../../measure/set.ts';
import { fieldNaming, type Named } from '../../measure/whom-named.ts';
import type { Split } from '../../schema/rating/entries.ts';
import { counted, say } from '../../words.ts';
import type { StepChecker } from '../types.ts';
import { dropped, type Line } from './line.ts';

/** Whether it is said, where entries name several subjects and only there, what one of these is counted. */
export function checkSplit(split: Split | undefined, set: SetPart, at: string, { parts, add }: StepChecker): boolean {
  const field = fieldNaming(parts.forms.get(set.form ?? ''), set.about);
  const finding = !field
    ? wrongPlace(split)
    : split === undefined
      ? OPEN
      : split === 'by-number' && !field.share
        ? NO_NUMBERS
        : null;
  if (finding) add({ ...finding, at: `${at}/split` });
  return finding === null;
}

const wrongPlace = (split: Split | undefined) =>
  split === undefined
    ? null
    : {
        code: 'not-several',
        words: say(
          '这些记录不是一条点名几个对象的，没有可分的',
          'These entries do not name several subjects; nothing is shared',
        ),
        wayOut: say(
          '删去 split，或写 about: { field: … }，指向 type: subjects 的字段',
          'Remove split, or write about: { field: … } with a field of type subjects',
        ),
      };

const OPEN = {
  code: 'open-choice',
  words: say(
    '一条记录点名几个对象时，每个计多少，尚未写明',
    'It is open what each counts where an entry names several',
  ),
  wayOut: say(
    '写明 split: in-full（各计全分）、for-each（点到几个计几份）、equally（平均分担）或 by-number（按所填的数）',
    'Write split: in-full, for-each, equally or by-number',
  ),
};

const NO_NUMBERS = {
  code: 'no-numbers',
  words: say('该字段没有为每个对象填数', 'The field holds no number for each of those it names'),
  wayOut: say('在表单的字段中写 share，或改用 equally', 'Add `share` to the field of the form, or write equally'),
};

/** What entries count for one of several subjects they name. */
export function compileSplit(split: Split | undefined): (lines: readonly Line[]) => readonly Line[] {
  if (split === undefined || split === 'in-full') return (lines) => lines;
  return (lines) => lines.map((line) => (line.counts ? shared(line, split) : line));
}

function shared(line: Line, split: Exclude<Split, 'in-full'>): Line {
  const named = line.element.env.named as Named;
  const [part, whole] = partOf(named, split);
  if (whole === 0)
    return dropped(line, say('所填的数合计为 0，不计', 'the numbers stated add up to 0, so it does not count'));
  if (part === whole) return line;
  const share = (points: Decimal): Decimal => divide(points.times(part), new Decimal(whole));
  const note =
    split === 'for-each'
      ? say(`点到 ${part} 个，计 ${part} 份`, `names ${part} of them and counts ${counted(part, 'time')}`)
      : split === 'equally'
        ? say(`${whole} 个分担，计 ${part}/${whole}`, `shared by ${whole}, counts ${part}/${whole}`)
        : say(`按所填的数计 ${part}/${whole}`, `counts ${part}/${whole} by the numbers stated`);
  const rated = line.part && { ...line.part, rate: share(line.part.rate) };
  return { ...line, points: share(line.points), part: rated, notes: [...line.notes, note] };
}

function partOf({ own, count, number = 0, total = 0 }: Named, split: Exclude<Split, 'in-full'>): [number, number] {
  if (split === 'for-each') return [own, 1];
  return split === 'equally' ? [own, count] : [number, total];
}
