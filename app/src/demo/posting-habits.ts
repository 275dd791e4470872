import { codeOf, type Habit, yuan } from './habit.ts';
import { DEEDS } from './phrases.ts';

/** What first secretaries and teams write down besides their days. */
export const POSTING_HABITS: Readonly<Record<string, Habit>> = {
  contact: {
    when: 'start',
    share: 0.97,
    times: [2, 2],
    answers: (about) => ({
      class: about.n === 0 ? 'old_member' : 'poor_household',
      code: codeOf(about.n === 0 ? 'D' : 'P', about),
      consent: true,
    }),
  },
  'household-plan': {
    when: 'start',
    share: 0.7,
    answers: (about) => ({ code: codeOf('P', about), consent: true, measures_done: about.luck.whole(0, 3) }),
  },
  'vulnerable-visit': {
    every: 'month',
    share: 0.9,
    times: [3, 6],
    answers: (about) => ({ code: codeOf('G', about), consent: true }),
  },
  handover: {
    when: 'end',
    share: 1.4,
    answers: ({ luck }) => {
      const open = luck.whole(2, 9);
      return {
        open_matters: open,
        matters_taken_over: luck.holds(0.8) ? open : open - 1,
        files_handed_over: true,
        contacts_handed_over: luck.holds(0.9),
      };
    },
  },
  induction: { when: 'start', share: 0.95 },
  deed: {
    every: 'month',
    share: 0.85,
    times: [1, 3],
    answers: ({ luck }) => ({
      what: luck.pick(DEEDS),
      size: luck.weighted([
        ['small', 5],
        ['medium', 4],
        ['hard', 1],
      ]),
      beneficiaries: luck.holds(0.85) ? ['residents'] : ['residents', 'village_organisation'],
      people: luck.weighted([
        [1, 2],
        [12, 3],
        [60, 3],
        [280, 2],
      ]),
    }),
  },
  'head-visit': { every: 'month', share: 0.5, answers: ({ luck }) => ({ matters_solved: luck.whole(0, 3) }) },
  'unit-support': {
    every: 'quarter',
    share: 0.95,
    times: [1, 3],
    answers: ({ luck, n }) => {
      const kind = n === 0 ? 'care' : luck.pick(['planning', 'activity', 'resources']);
      return { kind, ...(kind === 'resources' ? { resource_value: yuan(luck, 60_000) } : {}) };
    },
  },
  'village-strategy': {
    every: 'once',
    share: 0.75,
    answers: ({ luck }) => ({ version: luck.whole(1, 3), unit_helped: luck.holds(0.85) }),
  },
  'team-analysis': { when: 'start', share: 0.9, answers: ({ luck }) => ({ posts_analysed: luck.whole(4, 7) }) },
  'secretary-support': { every: 'month', share: 0.6 },
};
