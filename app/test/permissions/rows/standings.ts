import { PACK } from '../pack.ts';
import type { Row } from '../row.ts';

const PERIOD = '2026-09';
const about = (posting: string) => ({
  obligation: 'village-days',
  period: PERIOD,
  subjectKind: 'posting',
  subject: posting,
});

const history = (subject: string) => ({ rating: 'village-year', subjectKind: 'organisation', subject });
const rated = (village: string) => ({ ...history(village), period: '2026' });

/** A published result that shows one village alone. */
const run = {
  inside: async (at, make) => ({ id: await make.run(at.village) }),
  outside: async (away, make) => ({ id: await make.run(away.village) }),
  beyond: ['sending-unit'],
} satisfies Row;

export const standingRows = {
  'packs.list': { inside: () => ({}) },
  'packs.get': { inside: () => ({ hash: 'none' }), outside: () => ({ hash: 'none' }) },
  'packs.apply': { inside: () => ({ files: PACK, from: '2026-09-15' }) },
  'obligations.board': {
    inside: () => ({}),
    outside: (away) => ({ township: away.township }),
    answers: 'nothing',
  },
  'obligations.board-rows': {
    inside: (at) => ({ organisations: [at.village] }),
    outside: (away) => ({ organisations: [away.village] }),
    answers: 'nothing',
  },
  'obligations.standings': {
    inside: (at) => ({ organisation: at.organisation }),
    outside: (away) => ({ organisation: away.organisation }),
  },
  'obligations.explain': { inside: (at) => about(at.posting), outside: (away) => about(away.posting) },
  'obligations.mine': { inside: () => ({}) },
  'obligations.history': {
    inside: (at) => ({ organisation: at.organisation }),
    outside: (away) => ({ organisation: away.organisation }),
    answers: 'nothing',
    empty: { months: [] },
  },
  'obligations.people': {
    inside: (at) => ({ organisation: at.organisation }),
    outside: (away) => ({ organisation: away.organisation }),
  },
  'obligations.staffing': {
    inside: (at) => ({ organisation: at.organisation }),
    outside: (away) => ({ organisation: away.organisation }),
  },
  'obligations.foresee': {
    inside: (at) => mergerInto(at.village, at.organisation),
    outside: (away) => mergerInto(away.village, away.organisation),
  },
  'obligations.summary': {
    inside: (at) => ({ organisation: at.organisation }),
    outside: (away) => ({ organisation: away.organisation }),
    // Whole subtrees are for those who hold them.
    beyond: ['first-secretary'],
  },
  'obligations.verify': { inside: () => ({}) },
  'measures.list': { inside: () => ({}) },
  'measures.values': {
    inside: (at) => ({ organisation: at.organisation, period: PERIOD }),
    outside: (away) => ({ organisation: away.organisation, period: PERIOD }),
  },
  'measures.explain': {
    inside: (at) => ({ measure: 'village-days-done', organisation: at.village, period: PERIOD }),
    outside: (away) => ({ measure: 'village-days-done', organisation: away.village, period: PERIOD }),
    // A unit sees the postings it sent, not the villages they are in.
    beyond: ['sending-unit'],
  },
  'ratings.list': { inside: () => ({}) },
  'ratings.read': {
    inside: () => ({ rating: 'village-year', period: '2026' }),
    outside: (away) => ({ rating: 'village-year', period: '2026', organisation: away.organisation }),
  },
  'ratings.explain': {
    inside: (at) => rated(at.village),
    outside: (away) => rated(away.village),
    // A unit sees the postings it sent, not the villages they are in.
    beyond: ['sending-unit'],
  },
  'ratings.history': {
    inside: (at) => history(at.village),
    outside: (away) => history(away.village),
    beyond: ['sending-unit'],
  },
  'ratings.simulate': {
    inside: () => ({ rating: 'village-year', period: '2026', set: ['scheme.meeting-marks=12'] }),
    outside: () => ({ rating: 'village-year', period: '2026', set: ['scheme.meeting-marks=12'] }),
    answers: 'nothing',
  },
  'ratings.publish': { inside: (_, make) => ({ id: make.id(), rating: 'village-month', period: '2026-08' }) },
  'ratings.runs': { inside: () => ({}), outside: () => ({ rating: 'village-month' }), answers: 'nothing' },
  'ratings.run': run,
  'ratings.recompute': { inside: run.inside, outside: run.outside },
} satisfies Record<string, Row>;

const mergerInto = (into: string, ending: string) => ({
  on: '2026-09-01',
  ends: [ending],
  heirs: [{ organisation: into, of: [{ organisation: ending }] }],
});
