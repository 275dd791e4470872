import type { Explanation } from '../../explanation.ts';
import type { Parts } from '../../parts.ts';
import type { Words } from '../../value.ts';
import { notKnown } from '../../value.ts';
import { plain } from '../../value-json.ts';
import { say } from '../../words.ts';
import type { Figure, FigureType, PartOf } from '../types.ts';
import { figure, step } from '../values.ts';
import { countOf, type Judged, type Window } from './judge.ts';

type Part = PartOf<'windows'>['windows'];

const OUTCOMES: Record<Window['outcome'], Words> = {
  met: say('达到', 'met'),
  missed: say('未达到', 'missed'),
  open: say('尚未到期', 'not yet due'),
  'not-known': say('未知', 'not known'),
};

export const GIVES: Record<Part['gives'], Words> = {
  met: say('达到要求的窗口数', 'Windows that are met'),
  missed: say('未达到要求的窗口数', 'Windows that are missed'),
  shortfall: say('各窗口短缺之和', 'What is lacking, window by window'),
  share: say('到期窗口中达到要求的占比', 'Share of the windows due that are met'),
  due: say('已到期或已达到的窗口数', 'Windows that are due or met'),
  'longest-run-met': say('最多连续达到的窗口数', 'Most windows in a row that are met'),
  'longest-run-missed': say('最多连续未达到的窗口数', 'Most windows in a row that are missed'),
};

interface Told {
  readonly part: Part;
  readonly parts: Parts;
  readonly of: Figure;
  readonly type: FigureType;
}

/** Window by window: what was done, what was owed, and how it stands. With several who owe them, each by name. */
export const explainWindows = (judged: readonly Judged[], told: Told): Explanation[] =>
  told.part.per === undefined
    ? judged.flatMap(({ windows }) => windows.map((one) => line(one, told)))
    : judged.map(({ owing, windows }) =>
        step(told.parts, told.type, {
          construct: 'part',
          words: say(owing.name, owing.name),
          result: figure(countOf(told.part.gives === 'share' ? 'met' : told.part.gives, windows), told.type),
          children: windows.map((one) => line(one, told)),
        }),
      );

function line({ period, at, outcome, done, needed, missing }: Window, { parts, of }: Told): Explanation {
  const stands = OUTCOMES[outcome];
  const [zh, en] =
    done && needed
      ? [
          `${plain(needed)} 中已有 ${plain(done)}，${stands['zh-CN']}`,
          `${plain(done)} of ${plain(needed)}, ${stands.en}`,
        ]
      : [stands['zh-CN'], stands.en];
  return step(
    parts,
    { kind: 'number' },
    {
      construct: 'part',
      words: say(`${period.start} 至 ${period.end}（${zh}）`, `${period.start} to ${period.end} (${en})`),
      result: done ? figure(done, { kind: 'number' }) : notKnown(...missing),
      details: { outcome },
      children: [of.explain(at)],
    },
  );
}
