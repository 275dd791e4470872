export { applyPack } from './apply-pack.ts';
export { getPack } from './get-pack.ts';
export { listPacks } from './list-packs.ts';
export { type PolicySpan, policyInForce, policySpans } from './policy.ts';
