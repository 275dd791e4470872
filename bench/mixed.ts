/**
 * A scheme of what real schemes hold beside counts, rated by the engine and by a loop written for it alone: capped deductions, pass
 * or fail, shortfalls, awards by level with a cap a month, faults with a cap a quarter, a ledger whose points expire, a ballot,
 * scorers, nested weights, bands, places and a quota. Results are compared subject by subject before anything is timed.
 *
 * What the loop by hand leaves out: points out of range, entries without a kind, days after the 28th, an item that is not known,
 * explanations. Times as in `ratings`.
 *
 *   --villages=1000,20000
 */
import { compile } from '../engine/src/index.ts';
import { byHand } from './mixed/by-hand.ts';
import { ITEMS, mixedPack } from './mixed/pack.ts';
import { mixedWorld } from './mixed/world.ts';
import { sideBySide, tell } from './ratings/side-by-side.ts';

const given = process.argv.find((word) => word.startsWith('--villages='))?.slice('--villages='.length);
const policy = compile([mixedPack()]);
const sizes = (given ?? '1000,20000')
  .split(',')
  .map((villages) => sideBySide(policy, mixedWorld(Number(villages)), ITEMS, byHand));
console.error(`mixed: ${ITEMS} items a subject, equal to the loop written by hand (aim ≤ 3 ×)`);
for (const one of sizes) tell(one);
console.log(JSON.stringify({ mixed: { sizes } }));
