import type { Board, BoardDuty, BoardRow } from './board-data.ts';

const duty = (id: string): BoardDuty => ({
  id,
  title: { 'zh-CN': `职责${id}`, en: `Duty ${id}` },
  short: { 'zh-CN': id, en: id },
  clause: '',
  group: null,
  bearer: 'organisation',
  kinds: ['village'],
  cadence: 'month',
  limit: false,
});

interface RowSketch {
  readonly name: string;
  readonly group: number;
  readonly lights: string;
  readonly pinyin?: string;
  readonly initials?: string;
  readonly person?: string;
  readonly unit?: string;
}

const row = ({ name, group, pinyin = '', initials = '', person, unit }: RowSketch): BoardRow => ({
  organisation: name,
  name,
  kind: 'village',
  group,
  pinyin,
  initials,
  postings: person
    ? [{ id: person, kind: 'first-secretary', person, sendingOrganisation: { id: unit ?? '', name: unit ?? '' } }]
    : [],
});

/** A chart out of a few words: groups, duties, and rows with their lights. */
export function boardOf(groups: readonly string[], duties: readonly string[], rows: readonly RowSketch[]): Board {
  return {
    asOf: '2026-09-16',
    today: '2026-09-16',
    window: 'current',
    duties: duties.map(duty),
    dutyGroups: [],
    groups: groups.map((name, group) => ({
      id: name,
      name,
      kind: 'township',
      rows: rows.filter((one) => one.group === group).length,
    })),
    rows: rows.map(row),
    lights: rows.map(({ lights }) => lights),
    texts: {},
    counts: { byDuty: [], total: {} },
  };
}

/** Two townships; the second has no row of its own on the chart. */
export const sampleBoard = (): Board =>
  boardOf(
    ['燕塔街道', '张鲁镇'],
    ['office', 'meeting', 'lecture'],
    [
      { name: '燕塔街道', group: 0, lights: '-m-', pinyin: 'yantajiedao', initials: 'ytjd' },
      {
        name: '肖屯村',
        group: 0,
        lights: 'xmo',
        pinyin: 'xiaotuncun',
        initials: 'xtc',
        person: '李明',
        unit: '县财政局',
      },
      { name: '孙炉村', group: 0, lights: '-s?', pinyin: 'sunlucun', initials: 'slc' },
      {
        name: '王化村',
        group: 1,
        lights: 'mle',
        pinyin: 'wanghuacun',
        initials: 'whc',
        person: '王芳',
        unit: '县水利局',
      },
      {
        name: '礼院村',
        group: 1,
        lights: '- x',
        pinyin: 'liyuancun',
        initials: 'lyc',
        person: '张伟',
        unit: '县水利局',
      },
    ],
  );
