/** A place for which sets are read, and who is around it. */
import type { Organisation, SubjectRef, World } from '../../src/facts.ts';
import type { Words } from '../../src/value.ts';

export interface Place {
  readonly world: World;
  readonly subject: SubjectRef;
  readonly organisation: string;
  readonly start: string;
  readonly end: string;
  readonly before: readonly [string, string] | null;
  readonly yearBefore: readonly [string, string] | null;
  readonly asOf: string;
}

export const title = (form: string): Words =>
  ({ check: { 'zh-CN': '检查', en: 'check' }, note: { 'zh-CN': '笔记', en: 'note' } })[form] ?? {
    'zh-CN': '走访',
    en: 'visit',
  };

export const below = ({ organisations }: World, id: string): Organisation[] =>
  organisations.filter((one) => {
    for (let at: Organisation | undefined = one; at; at = organisations.find((up) => up.id === at?.parent))
      if (at.id === id) return true;
    return false;
  });

/** Who belongs where and when: by the history of memberships, or by the person's own record when there is none. */
export const belongings = ({ persons, memberships = [] }: World) =>
  persons.flatMap((person) => {
    const own = memberships.filter((one) => one.person === person.id);
    if (own.length > 0)
      return own.map(({ organisation, from, to }) => ({ person, organisation, from, to, dated: true }));
    const { memberOf: organisation, memberSince: from } = person;
    return organisation === undefined ? [] : [{ person, organisation, from, to: undefined, dated: false }];
  });
