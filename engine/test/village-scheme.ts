import { examplePackFiles } from '../src/example-pack.ts';
import type { Fact, Organisation, World } from '../src/facts.ts';
import { loadPack } from '../src/pack/load.ts';
import type { Pack, PackFile } from '../src/pack/pack.ts';

const say = (zh: string, en: string) => ({ 'zh-CN': zh, en });
const organisation = (id: string, level: number, parents: string[]) => ({ id, title: say(id, id), level, parents });

const late = { title: say('迟报', 'Late report'), points: 1, times: { count: { form: 'report', where: 'data.late' } } };
const held = {
  title: say('召开会议', 'Meeting held'),
  points: 5,
  times: 'measure("meetings")',
  units: 'full',
};

/** A scheme of one county: reports and meetings, weighted, a grade and a place. Changed by tests part by part. */
export const SCHEME = {
  kinds: {
    organisations: [
      organisation('county', 3, []),
      organisation('township', 4, ['county']),
      organisation('village', 5, ['township']),
    ],
    units: [
      { id: 'point', title: say('分', 'points') },
      { id: 'meeting', title: say('次', 'meetings') },
    ],
  },
  values: [
    { id: 'marks', title: say('报送满分', 'Full marks of reports'), unit: 'point', values: { '2026-01-01': 20 } },
  ],
  forms: [
    {
      id: 'report',
      title: say('报表', 'Report'),
      subject: { organisation: ['village'] },
      date: 'sent_on',
      fields: [
        { id: 'sent_on', type: 'date' },
        { id: 'late', title: say('迟报', 'Late'), type: 'boolean' },
      ],
    },
    {
      id: 'meeting',
      title: say('会议', 'Meeting'),
      subject: { organisation: ['village'] },
      date: 'held_on',
      fields: [{ id: 'held_on', type: 'date' }],
    },
  ],
  measures: [
    {
      id: 'meetings',
      title: say('会议次数', 'Meetings'),
      unit: 'meeting',
      at: ['village'],
      period: 'year',
      value: { count: { form: 'meeting' } },
      rollup: 'sum',
    },
  ],
  ratings: [
    {
      id: 'village-year',
      title: say('村年度考核', 'Assessment of villages'),
      of: { organisations: ['village'] },
      period: { every: 'year' },
      part_period: 'rated',
      unit: 'point',
      scales: [
        {
          id: 'class',
          title: say('等次', 'Class'),
          grades: [
            { id: 'good', title: say('优秀', 'good') },
            { id: 'fair', title: say('合格', 'fair') },
          ],
        },
      ],
      steps: [
        { id: 'place', title: say('名次', 'Place'), rank: rank('total') },
        {
          id: 'class',
          title: say('等次', 'Class'),
          bands: {
            of: 'total',
            scale: 'class',
            rows: [{ at_least: 70, gives: { grade: 'good' } }],
            otherwise: { grade: 'fair' },
          },
        },
        {
          id: 'total',
          title: say('总分', 'Total'),
          weighted: {
            parts: [
              { of: 'reports', out_of: 'param("marks")', weight: 60 },
              { of: 'meetings', out_of: 20, weight: 40 },
            ],
            weights_make: 100,
            not_applicable: 'rescale',
            missing: 'stop',
          },
        },
        {
          id: 'reports',
          title: say('报表报送', 'Reports'),
          item: { full: 'param("marks")', starts: 'full', deduct: [{ ...late, units: 'full' }], ...ends() },
        },
        {
          id: 'meetings',
          title: say('会议', 'Meetings'),
          item: { full: 20, starts: 'zero', award: [held], ...ends() },
        },
      ],
      result: { score: 'total', grade: 'class', place: 'place' },
    },
  ],
};

function rank(of: string) {
  return { of, best: 'highest', within: 'all', ties: 'shared-with-gap', missing: 'stop' };
}

function ends() {
  return { floor: 0, cap: 'full', missing: 'stop' };
}

/** The files of a scheme's pack. */
export const schemeFiles = (parts: object = SCHEME): PackFile[] => examplePackFiles({ ...parts });

/** A scheme as a pack. @throws Error when it cannot be read */
export function schemePack(parts: object = SCHEME): Pack {
  const { pack, problems } = loadPack(schemeFiles(parts));
  if (!pack) throw new Error(JSON.stringify(problems));
  return pack;
}

const VILLAGES = ['王庄', '李庄', '赵庄', '钱庄'];

/** Four villages; 王庄 and 李庄 send reports late, 李庄 and 赵庄 meet twice and once. */
export function schemeWorld(): World {
  const above: Organisation[] = [
    { id: '莘县', kind: 'county', name: '莘县', parent: null, from: '2000-01-01' },
    { id: '东镇', kind: 'township', name: '东镇', parent: '莘县', from: '2000-01-01' },
  ];
  const villages = VILLAGES.map((id) => ({ id, kind: 'village', name: id, parent: '东镇', from: '2000-01-01' }));
  const facts = [
    ...[1, 2].map((month) => fact('report', '王庄', month, { late: true })),
    ...[1, 2, 3, 4].map((month) => fact('report', '李庄', month, { late: true })),
    ...[5, 6].map((month) => fact('meeting', '李庄', month, {})),
    fact('meeting', '赵庄', 5, {}),
  ];
  return { organisations: [...above, ...villages], persons: [], postings: [], tenures: [], facts };
}

function fact(form: string, village: string, month: number, data: Fact['data']): Fact {
  const date = `2026-0${month}-10`;
  return {
    id: `${form}-${village}-${month}`,
    form,
    subject: { kind: 'organisation', id: village },
    date,
    data,
    recordedOn: date,
    recordedAt: `${date}T08:00:00Z`,
    recordedBy: { account: 'a', name: '甲' },
  };
}

/** The scheme with one text of its JSON in place of another. @throws Error when the text does not occur exactly once */
export function schemeWith(...replaced: readonly (readonly [from: string, to: string])[]): Pack {
  const text = replaced.reduce((so, [from, to]) => {
    if (so.split(from).length !== 2) throw new Error(`“${from}” occurs ${so.split(from).length - 1} times`);
    return so.replace(from, () => to);
  }, JSON.stringify(SCHEME));
  return schemePack(JSON.parse(text) as object);
}
