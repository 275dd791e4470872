export { applyPack } from './apply-pack.ts';
export { getPack } from './get-pack.ts';
export { findKinds, organisationProblem, postingProblem, postProblem } from './kinds-in-force.ts';
export { languageOption } from './language-option.ts';
export { listPacks } from './list-packs.ts';
export { loadSound } from './load-family.ts';
export { addPackCommands } from './pack-command.ts';
export { readPackFolder } from './pack-folder.ts';
export { packsInForce, policyInForce, policyOfVersions, policySpans } from './policy.ts';
