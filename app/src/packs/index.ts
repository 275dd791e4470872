export { applyPack } from './apply-pack.ts';
export { getPack } from './get-pack.ts';
export { findKinds, organisationProblem, postingProblem, postProblem } from './kinds-in-force.ts';
export { listPacks } from './list-packs.ts';
export { addPackCommands } from './pack-command.ts';
export { readPackFolder } from './pack-folder.ts';
export { policyInForce, policySpans } from './policy.ts';
