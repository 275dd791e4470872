import { type About, codeOf, type Habit, households, yuan } from './habit.ts';
import { SITES } from './phrases.ts';

const attended = ({ scene, luck, organisation }: About) => {
  const expected = scene.members(organisation);
  return { expected, attended: Math.round(expected * (0.6 + 0.38 * luck.next())) };
};

function profile(about: About) {
  const { scene, luck, organisation } = about;
  const members = scene.members(organisation);
  return {
    households: households(about),
    population: Math.round(households(about) * (3 + luck.next())),
    members,
    no_post_members: Math.round(members * (0.75 + 0.15 * luck.next())),
    members_senior_school: Math.round(members * (0.2 + 0.3 * luck.next())),
    members_leading_income: Math.round(members * 0.2 * luck.next()),
    collective_income: yuan(luck, 400_000),
    arable_land: Math.round(households(about) * (4 + 3 * luck.next())),
    hardened_road: Math.round(luck.next() * 80) / 10,
  };
}

function review(about: About) {
  const due = about.scene.members(about.organisation);
  const excellent = Math.floor(due / 5);
  const basic = about.luck.whole(0, 2);
  return {
    members_due: due,
    excellent,
    qualified: due - excellent - basic,
    basically_qualified: basic,
    unqualified: 0,
  };
}

