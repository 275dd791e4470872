import type { Words } from '@luoshi/engine';
import { type ActionError, conflict, invalid, refused } from '../platform/actions/action-error.ts';

/** Everything that can be wrong with accounts and grants, said once. */

export const ACCOUNT: Words = { 'zh-CN': '该账号', en: 'This account' };
export const GRANT: Words = { 'zh-CN': '该授权', en: 'This grant' };
export const ORGANISATION: Words = { 'zh-CN': '该组织', en: 'This organisation' };
export const PERSON: Words = { 'zh-CN': '该人员', en: 'This person' };

export const fieldProblem = (field: string, rule: string, words: Words): ActionError =>
  invalid(rule, words, [{ field, rule, words }]);

export const weakPassword = (field: string, words: Words): ActionError => fieldProblem(field, 'weak-password', words);

export const USERNAME_RULE: Words = {
  'zh-CN': '用户名为 2 至 40 个字母、汉字、数字或 . _ -，以字母、汉字或数字开头',
  en: 'a user name has 2 to 40 letters, digits or . _ -, and begins with a letter or digit',
};

export const usernameTaken = (): ActionError =>
  conflict('username-taken', {
    'zh-CN': '该用户名已被使用，请换一个。',
    en: 'This user name is taken; choose another one.',
  });

export const otherContent = (): ActionError =>
  conflict('other-content', {
    'zh-CN': '这个编号已用于内容不同的账号或授权，未作改动。请用新编号提交。',
    en: 'This id belongs to an account or grant with other content, which was not changed. Send yours with a new id.',
  });

export const ownAccount = (): ActionError =>
  refused('own-account', {
    'zh-CN': '不能更改自己的授权或关闭自己的账号，请由另一名管理员办理。',
    en: 'Nobody changes their own grants or closes their own account; ask another administrator.',
  });

export const accountClosed = (): ActionError =>
  conflict('account-closed', {
    'zh-CN': '该账号已关闭，请开设新账号。',
    en: 'This account is closed; open a new one.',
  });

export const ORGANISATION_NEEDED: Words = {
  'zh-CN': '该角色须指定组织：它能看到该组织及其下级',
  en: 'this role needs an organisation: it sees that one and what lies below',
};

export const NO_ORGANISATION: Words = {
  'zh-CN': '该角色不指定组织：管理员不看业务数据，第一书记的范围随其派驻',
  en: 'this role takes no organisation: administrators see no records, first secretaries what their postings give',
};

export const PERSON_NEEDED: Words = {
  'zh-CN': '第一书记的账号须关联人员，其范围随该人员的派驻',
  en: 'the account of a first secretary must name a person; its scope follows that person’s postings',
};

export const WRONG_PASSWORD: Words = { 'zh-CN': '当前密码不正确', en: 'the current password is wrong' };

export const END_BEFORE_START: Words = {
  'zh-CN': '最后一天早于第一天，请检查两个日期',
  en: 'the last day lies before the first; check both',
};
