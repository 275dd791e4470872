import { accountsAroundVillage } from './accounts.ts';
import { districtAssessments } from './district-assessments.ts';
import type { Locality } from './locality.ts';
import { plainLocality } from './plain-locality.ts';
import { treeOf } from './tree.ts';
import { cityAssessments } from './weinan-assessments.ts';
import { makeWorld } from './world.ts';
import { xishuiMatters } from './xishui-matters.ts';

/** Shen county with its first secretaries: the one whose every record has a story. */
export const SHEN_COUNTY: Locality = {
  id: '371522',
  name: '莘县',
  level: 3,
  pack: '@luoshi/pack-shenxian',
  prefix: '',
  office: '县第一书记办公室',
  users: ['county', 'township', 'village', 'secretary', 'unit', 'admin'],
  makeWorld: (asOf, seed) => makeWorld({ tree: treeOf('371522'), asOf, ...(seed === undefined ? {} : { seed }) }),
  accounts: accountsAroundVillage,
};

/** Five localities on one engine, each its own jurisdiction with its own pack; those soon filled come first. */
export const LOCALITIES: readonly Locality[] = [
  SHEN_COUNTY,
  plainLocality({
    id: '990101',
    name: '示例区',
    level: 3,
    pack: 'district-appraisal',
    user: 'district',
    stories: districtAssessments,
    teams: { 'township-committee-member': 4 },
    publishes: [
      'organisation-grading',
      'township-appraisal',
      'secretary-appraisal',
      'village-secretary-appraisal',
      'leader-appraisal',
    ],
  }),
  plainLocality({ id: '150625', name: '杭锦旗', level: 3, pack: 'hangjin-dispatch', user: 'hangjin' }),
  plainLocality({ id: '520330', name: '习水县', level: 3, pack: 'xishui', stories: xishuiMatters }),
  plainLocality({
    id: '610500',
    name: '渭南市',
    level: 2,
    pack: 'weinan',
    recordingTownships: 3,
    stories: cityAssessments,
    publishes: ['branch-grade', 'report-review', 'premises-round', 'best-townships', 'strong-villages'],
  }),
];
