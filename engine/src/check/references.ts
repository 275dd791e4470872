import { unknownName } from '../duty/problems.ts';
import { SHARE } from '../measure/types.ts';
import type { PartKind, Parts } from '../parts.ts';
import type { Finding } from '../problem.ts';

/** Kinds, posts and postings that name kinds; duties that name their group; parameters that name units. */
export function referenceProblems(kind: PartKind, id: string, parts: Parts): Finding[] {
  const kinds = parts.organisationKinds;
  const organisations = (ids: readonly string[] | undefined, at: string): Finding[] =>
    (ids ?? []).flatMap((one, i) => unknownName('organisation-kind', one, kinds, `${at}/${i}`));
  if (kind === 'organisation-kind') return organisations(kinds.get(id)?.parents, '/parents');
  if (kind === 'post-kind') return organisations(parts.postKinds.get(id)?.of, '/of');
  if (kind === 'posting-kind') {
    const posting = parts.postingKinds.get(id);
    return [...organisations(posting?.to, '/to'), ...organisations(posting?.sent_by, '/sent_by')];
  }
  const group = kind === 'obligation' ? parts.obligations.get(id)?.group : undefined;
  if (group !== undefined) return unknownName('duty-group', group, parts.dutyGroups, '/group');
  const unit = kind === 'parameter' ? parts.parameters.get(id)?.unit : undefined;
  return unit === undefined || unit === SHARE ? [] : unknownName('unit', unit, parts.units, '/unit');
}
