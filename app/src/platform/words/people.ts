import type { Area } from './area.ts';

export const people = {
  roll: ['人员名册', 'People on the roll'],
  rollLead: [
    '组织关系在这里或下级的，以及在这里任职、派驻的人员。',
    'Members here and below, and those who hold office or are posted here.',
  ],
  search: ['姓名、拼音或首字母', 'Name or pinyin'],
  none: ['没有找到', 'Nobody found'],
  more: ['只列出前 {{n}} 名，请按姓名查找', 'Only the first {{n}} are shown; search by name'],
  memberOf: ['组织关系', 'Member of'],
  nowhere: ['不属于任何组织', 'No organisation'],
  memberSince: ['入党时间', 'Member since'],
  history: ['组织关系沿革', 'Where the person belonged'],
  noHistory: ['没有转接过组织关系', 'Never moved'],
  beginning: ['起始日不详', 'first day not known'],
  now: ['至今', 'today'],
  hidden: ['（不在您的查看范围）', '(outside what you may see)'],
  ended: ['转出原因：{{reason}}', 'Reason: {{reason}}'],
  move: ['转接组织关系', 'Move to another organisation'],
  moveLead: [
    '以前各期的考核和统计仍按当时的组织关系计，从转入之日起按新的计。',
    'Earlier periods keep the membership of that time; the new one counts from its first day.',
  ],
  to: ['转入', 'To'],
  leaves: ['不再属于任何组织（转出本辖区、去世等）', 'Belongs to no organisation any more'],
  from: ['自哪一天起', 'From'],
  fromHint: ['在新组织的第一天，不能晚于今天', 'The first day there; not later than today'],
  reason: ['原因', 'Reason'],
  save: ['登记转接', 'Record the move'],
} as const satisfies Area;
