import { compile } from '@luoshi/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Ballot, type Township, township, worldOf } from './district-appraisal-world.ts';
import { packsFor } from './read-packs.ts';

const policy = compile([...packsFor('district-appraisal')]);
const near = (value: number): number => Math.round(value * 1e9) / 1e9;
const mean = (list: readonly number[]): number => list.reduce((sum, one) => sum + one, 0) / list.length;

/** What the text says, in plain numbers: the score of a township, and what is taken from it. */
function scoreOf(one: Township): number {
  const parts: [value: number, weight: number][] = [
    [mean(one.halfYear), 20],
    [one.yearEnd, 30],
    [median(one.villages.map((part) => part * 5)), 20],
    [reviewOf(one.papers), 20],
  ];
  const ballot = one.ballot && ballotOf(one.ballot);
  if (ballot !== null) parts.push([ballot, 10]);
  const weights = parts.reduce((sum, [, weight]) => sum + weight, 0);
  const base = parts.reduce((sum, [value, weight]) => sum + value * weight, 0) / weights;
  const live = one.notices.filter(({ withdrawn, lapsed }) => !withdrawn && !lapsed).map(({ matter }) => matter);
  const taken = Math.min(6, 2 * new Set(live).size) + Math.min(4, one.lateCorrections);
  return near(Math.min(100, Math.max(0, base - taken)));
}

function median(list: readonly number[]): number {
  const sorted = [...list].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[half] ?? 0) : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2;
}

/** Each group without its highest and lowest paper where more than two are there; a group without papers gives its share away. */
function reviewOf(papers: Township['papers']): number {
  const shares = [40, 20, 20, 20];
  const there = papers.flatMap((list, g): [number, number][] => {
    if (list.length === 0) return [];
    const kept = list.length > 2 ? [...list].sort((a, b) => a - b).slice(1, -1) : list;
    return [[mean(kept), shares[g] ?? 0]];
  });
  return (
    there.reduce((sum, [value, share]) => sum + value * share, 0) / there.reduce((sum, [, share]) => sum + share, 0)
  );
}

/** Good 1, fairly good 0.8, average 0.6, poor 0 of the valid papers; null when fewer than 66 % took part or none is valid. */
function ballotOf({ votes, blank, absent }: Ballot): number | null {
  const valid = votes.reduce((sum, one) => sum + one, 0);
  const entitled = valid + blank + absent + 1;
  if (valid === 0 || (valid + blank) / entitled < 0.66) return null;
  const [good, fair, average] = votes;
  return ((good + fair * 0.8 + average * 0.6) / valid) * 100;
}

const gradeOf = (score: number): string =>
  score >= 85 ? 'good' : score >= 75 ? 'fair' : score >= 60 ? 'average' : 'poor';

/** Of at least six, those whose place is among the last three; equals that reach over the border are all out. */
function lastOf(scores: readonly number[]): boolean[] {
  if (scores.length < 6) return scores.map(() => false);
  return scores.map((own) => scores.filter((other) => other <= own).length <= 3);
}

describe('the townships of a district, worked out from the text', () => {
  it('have the score, grade, place, review and proposal that the engine gives', () => {
    fc.assert(
      fc.property(fc.array(township, { minLength: 1, maxLength: 9 }), (townships) => {
        const { rated } = policy.rate(worldOf(townships), {
          rating: 'township-appraisal',
          period: '2026',
          asOf: '2027-01-20',
        });
        const scores = townships.map(scoreOf);
        const last = lastOf(scores);
        const wanted = townships.map(({ vacancy, reported }, i) => {
          const score = scores[i] ?? 0;
          return {
            score,
            grade: reported ? gradeOf(score) : 'not-applicable',
            place: 1 + scores.filter((other) => other > score).length,
            last: last[i],
            incomplete: vacancy !== null && vacancy.days > 90 && !vacancy.open,
          };
        });
        const found = townships.map((_, i) => {
          const row = rated.find(({ subject }) => subject.id === `t${i}`);
          const at = (step: string) => {
            const value = row?.steps.get(step);
            return value?.state === 'known' ? value.value : value?.state;
          };
          return {
            score: near(Number(at('score'))),
            grade: at('grade'),
            place: Number(at('place')),
            last: at('among_last'),
            incomplete: Number(at('teams_incomplete')) > 0,
          };
        });
        expect(found).toEqual(wanted);
      }),
      { numRuns: 80 },
    );
  });

  it('propose a talk for nobody who is only among the last', () => {
    fc.assert(
      fc.property(fc.array(township, { minLength: 6, maxLength: 8 }), (townships) => {
        const { rated } = policy.rate(worldOf(townships), {
          rating: 'township-appraisal',
          period: '2026',
          asOf: '2027-01-20',
        });
        for (const { steps, subject } of rated) {
          const at = (step: string) => {
            const value = steps.get(step);
            return value?.state === 'known' ? value.value : undefined;
          };
          const reason =
            (at('among_last') === true && (Number(at('score')) < 60 || Number(at('overdue')) > 0)) ||
            Number(at('teams_incomplete')) > 0;
          expect(at('talk_proposed'), subject.id).toBe(reason);
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe('the grading of organisations, worked out from the text', () => {
  it('calls weak exactly those under 60, and supports without a label those the tenth reaches above', () => {
    const points = fc.integer({ min: 40, max: 100 });
    fc.assert(
      fc.property(fc.array(points, { minLength: 1, maxLength: 40 }), (scores) => {
        const townships = worldOf([]);
        const { rated } = policy.rate(
          {
            ...townships,
            organisations: [
              ...townships.organisations,
              { id: 't', kind: 'township', name: 't', parent: 'd', from: '2020-01-01' },
              ...scores.map((_, i) => ({
                id: `v${i}`,
                kind: 'village',
                name: `v${i}`,
                parent: 't',
                from: '2020-01-01',
              })),
            ],
            facts: scores.map((score, i) => ({
              id: `g${i}`,
              form: 'grading-check',
              subject: { kind: 'organisation' as const, id: `v${i}` },
              date: '2026-11-20',
              data: { team: score, members: 0, systems: 0, service: 0, premises: 0, evidence: true },
              recordedOn: '2026-11-20',
              recordedAt: '2026-11-20T08:00:00Z',
              recordedBy: { account: 'a', name: '记录人' },
            })),
          },
          { rating: 'organisation-grading', period: '2026', asOf: '2027-01-20' },
        );
        const places = scores.length >= 20 ? Math.floor(scores.length * 0.1) : 0;
        const wanted = scores.map((score) => {
          const bottom = scores.filter((other) => other <= score).length <= places;
          return { listed: score < 60, supported: bottom && score >= 60 };
        });
        const found = scores.map((_, i) => {
          const steps = rated.find(({ subject }) => subject.id === `v${i}`)?.steps;
          const at = (step: string) => {
            const value = steps?.get(step);
            return value?.state === 'known' ? value.value : value?.state;
          };
          return { listed: at('listed'), supported: at('supported') };
        });
        expect(found).toEqual(wanted);
      }),
      { numRuns: 60 },
    );
  });
});
