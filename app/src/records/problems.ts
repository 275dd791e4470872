import type { Field, FieldProblem, Form, Words } from '@luoshi/engine';
import { type ActionError, conflict, invalid, notFound, refused } from '../platform/actions/action-error.ts';

/** Everything that can be wrong with an entry, said once. */

export const ENTRY: Words = { 'zh-CN': '该记录', en: 'This record' };
export const SUBJECT: Words = { 'zh-CN': '填报对象', en: 'The subject' };

export const unknownForm = (id: string): ActionError =>
  notFound({ 'zh-CN': `现行制度中的表单“${id}”`, en: `The form "${id}" among the rules in force` });

export const mayNotEnter = (form: Form): ActionError =>
  refused('form-role', {
    'zh-CN': `您的角色不填报“${form.title['zh-CN']}”。本表由制度规定的人员填报。`,
    en: `Your role does not enter "${form.title.en}"; the rules name others for it.`,
  });

export const wrongSubject = (form: Form): ActionError =>
  fieldProblem('subject', 'subject-kind', {
    'zh-CN': `“${form.title['zh-CN']}”不是填报这类对象的。请换一个对象，或换一张表。`,
    en: `"${form.title.en}" is not about subjects of this kind. Choose another subject or another form.`,
  });

export const notAliveOn = (form: Form, day: string, from: string | null, to: string | null): ActionError =>
  fieldProblem(form.date, 'subject-life', {
    'zh-CN': `${day} 不在该对象的起止日期内（${from ?? '…'} 至 ${to ?? '今'}）。请检查日期，或选择当时在任的对象。`,
    en: `${day} lies outside the subject's time (${from ?? '…'} to ${to ?? 'now'}). Check the date, or choose who was there then.`,
  });

export const namedOutOfReach = ({ id, title }: Pick<Field, 'id' | 'title'>, count: number): FieldProblem => ({
  field: id,
  rule: 'named-reach',
  words: {
    'zh-CN': `“${title['zh-CN']}”中有 ${count} 个没有找到、不属于这一类，或不在您的管理范围内。请重新从名册中选；涉及范围外的，请由上级填报。`,
    en: `"${title.en}": ${count} were not found, are of another kind or lie outside your scope. Choose again from the register; what concerns others is entered by the level above.`,
  },
});

export const namedNotAlive = ({ id, title }: Pick<Field, 'id' | 'title'>, name: string): FieldProblem => ({
  field: id,
  rule: 'named-life',
  words: {
    'zh-CN': `“${title['zh-CN']}”中的“${name}”当日不存在或不在任。请检查日期，或去掉它。`,
    en: `"${title.en}": "${name}" was not there on that day. Check the date, or leave it out.`,
  },
});

export const noDate = (form: Form): ActionError =>
  fieldProblem(form.date, 'required', {
    'zh-CN': '必须写明事情发生的日期。',
    en: 'Say on which day it happened.',
  });

export const missingFile = (field: string): ActionError =>
  fieldProblem(field, 'file', {
    'zh-CN': '附件尚未上传，或不是您上传的。请先上传附件再提交。',
    en: 'The attachment has not been uploaded, or not by you. Upload it first.',
  });

export function otherContent(what: readonly string[]): ActionError {
  return conflict(
    'other-content',
    {
      'zh-CN': `这个编号已经用于另一条记录，内容不同：${what.join('、')}。原记录没有改动；请用新编号提交。`,
      en: `This id already belongs to a record with other content: ${what.join(', ')}. It was not changed; send yours with a new id.`,
    },
    what.map((field) => ({
      field,
      rule: 'other-content',
      words: { 'zh-CN': `“${field}”与已有记录不同`, en: `"${field}" differs from the recorded one` },
    })),
  );
}

export const alreadyReplaced = (): ActionError =>
  conflict('already-replaced', {
    'zh-CN': '该记录已被更正或撤回。请打开最新的一条再更正。',
    en: 'This record was corrected or withdrawn already. Open the newest one and correct that.',
  });

export const alreadyConfirmed = (): ActionError =>
  conflict('already-confirmed', {
    'zh-CN': '该记录已经有人核实过，不能重复核实。',
    en: 'Somebody has given their word on this record already.',
  });

export const nothingToConfirm = (form: Form): ActionError =>
  conflict('no-confirmation', {
    'zh-CN': `“${form.title['zh-CN']}”不需要核实。`,
    en: `"${form.title.en}" needs no confirmation.`,
  });

export const ownEntry = (): ActionError =>
  refused('own-entry', {
    'zh-CN': '自己填报的、或关于自己的记录，须由他人核实。',
    en: 'What you recorded yourself, or what is about you, must be confirmed by somebody else.',
  });

export const mayNotConfirm = ({ title }: Form, who: Words): ActionError =>
  refused('confirming-role', {
    'zh-CN': `“${title['zh-CN']}”由${who['zh-CN']}核实，须用管这个对象的该单位的账号。`,
    en: `"${title.en}" is confirmed by ${who.en}: by an account of the one that has this subject in its charge.`,
  });

export const reasonNeeded = (): ActionError =>
  fieldProblem('reason', 'required', {
    'zh-CN': '不予核实时必须写明理由，让填报人知道怎样更正。',
    en: 'Say why you cannot confirm it, so that the recorder knows what to correct.',
  });

export const fieldProblem = (field: string, rule: string, words: Words): ActionError =>
  invalid('invalid-entry', words, [{ field, rule, words }]);
