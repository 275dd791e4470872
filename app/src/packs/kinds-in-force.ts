import type { Policy } from '@luoshi/engine';
import type { FieldError } from '../platform/actions/action-error.ts';
import type { ReadTx } from '../platform/database/transaction.ts';
import { readPackSpans } from './pack-reader.ts';
import { policyInForce } from './policy.ts';

/** The kinds the packs of today name; null before the first pack is in force, when anything may be founded. */
export async function findKinds(tx: ReadTx, jurisdiction: string, today: string): Promise<Policy | null> {
  const spans = await readPackSpans(tx, jurisdiction);
  const inForce = spans.some(({ from, to }) => from <= today && (to === null || to >= today));
  return inForce ? policyInForce(tx, jurisdiction, today) : null;
}

const says = (field: string, zh: string, en: string): FieldError => ({
  field,
  rule: 'kind',
  words: { 'zh-CN': zh, en },
});

const named = (kinds: Iterable<string>) => [...kinds].join('、');

/** Why an organisation of this kind cannot stand under one of that kind (null: at the top); undefined when it can. */
export function organisationProblem(kinds: Policy, kind: string, parentKind: string | null): FieldError | undefined {
  const found = kinds.organisationKinds.get(kind);
  if (!found) {
    const known = named(kinds.organisationKinds.keys());
    return says(
      'kind',
      `制度包里没有“${kind}”这类组织，现有：${known}`,
      `the packs name no kind "${kind}"; there are: ${known}`,
    );
  }
  if (parentKind === null || found.parents.includes(parentKind)) return undefined;
  const above = named(found.parents);
  return says(
    'parent',
    `“${found.title['zh-CN']}”的上级只能是：${above}，不能是 ${parentKind}`,
    `a ${kind} may stand under: ${above}; not under ${parentKind}`,
  );
}

/** Why the packs know no such office in an organisation of this kind; undefined when they do. */
export function postProblem(kinds: Policy, post: string, organisationKind: string): FieldError | undefined {
  const found = kinds.postKinds.get(post);
  if (!found) {
    const known = named(kinds.postKinds.keys());
    return says(
      'post',
      `制度包里没有“${post}”这个职务，现有：${known}`,
      `the packs name no post "${post}"; there are: ${known}`,
    );
  }
  if (found.of.includes(organisationKind)) return undefined;
  const of = named(found.of);
  return says(
    'post',
    `“${found.title['zh-CN']}”只设在：${of}，不设在 ${organisationKind}`,
    `the post ${post} exists in: ${of}; not in ${organisationKind}`,
  );
}

export interface PostingKinds {
  readonly kind: string;
  readonly level: string;
  readonly to: string;
  readonly sender: string;
}

/** Why nobody can be posted so; undefined when the packs allow it. */
export function postingProblem(kinds: Policy, posting: PostingKinds): FieldError | undefined {
  const found = kinds.postingKinds.get(posting.kind);
  if (!found) {
    const known = named(kinds.postingKinds.keys());
    return says(
      'kind',
      `制度包里没有“${posting.kind}”这类派驻，现有：${known}`,
      `the packs name no posting "${posting.kind}"; there are: ${known}`,
    );
  }
  const levels = found.levels.map((level) => level.id);
  const limits = [
    ['level', posting.level, levels, '选派层级', 'level'],
    ['organisation', posting.to, found.to, '派驻到', 'place'],
    ['sendingOrganisation', posting.sender, found.sent_by, '派出单位', 'sender'],
  ] as const;
  const broken = limits.find(([, value, allowed]) => !allowed.includes(value));
  if (!broken) return undefined;
  const [field, value, allowed, zh, en] = broken;
  const list = named(allowed);
  return says(
    field,
    `“${found.title['zh-CN']}”的${zh}只能是：${list}，不能是 ${value}`,
    `the ${en} of a ${posting.kind} may be: ${list}; not ${value}`,
  );
}
