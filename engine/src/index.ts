export { loadPack } from './pack/load.ts';
export type { LoadedPack, Pack, PackFile } from './pack/pack.ts';
export { packSchema } from './pack/sections.ts';
export { PolicyError, type Problem } from './problem.ts';
export { checkPacks } from './check/check.ts';
