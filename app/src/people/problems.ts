import type { Words } from '@luoshi/engine';
import { type ActionError, conflict, invalid } from '../platform/actions/action-error.ts';

/** Everything that can be wrong with people, tenures and postings, said once. */

export const PERSON: Words = { 'zh-CN': '该人员', en: 'This person' };
export const ORGANISATION: Words = { 'zh-CN': '该组织', en: 'This organisation' };
export const SENDER: Words = { 'zh-CN': '该派出单位', en: 'This sending unit' };
export const TENURE: Words = { 'zh-CN': '该任职', en: 'This tenure' };
export const POSTING: Words = { 'zh-CN': '该派驻', en: 'This posting' };

/** One field that breaks one rule. */
export interface Problem {
  readonly field: string;
  readonly rule: string;
  readonly words: Words;
}

export const fieldProblem = (problem: Problem): ActionError => invalid(problem.rule, problem.words, [problem]);

export const noSuchDay = (field: string): Problem => ({
  field,
  rule: 'day',
  words: { 'zh-CN': '不是日历上的日期，应为 YYYY-MM-DD', en: 'is no day of the calendar; write YYYY-MM-DD' },
});

export const endBeforeStart = (field: string, from: string, to: string): Problem => ({
  field,
  rule: 'end-before-start',
  words: {
    'zh-CN': `最后一天 ${to} 早于开始日 ${from}，请检查两个日期`,
    en: `the last day ${to} lies before the first day ${from}; check both`,
  },
});

export const outsideLife = (field: string, name: string, from: string, to: string | null): Problem => ({
  field,
  rule: 'organisation-life',
  words: {
    'zh-CN': `“${name}”存在于 ${from} 至 ${to ?? '今'}，所填期间不在其内`,
    en: `"${name}" exists from ${from} to ${to ?? 'now'}; the days given lie outside`,
  },
});

export const overlap = (field: string, from: string, to: string | null): Problem => ({
  field,
  rule: 'overlap',
  words: {
    'zh-CN': `与 ${from} 至 ${to ?? '今'} 的同一任职（派驻）重叠，请先结束原来的`,
    en: `overlaps the same tenure or posting from ${from} to ${to ?? 'now'}; end that one first`,
  },
});

export const overlapConflict = (problem: Problem): ActionError => conflict(problem.rule, problem.words, [problem]);

export const alreadyEnded = (what: Words, to: string): ActionError =>
  conflict('already-ended', {
    'zh-CN': `${what['zh-CN']}已于 ${to} 结束。`,
    en: `${what.en} ended on ${to} already.`,
  });

export const otherContent = (what: Words): ActionError =>
  conflict('other-content', {
    'zh-CN': `这个编号已经属于另一条内容不同的记录，未作改动：${what['zh-CN']}。请用新编号提交。`,
    en: `This id already belongs to something with other content, which was not changed: ${what.en}. Send yours with a new id.`,
  });

export const malformedPhone = (field: string): Problem => ({
  field,
  rule: 'phone',
  words: {
    'zh-CN': '电话应为 11 位手机号，或带区号的固定电话',
    en: 'the phone must be a mobile number of 11 digits, or a landline with area code',
  },
});

export const idNumberTaken = (field: string): Problem => ({
  field,
  rule: 'id-number-taken',
  words: {
    'zh-CN': '该身份证号已登记在另一人名下，请核对，或使用已有人员',
    en: 'this ID number is recorded for another person; compare it, or use the person already there',
  },
});

export const secretInAttribute = (field: string): Problem => ({
  field,
  rule: 'secret-in-attribute',
  words: {
    'zh-CN': '身份证号和电话只能填在各自的专栏中，它们加密保存',
    en: 'ID numbers and phones belong into their own columns, where they are encrypted',
  },
});

export const outsideTheSystem = (field: string): Problem => ({
  field,
  rule: 'outside-the-system',
  words: {
    'zh-CN': '本系统不记录思想、言论、信仰、行踪和生物特征，请删去此项',
    en: 'opinions, speech, beliefs, whereabouts and biometrics are not recorded here; leave this out',
  },
});
