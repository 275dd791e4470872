import { v7 as uuidv7 } from 'uuid';
import { expect, it } from 'vitest';
import { both, countyWithPack, manifestOf } from '../../test/world/county-with-pack.ts';
import { startTenure } from '../people/index.ts';
import { enterRecord } from '../records/index.ts';
import { readStaffing } from './index.ts';

const PACK = [
  manifestOf('teams'),
  {
    path: 'forms/kin.yaml',
    text: `
id: kin
title: ${both('kin')}
source: { document: test }
owner: ${both('office')}
frequency: as-it-happens
minutes: 1
subject: { person: true }
date: on
entered_by: [county-officer]
fields:
  - { id: on, title: ${both('day')}, type: date }
  - { id: relatives, title: ${both('relatives')}, type: subjects, of: { person: true } }
`,
  },
  {
    path: 'assignments/teams.yaml',
    text: `
id: secretaries
title: ${both('村书记配备')}
source: { document: 配备办法, clause: 第二条 }
holders: [village-secretary, village-director]
of: [village]
vacant: { at_most: { months: 3 }, posts: [village-secretary], message: ${both('空缺过久')} }
apart: { form: kin, field: relatives, message: ${both('近亲属同在')} }
`,
  },
];

const { county, operator, by } = await countyWithPack(PACK);

const foundBy = async (account: 'county' | 'east' | 'clerk', organisation: string) => {
  const { findings } = await (await by(account)).do(readStaffing, { organisation });
  return findings.map(({ words, rule, clause }) => [words['zh-CN'].split('（')[0], rule['zh-CN'], clause]);
};

it('names what does not fit at and below an organisation, within what one may see', async () => {
  const { county: shen, east, wangzhuang } = county.organisations;
  const empty = (village: string) => [`${village}：空缺过久`, '村书记配备', '第二条'];
  expect((await foundBy('county', shen)).sort()).toEqual(['李庄村', '柳林村', '赵庄村', '高庙村'].map(empty).sort());
  expect((await foundBy('east', east)).sort()).toEqual(['李庄村', '高庙村'].map(empty).sort());
  expect(await foundBy('clerk', wangzhuang)).toEqual([]);
  await expect(foundBy('clerk', east)).rejects.toMatchObject({ kind: 'not-found' });
});

it('reads the entries a rule asks for', async () => {
  const { wangzhuang } = county.organisations;
  await operator.do(startTenure, {
    id: uuidv7(),
    post: 'village-director',
    organisation: wangzhuang,
    person: county.people.wxq,
    from: '2026-01-01',
  });
  expect(await foundBy('clerk', wangzhuang)).toEqual([]);
  await (await by('county')).do(enterRecord, {
    id: uuidv7(),
    form: 'kin',
    subject: { kind: 'person', id: county.people.wxq },
    data: { on: '2026-09-01', relatives: [county.people.ysm] },
  });
  expect(await foundBy('clerk', wangzhuang)).toEqual([['王庄村：近亲属同在', '村书记配备', '第二条']]);
});
