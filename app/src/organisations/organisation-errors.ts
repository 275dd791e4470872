import { type ActionError, conflict, invalid, notFound } from '../platform/actions/action-error.ts';
import type { Organisation } from './organisation.ts';

/** What can stand in the way of an event, with the way out. */
export const organisationNotFound = (): ActionError => notFound({ 'zh-CN': '该组织', en: 'The organisation' });

export const futureDay = (on: string, today: string): ActionError =>
  invalid(
    'future-day',
    {
      'zh-CN': `“on”（${on}）晚于今天（${today}）。请在当天或之后登记已经发生的变更。`,
      en: `"on" (${on}) is after today (${today}). Record a change on its day or later, once it has happened.`,
    },
    [{ field: 'on', rule: 'future-day', words: { 'zh-CN': '不能晚于今天', en: 'may not be after today' } }],
  );

export const notAlive = (organisation: Organisation, on: string): ActionError =>
  conflict('not-alive', {
    'zh-CN': `“${organisation.name}”在 ${on} 并不存在（${span(organisation)}）。请检查日期，或选择当日存在的组织。`,
    en: `${organisation.name} does not exist on ${on} (${span(organisation)}). Check the day, or choose an organisation of that day.`,
  });

const span = ({ foundedOn, dissolvedOn }: Organisation): string => `${foundedOn} – ${dissolvedOn ?? ''}`;

export const outOfOrder = (name: string, since: string, on: string): ActionError =>
  conflict('out-of-order', {
    'zh-CN': `“${name}”在 ${since} 已登记过变更，不能再登记 ${on} 的变更。请用 ${since} 之后的日期。`,
    en: `${name} already changed on ${since}, so a change on ${on} would alter the past. Use a later day.`,
  });

export const tooShort = (name: string): ActionError =>
  conflict('too-short', {
    'zh-CN': `“${name}”至少要存续一天，不能在成立当日撤销或合并。`,
    en: `${name} has to live for a day at least; it cannot end on the day of its founding.`,
  });

export const cycle = (name: string, parent: string): ActionError =>
  conflict('cycle', {
    'zh-CN': `“${parent}”在“${name}”之下（或就是它），不能反过来成为其上级。请先调整“${parent}”的隶属关系。`,
    en: `${parent} stands below ${name} (or is it) and cannot become its parent. Move ${parent} first.`,
  });

export const orphans = (name: string, children: readonly string[]): ActionError =>
  conflict('orphans', {
    'zh-CN': `“${name}”还有下级组织（${shown(children, '、')}），撤销后它们将没有上级。请先调整隶属关系或撤销它们。`,
    en: `${name} still has organisations below it (${shown(children, ', ')}), which would be left without a parent. Move or dissolve them first.`,
  });

const shown = (names: readonly string[], separator: string): string =>
  names.slice(0, 5).join(separator) + (names.length > 5 ? ` … ${names.length}` : '');

export const rootStays = (name: string): ActionError =>
  conflict('root', {
    'zh-CN': `“${name}”是本辖区的最上级组织，不能调整隶属、合并或撤销。`,
    en: `${name} is the top of this jurisdiction; it cannot be moved, merged or dissolved.`,
  });

export const rootTaken = (name: string): ActionError =>
  conflict('root-taken', {
    'zh-CN': `本辖区已有最上级组织“${name}”。请填写“parent”，把新组织放在某个组织之下。`,
    en: `This jurisdiction already has its top, ${name}. Name a "parent" for the new organisation.`,
  });

export const alreadySo = (name: string): ActionError =>
  conflict('already-so', {
    'zh-CN': `“${name}”已经如此，没有需要登记的变更。`,
    en: `${name} is so already; there is nothing to record.`,
  });

export const codeTaken = (code: string, name: string): ActionError =>
  conflict('code-taken', {
    'zh-CN': `编码 ${code} 已属于“${name}”。请检查编码。`,
    en: `The code ${code} belongs to ${name} already. Check the code.`,
  });

export const otherContent = (): ActionError =>
  conflict('other-content', {
    'zh-CN': '该编号已用于另一项内容不同的登记。请为新的登记生成新的编号。',
    en: 'This id was used for a record with another content. Make a new id for a new record.',
  });

export const alreadySucceeds = (heir: string, predecessor: string): ActionError =>
  conflict('already-succeeds', {
    'zh-CN': `“${heir}”与“${predecessor}”的承继关系已经登记（或正好相反）。请核对是谁承继谁。`,
    en: `That ${heir} succeeds ${predecessor}, or the other way round, is recorded already. Check who succeeds whom.`,
  });

export const sharesTooMuch = (predecessor: string): ActionError =>
  conflict('shares', {
    'zh-CN': `“${predecessor}”已由其他组织承继一部分，合计不能超过 1。请核对各承继几成。`,
    en: `Others took over a part of ${predecessor}; together the shares may not exceed 1. Check the shares.`,
  });

export const notBelow = (name: string, child: string): ActionError =>
  conflict('not-below', {
    'zh-CN': `“${child}”不是“${name}”的直接下级，不能随其分设。`,
    en: `${child} does not stand directly below ${name} and cannot go with a part of it.`,
  });
