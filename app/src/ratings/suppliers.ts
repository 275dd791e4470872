import type { Policy, Value, Words } from '@luoshi/engine';
import { role as roleWords } from '../platform/words/role.ts';

interface Rated {
  readonly score: Value | null;
  readonly grade: Value | null;
}

/** Who supplies what the results of some rows lack, by `what` of it; left out where nobody in particular does. */
export function suppliersOf(policy: Policy, rows: readonly Rated[]): Record<string, Words> {
  const lacked = rows.flatMap(({ score, grade }) =>
    [score, grade].flatMap((value) => (value?.state === 'not-known' ? value.missing.map(({ what }) => what) : [])),
  );
  return Object.fromEntries(
    [...new Set(lacked)].flatMap((what) => {
      const words = supplierOf(policy, what);
      return words ? [[what, words]] : [];
    }),
  );
}

function supplierOf(policy: Policy, what: string): Words | null {
  const at = what.indexOf(':');
  const id = what.slice(at + 1);
  switch (what.slice(0, at)) {
    case 'parameter':
      return byAuthority(policy, id);
    case 'form':
      return byEntry(policy, id.split('.')[0] ?? id);
    case 'rating':
      return byRating(policy, id);
    case 'calendar':
      return CALENDAR;
    case 'attribute':
      return REGISTER;
    default:
      return null;
  }
}

function byAuthority(policy: Policy, parameter: string): Words | null {
  if (!policy.parts.parameters.has(parameter)) return null;
  const { pack } = policy.parts.ruleOf('parameter', parameter);
  const found = policy.packs.find(({ id }) => id === pack);
  if (!found) return null;
  const { title, authority } = found;
  return {
    'zh-CN': `由${authority['zh-CN']}定下，写入制度包“${title['zh-CN']}”`,
    en: `to be laid down by: ${authority.en}, in the pack “${title.en}”`,
  };
}

function byEntry(policy: Policy, form: string): Words | null {
  const found = policy.forms.get(form);
  if (!found) return null;
  const { title, entered_by: roles } = found;
  return {
    'zh-CN': `由${roles.map((one) => roleWords[one][0]).join('或')}填报“${title['zh-CN']}”`,
    en: `to be entered as “${title.en}” by: ${roles.map((one) => roleWords[one][1].toLowerCase()).join(' or ')}`,
  };
}

function byRating(policy: Policy, rating: string): Words | null {
  const title = policy.ratings.get(rating)?.title;
  return title ? { 'zh-CN': `等“${title['zh-CN']}”的结果`, en: `waits for the results of “${title.en}”` } : null;
}

const CALENDAR: Words = {
  'zh-CN': '放假安排公布后，由县级工作人员更新制度包',
  en: 'a county officer updates the packs once the holidays of the year are announced',
};

const REGISTER: Words = {
  'zh-CN': '由县级工作人员在组织或人员名册中补登',
  en: 'to be added to the register of organisations or people by a county officer',
};
