import type { Language, Words } from '@luoshi/engine';
import type { AnswerTable } from '../platform/actions/action.ts';
import type { StandingLight } from './light.ts';
import { lightWord } from './light-words.ts';

interface Line {
  readonly title: Words;
  readonly subjectName: string;
  readonly period: { readonly start: string; readonly end: string };
  readonly light: string;
  readonly limit: boolean;
  readonly due: string;
  readonly need: string | null;
  readonly done: string;
}

/** Standings as rows, with the light as its word; an amount that is not known stays empty, not zero. */
export function standingTable(lines: readonly Line[], language: Language): AnswerTable {
  const say = (zh: string, en: string) => (language === 'en' ? en : zh);
  return {
    columns: [
      { key: 'duty', header: say('职责', 'Duty') },
      { key: 'subject', header: say('对象', 'Who') },
      { key: 'start', header: say('时段开始', 'Period from'), type: 'date' },
      { key: 'end', header: say('时段结束', 'Period to'), type: 'date' },
      { key: 'light', header: say('灯', 'Light') },
      { key: 'need', header: say('应完成或上限', 'Owed, or limit') },
      { key: 'done', header: say('已完成', 'Done') },
      { key: 'due', header: say('期限', 'Due'), type: 'date' },
    ],
    rows: lines.map(({ title, subjectName, period, light, limit, due, need, done }) => ({
      duty: title[language],
      subject: subjectName,
      start: period.start,
      end: period.end,
      light: lightWord(light as StandingLight, limit, language),
      need,
      done,
      due,
    })),
  };
}
