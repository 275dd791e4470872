import { unknownName } from '../duty/problems.ts';
import type { PartKind, Parts } from '../parts.ts';
import type { Finding } from '../problem.ts';

/** Kinds, posts and postings that name kinds; parameters that name units. */
export function referenceProblems(kind: PartKind, id: string, parts: Parts): Finding[] {
  const kinds = parts.organisationKinds;
  const organisations = (ids: readonly string[] | undefined, at: string): Finding[] =>
    (ids ?? []).flatMap((one, i) => unknownName('organisation-kind', one, kinds, `${at}/${i}`));
  switch (kind) {
    case 'organisation-kind':
      return organisations(kinds.get(id)?.parents, '/parents');
    case 'post-kind':
      return organisations(parts.postKinds.get(id)?.of, '/of');
    case 'posting-kind': {
      const posting = parts.postingKinds.get(id);
      return [...organisations(posting?.to, '/to'), ...organisations(posting?.sent_by, '/sent_by')];
    }
    case 'parameter': {
      const unit = parts.parameters.get(id)?.unit;
      return unit === undefined ? [] : unknownName('unit', unit, parts.units, '/unit');
    }
    default:
      return [];
  }
}
