import fc from 'fast-check';
import { beforeAll, expect, test, vi } from 'vitest';
import { examplePackFiles } from '../../src/example-pack.ts';
import type { World } from '../../src/facts.ts';
import { compile, loadPack, type Policy } from '../../src/index.ts';
import {
  type AnyVisit,
  asOfDays,
  duties,
  leaveFact,
  leaves,
  partsAround,
  subjectDays,
  visitFact,
  visits,
} from './any-duty.ts';
import { dayOf, textOf } from './days.ts';
import { type PlainEntry, plainStandings } from './standings.ts';

vi.setConfig({ testTimeout: 120_000 });

const FROM = '2026-05-01';
const all = duties(160, 20261126);
let policy: Policy;
beforeAll(() => {
  const { pack, problems } = loadPack(examplePackFiles(partsAround(all)));
  if (!pack) throw new Error(JSON.stringify(problems));
  policy = compile([pack]);
});

const worldOf = (bound: { from: number; to: number | null }, facts: World['facts']): World => ({
  organisations: [{ id: 'v', kind: 'village', name: 'v', parent: null, from: '2000-01-01' }],
  persons: [{ id: 'm', name: 'm' }],
  postings: [
    {
      id: 'p',
      kind: 'first-secretary',
      organisation: 'v',
      person: 'm',
      sendingOrganisation: 'u',
      level: 'county',
      from: textOf(bound.from),
      ...(bound.to === null ? {} : { to: textOf(bound.to) }),
    },
  ],
  tenures: [],
  facts,
});

/** What a duty takes of the visits known on a day. */
function entriesOf(
  made: readonly AnyVisit[],
  { where, confirmed }: { where?: string; confirmed?: boolean },
  asOf: number,
): PlainEntry[] {
  return made
    .filter(({ day, delay, kind, rejected, confirmedAfter, endedAfter }) => {
      const recorded = day + delay;
      const isRejected = rejected && confirmedAfter !== null && recorded + confirmedAfter <= asOf;
      const isEnded = endedAfter !== null && recorded + endedAfter <= asOf;
      return recorded <= asOf && !isRejected && !isEnded && (where === undefined || kind === 'study');
    })
    .map(({ day, delay, half, confirmedAfter }) => ({
      day,
      recorded: day + delay,
      halves: half ? 1 : 2,
      waiting: confirmed === true && (confirmedAfter === null || day + delay + confirmedAfter > asOf),
    }))
    .sort((a, b) => a.day - b.day || a.recorded - b.recorded);
}

const GROUP = 20;
const groups = Array.from({ length: all.length / GROUP }, (_, i) => i * GROUP);

test.each(groups)('duties from %i on stand as worked out by hand, period by period', (first) => {
  const group = all.slice(first, first + GROUP);
  fc.assert(
    fc.property(visits, leaves, subjectDays, asOfDays, (made, away, bound, asOf) => {
      const world = worldOf(bound, [...made.map(visitFact), ...away.map(leaveFact)]);
      const obligations = group.map(({ id }) => id);
      const rows = policy.evaluate(world, { asOf: textOf(asOf), from: FROM, obligations });
      for (const duty of group) {
        const own = rows.filter(({ obligation }) => obligation === duty.id);
        const shown = own.map(({ period, light, done, need, due, changesOn, awaiting }) => [
          period.key,
          `${light}, ${done}/${need ?? '–'}, ${period.start}–${period.end}, due ${due}, turns ${changesOn ?? 'never'}, waiting ${awaiting}`,
        ]);
        const subject = {
          ...bound,
          entries: entriesOf(made, duty.counts[0] ?? {}, asOf),
          leaves: away
            .filter(({ first, delay }) => first + delay <= asOf)
            .map(({ first, length }) => ({ first, last: first + length })),
        };
        const plain = plainStandings(duty, subject, asOf, dayOf(FROM));
        expect(Object.fromEntries(shown), JSON.stringify(duty)).toEqual(Object.fromEntries(plain));
      }
    }),
    { numRuns: 30, seed: first, endOnFailure: true },
  );
});
