import type { Area } from './area.ts';

export const role = {
  administrator: ['管理员', 'Administrator'],
  'county-officer': ['县级工作人员', 'County officer'],
  'township-officer': ['乡镇工作人员', 'Township officer'],
  'village-clerk': ['村级信息员', 'Village clerk'],
  'first-secretary': ['第一书记', 'First secretary'],
  'sending-unit': ['派出单位', 'Sending unit'],
} as const satisfies Area;
