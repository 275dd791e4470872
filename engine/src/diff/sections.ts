import type { Section } from '../pack/sections.ts';
import type { Words } from '../value.ts';
import { say } from '../words.ts';

/** The parts of a pack by which differences are told; `manifest` is pack.yaml. */
export type DiffSection = Exclude<Section, 'example'>;

const SECTIONS: Readonly<Record<DiffSection, Words>> = {
  manifest: say('制度包说明', 'pack'),
  kinds: say('类型', 'kind'),
  calendar: say('日历', 'calendar'),
  parameter: say('参数', 'parameter'),
  form: say('表单', 'form'),
  obligation: say('职责', 'duty'),
  measure: say('指标', 'measure'),
  assignment: say('派驻、班子规则', 'rule over postings and posts'),
  rating: say('评分办法', 'rating'),
  'local-items': say('自设项目', 'local items'),
  adaptation: say('本地调整', 'adaptation'),
};

/** In the order in which they are told. */
export const DIFF_SECTIONS = Object.keys(SECTIONS) as readonly DiffSection[];
export const sectionWords = (section: DiffSection): Words => SECTIONS[section];
