import { type Form, type Policy, validateEntry } from '@luoshi/engine';
import { narrowTo, type Role, type Scope } from '../platform/access/scope.ts';
import { invalid } from '../platform/actions/action-error.ts';
import type { EntryContent } from './content-hash.ts';
import { mayNotEnter, noDate, notAliveOn, unknownForm, wrongSubject } from './problems.ts';
import { existsOn, type Subject, takesSubject } from './subject.ts';

/** @throws ActionError `not-found` when no rule in force has such a form. */
export function getForm(policy: Policy, id: string): Form {
  const form = policy.forms.get(id);
  if (!form) throw unknownForm(id);
  return form;
}

export const mayEnter = (form: Form, scope: Scope): boolean =>
  (form.entered_by as readonly Role[]).some((role) => scope.roles.includes(role));

/** The scope as far as the roles reach that enter this form. */
export const enteringScope = (form: Form, scope: Scope): Scope => narrowTo(scope, form.entered_by as readonly Role[]);

/** @throws ActionError `refused` unless the caller's role enters this form. */
export function assertMayEnter(form: Form, scope: Scope): void {
  if (!mayEnter(form, scope)) throw mayNotEnter(form);
}

/**
 * The day on which it happened, once everything about the entry itself is in order.
 * @throws ActionError `invalid`, naming fields, rules and the way out.
 */
export function checkEntry(form: Form, content: EntryContent, subject: Subject, today: string): string {
  if (!takesSubject(form.subject, subject)) throw wrongSubject(form);
  const problems = validateEntry(form, content.data, { today });
  if (problems.length > 0) {
    throw invalid(
      'invalid-entry',
      {
        'zh-CN': `有 ${problems.length} 处需要修改：${problems.map((p) => p.words['zh-CN']).join('；')}`,
        en: `${problems.length} thing(s) to mend: ${problems.map((p) => p.words.en).join('; ')}`,
      },
      problems,
    );
  }
  const happenedOn = content.data[form.date];
  if (typeof happenedOn !== 'string') throw noDate(form);
  if (!existsOn(subject, happenedOn)) throw notAliveOn(form, happenedOn, subject.from, subject.to);
  return happenedOn;
}

/** Which versions of which rules an entry was made under: the pack hashes, shortened, in order. */
export const policyStamp = (policy: Policy): string =>
  policy.packs
    .map(({ id, hash }) => `${id}:${hash.slice(0, 16)}`)
    .sort()
    .join(' ');
