import { present } from '../../duty/binding.ts';
import type { Parts } from '../../parts.ts';
import type { Form } from '../../schema/form.ts';
import type { Who } from '../../schema/obligation.ts';
import type { ScorerGroup } from '../../schema/rating/scorers.ts';
import { say } from '../../words.ts';
import type { StepChecker } from '../types.ts';

type Role = Form['entered_by'][number];

const BY_LEVEL: Readonly<Record<number, Role>> = { 3: 'county-officer', 4: 'township-officer', 5: 'village-clerk' };

/** Roles that act for the subjects themselves. */
function ownRoles(of: Who, parts: Parts): readonly Role[] {
  if ('postings' in of || 'persons_posted' in of) return ['first-secretary'];
  const kinds = 'organisations' in of ? of.organisations : 'holders' in of ? of.of : of.members;
  return present(kinds, parts.organisationKinds).flatMap(({ level }) => BY_LEVEL[level] ?? []);
}

/** Papers of everybody but the subject: townships that rate one another. */
const NOT_OWN = /data\.\w+\s*!=\s*subject\.(id|name)\b|subject\.(id|name)\s*!=\s*data\.\w+/;

/** A group that is the subject itself must be declared as its scoring of itself. */
export function guardSelfScoring(group: ScorerGroup, at: string, { parts, rating, add }: StepChecker): boolean {
  if (group.self_score) return true;
  const { where = '', form } = group.papers;
  const named = /data\.\w+\s*==\s*subject\.(id|name)\b|subject\.(id|name)\s*==\s*data\.\w+/.test(where);
  const own = ownRoles(rating.of, parts);
  const entered = parts.forms.get(form)?.entered_by ?? [];
  const onlyOwn = entered.length > 0 && own.length > 0 && entered.every((role) => own.includes(role));
  if (!named && (!onlyOwn || NOT_OWN.test(where))) return true;
  add({
    code: 'self-scoring',
    at,
    words: say(
      `“${group.title['zh-CN']}”由被评对象自己填报：自己给自己打分`,
      `“${group.title.en}” is entered by the subject itself: it would score itself`,
    ),
    wayOut: say(
      '让他人填报（表单的 entered_by）；互评的写 where: data.评分人 != subject.id；自评的写 self_score: true',
      'Let others enter it (entered_by of the form); where they rate one another write where: data.rater != subject.id; declare a scoring of itself with self_score: true',
    ),
  });
  return false;
}
