import type { Language, Words } from '@luoshi/engine';
import type { AnswerTable } from '../platform/actions/action.ts';
import { type BoardDuty, type BoardRow, LIGHT_CODE } from './board.ts';
import { STANDING_LIGHTS, type StandingLight } from './light.ts';
import { lightWord } from './light-words.ts';

interface Chart {
  readonly duties: readonly BoardDuty[];
  readonly groups: readonly { readonly name: string }[];
  readonly rows: readonly BoardRow[];
  readonly lights: readonly string[];
  readonly texts: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const lightOf = new Map<string, StandingLight>(STANDING_LIGHTS.map((light) => [LIGHT_CODE[light], light]));
const HEADS: Readonly<Record<'group' | 'name' | 'people', Words>> = {
  group: { 'zh-CN': '乡镇', en: 'Township' },
  name: { 'zh-CN': '组织', en: 'Organisation' },
  people: { 'zh-CN': '派驻人员', en: 'Posted' },
};

/** The wall chart as rows: the word of each light with its amount, as on the screen; nothing where a duty does not apply. */
export function boardTable(chart: Chart, language: Language): AnswerTable {
  const heads = (Object.keys(HEADS) as (keyof typeof HEADS)[]).map((key) => ({ key, header: HEADS[key][language] }));
  const duties = chart.duties.map((duty) => ({ key: duty.id, header: duty.title[language] }));
  const rows = chart.rows.map((row, index) => ({
    group: chart.groups[row.group]?.name ?? '',
    name: row.name,
    people: row.postings.map((posting) => posting.person).join('、'),
    ...Object.fromEntries(chart.duties.map((duty, at) => [duty.id, cell(chart, index, at, language)])),
  }));
  return { columns: [...heads, ...duties], rows };
}

function cell(chart: Chart, row: number, duty: number, language: Language): string {
  const light = lightOf.get(chart.lights[row]?.[duty] ?? '');
  if (!light || light === 'not-applicable') return '';
  const word = lightWord(light, chart.duties[duty]?.limit === true, language);
  const amount = chart.texts[row]?.[duty];
  return amount ? `${word} ${amount}` : word;
}
