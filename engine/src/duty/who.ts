import { whoHolders } from '../constructs/who-holders.ts';
import { whoMembers } from '../constructs/who-members.ts';
import { whoOrganisations } from '../constructs/who-organisations.ts';
import { whoPersonsPosted } from '../constructs/who-persons-posted.ts';
import { whoPostings } from '../constructs/who-postings.ts';
import type { Finding } from '../problem.ts';
import type { Who } from '../schema/obligation.ts';
import type { WorldIndex } from '../world-index.ts';
import type { DutySubject, WhoConstruct, WhoContext, WhoRun } from './types.ts';

/** What is wrong with a choice of subjects. */
export function checkWho(who: Who, at: string, context: WhoContext): readonly Finding[] {
  return recognised(who).check(at, context);
}

/** Who is chosen depends on the world alone: it is worked out once per world. */
export function whoRun(who: Who, context: WhoContext): WhoRun {
  const run = recognised(who).compile(context);
  const kept = new WeakMap<WorldIndex, readonly DutySubject[]>();
  const subjects = (index: WorldIndex): readonly DutySubject[] => {
    const found = kept.get(index) ?? run.subjects(index);
    kept.set(index, found);
    return found;
  };
  return { ...run, subjects };
}

/** A construct with the part it was recognised in, so that both fit each other's types. */
interface Recognised {
  readonly compile: (context: WhoContext) => WhoRun;
  readonly check: (at: string, context: WhoContext) => readonly Finding[];
}

const paired = <Part>(construct: WhoConstruct<Part>, part: Part): Recognised => ({
  compile: (context) => construct.compile(part, context),
  check: (at, context) => construct.check(part, at, context),
});

function recognised(who: Who): Recognised {
  if ('organisations' in who) return paired(whoOrganisations, who);
  if ('postings' in who) return paired(whoPostings, who);
  if ('persons_posted' in who) return paired(whoPersonsPosted, who);
  return 'holders' in who ? paired(whoHolders, who) : paired(whoMembers, who);
}