/** What villages, townships and units write down besides their meetings. */
export const VILLAGE_HABITS: Readonly<Record<string, Habit>> = {
  'organisational-life-meeting': {
    every: 'once',
    share: 0.1,
    others: 0.1,
    answers: (about) => ({ ...attended(about), self_review_held: true, measures_agreed: about.luck.whole(1, 6) }),
  },
  'member-review': { every: 'once', share: 0.1, others: 0.1, answers: review },
  'heart-to-heart': {
    every: 'once',
    share: 0.35,
    others: 0.3,
    answers: ({ scene, luck, organisation }) => {
      const members = scene.members(organisation);
      return { members, members_reached: luck.holds(0.8) ? members : members - luck.whole(1, 5) };
    },
  },
  'village-profile': { every: 'once', share: 0.9, others: 0.25, answers: profile },
  'village-survey': {
    every: 'quarter',
    share: 0.75,
    others: 0.03,
    answers: (about) => ({ households_visited: Math.max(5, Math.round(households(about) * about.luck.next() * 0.8)) }),
  },
  'five-haves-check': {
    every: 'once',
    share: 0.85,
    others: 0.1,
    answers: () => ({ evidence: '乡镇现场核查，台账与现场相符' }),
  },
  'infrastructure-gap': {
    every: 'once',
    share: 0.8,
    others: 0.1,
    answers: ({ luck }) => ({ lacking: luck.some(['road', 'water', 'gas', 'heating', 'sewage'], luck.whole(0, 3)) }),
  },
  'premises-state': {
    every: 'quarter',
    share: 0.5,
    others: 0.12,
    answers: ({ luck }) => ({
      state: luck.weighted([
        ['planned', 1],
        ['building', 3],
        ['accepted', 2],
        ['in_use', 8],
      ]),
      defects_open: luck.weighted([
        [0, 6],
        [1, 2],
        [3, 1],
      ]),
    }),
  },
  'rectification-check': {
    every: 'once',
    share: 0.12,
    others: 0.02,
    answers: () => ({ facts: '乡镇核查记录和村级台账' }),
  },
  'collective-path': {
    every: 'once',
    share: 0.7,
    others: 0.05,
    answers: ({ luck }) => {
      const investment = yuan(luck, 800_000);
      const expected = Math.round(investment * (0.08 + 0.1 * luck.next()));
      return {
        investment,
        expected_income: expected,
        ...(luck.holds(0.5) ? { actual_income: Math.round(expected * (0.4 + 0.8 * luck.next())) } : {}),
      };
    },
  },
  'land-parcel': {
    every: 'once',
    share: 0.7,
    others: 0.08,
    times: [1, 4],
    answers: (about) => {
      const arrears = about.luck.holds(0.3) ? yuan(about.luck, 30_000) : 0;
      return {
        number: `${about.scene.village(about.organisation).name}${about.n + 1}号地`,
        area: Math.round(about.luck.next() * 600) / 10,
        rent_per_mu: about.luck.whole(4, 11) * 100,
        arrears,
        collected: about.luck.holds(0.6) ? arrears : Math.round(arrears / 2),
        disputed: about.luck.holds(0.06),
      };
    },
  },
  'land-audit': {
    every: 'once',
    share: 0.7,
    others: 0.08,
    answers: ({ luck }) => ({ parcels_total: luck.whole(2, 12), complete: luck.holds(0.7) }),
  },
  'hosting-cost': {
    every: 'once',
    share: 0.03,
    others: 0.002,
    answers: ({ luck }) => ({ amount: luck.whole(4, 30) * 20 }),
  },
  outcome: {
    every: 'once',
    share: 0.22,
    others: 0.005,
    answers: ({ luck }) => {
      const kind = luck.weighted([
        ['road', 6],
        ['well', 4],
        ['bridge', 1],
      ]);
      const size = {
        road: { road_length: luck.whole(300, 2200) / 1000 },
        well: { wells: luck.whole(1, 3) },
        bridge: { bridges: 1 },
      };
      return { kind, ...size[kind as keyof typeof size] };
    },
  },
  aid: {
    every: 'month',
    share: 0.4,
    others: 0.004,
    answers: ({ luck }) => {
      const kind = luck.weighted([
        ['cash', 3],
        ['goods', 5],
        ['fertiliser', 1],
        ['harvest', 1],
      ]);
      return {
        kind,
        money_value: 500 + yuan(luck, 12_000),
        ...(kind === 'fertiliser' ? { fertiliser_weight: luck.whole(2, 12) / 10 } : {}),
        ...(kind === 'harvest' ? { area_harvested: luck.whole(10, 90) } : {}),
        recipients: luck.pick(['over_60', 'old_member', 'poor_household']),
        recipient_count: luck.whole(2, 30),
      };
    },
  },
  exchange: { every: 'once', share: 0.4, others: 0.02, answers: ({ luck }) => ({ partner: luck.pick(SITES) }) },
  'reserve-review': {
    every: 'once',
    share: 0.7,
    others: 0.1,
    answers: ({ luck }) => ({ successors: luck.whole(0, 3), tasks_given: luck.whole(0, 4) }),
  },
  'member-pipeline': {
    every: 'once',
    share: 0.7,
    others: 0.1,
    answers: ({ luck }) => ({
      applicants: luck.whole(0, 9),
      activists: luck.whole(0, 4),
      development_targets: luck.whole(0, 2),
      admitted_this_year: luck.whole(0, 2),
    }),
  },
  'election-step': { every: 'once', share: 0.5, others: 0.12, answers: () => ({ step: 'term_audit' }) },
  'no-post-action': {
    every: 'quarter',
    share: 0.8,
    others: 0.1,
    times: [1, 3],
    answers: ({ scene, luck, organisation }) => ({
      taking_part: Math.round(scene.members(organisation) * (0.2 + 0.5 * luck.next())),
    }),
  },
  'no-post-member': {
    every: 'once',
    share: 0.4,
    others: 0,
    times: [2, 5],
    answers: (about) => ({ code: codeOf('M', about) }),
  },
  'member-duty-post': {
    every: 'once',
    share: 0.6,
    others: 0.08,
    answers: ({ scene, luck, organisation }) => {
      const posts = Math.round(scene.members(organisation) * (0.2 + 0.4 * luck.next()));
      return {
        members_with_post: posts,
        commitments: posts * 2,
        commitments_kept: Math.round(posts * (1 + luck.next())),
      };
    },
  },
  'topic-session': {
    every: 'quarter',
    share: 1,
    answers: ({ luck }) => ({ decisions: luck.whole(2, 6), earlier_decisions_closed: luck.whole(0, 4) }),
  },
  'link-meeting': {
    every: 'quarter',
    share: 0.9,
    answers: ({ luck }) => ({ units_present: luck.whole(2, 6), matters_settled: luck.whole(1, 8) }),
  },
  'leading-group': {
    every: 'once',
    share: 1,
    answers: ({ luck }) => ({
      head_leads: luck.holds(0.95),
      deputy_named: luck.holds(0.92),
      office_director_named: luck.holds(0.85),
    }),
  },
  'management-plan': {
    every: 'once',
    share: 1.5,
    answers: ({ day }) => ({ version: '2.0', for_year: Number(day.slice(0, 4)) + 1 }),
  },
  'demonstration-site': {
    every: 'once',
    share: 0.7,
    others: 0.3,
    answers: ({ luck }) => {
      const funds = luck.whole(20, 90) * 10_000;
      return { all_funds: funds, cost: Math.round((funds * (0.05 + 0.35 * luck.next())) / 1000) * 1000 };
    },
  },
  'office-check': { every: 'quarter', share: 1.5, answers: ({ luck }) => ({ villages_checked: luck.whole(12, 40) }) },
};
