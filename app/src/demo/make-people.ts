import { addYears } from './days.ts';
import { inventIdNumber, inventPhone } from './identity.ts';
import { inventName, KEPT_FREE } from './names.ts';
import { type Chance, chance } from './random.ts';
import type { DemoPerson } from './world.ts';

/** Who somebody is, as far as age and attributes follow from it. */
interface Role {
  readonly ages: readonly [number, number];
  readonly women: number;
  readonly rank?: readonly (readonly [string, number])[];
  readonly schooling: readonly (readonly [string, number])[];
  /** What the assignment rules ask about somebody in this role. */
  readonly attributes?: Attributes;
}

type Attributes = DemoPerson['attributes'];

const CADRE = [
  ['college', 3],
  ['bachelor', 9],
  ['postgraduate', 2],
] as const;
const VILLAGE = [
  ['junior-middle', 4],
  ['senior-middle', 6],
  ['college', 3],
  ['bachelor', 0.6],
] as const;

const ROLES = {
  'county-leader': {
    ages: [46, 54],
    women: 0.2,
    rank: [['division', 1]],
    schooling: [['postgraduate', 1]],
    attributes: { county_leader: true },
  },
  'unit-head': {
    ages: [44, 57],
    women: 0.18,
    rank: [['chief-section', 1]],
    schooling: CADRE,
    attributes: { employer: 'county-department', team_member: true, head_of_unit: true },
  },
  'township-secretary': {
    ages: [38, 50],
    women: 0.15,
    rank: [['chief-section', 1]],
    schooling: CADRE,
    attributes: { employer: 'township', township_secretary: true },
  },
  'township-officer': {
    ages: [30, 45],
    women: 0.35,
    rank: [['deputy-section', 1]],
    schooling: CADRE,
    attributes: { employer: 'township' },
  },
  'county-cadre': {
    ages: [28, 54],
    women: 0.25,
    rank: [
      ['chief-section', 5],
      ['deputy-section', 8],
      ['section-member', 4],
    ],
    schooling: CADRE,
    attributes: { employer: 'county-department' },
  },
  'township-cadre': {
    ages: [27, 50],
    women: 0.25,
    rank: [
      ['deputy-section', 6],
      ['section-member', 3],
    ],
    schooling: CADRE,
    attributes: { employer: 'township' },
  },
  'team-member': {
    ages: [24, 48],
    women: 0.35,
    rank: [
      ['deputy-section', 1],
      ['section-member', 6],
    ],
    schooling: CADRE,
    attributes: { employer: 'county-department' },
  },
  'village-secretary': { ages: [33, 63], women: 0.1, schooling: VILLAGE },
  'village-cadre': { ages: [32, 62], women: 0.22, schooling: VILLAGE },
  'village-clerk': { ages: [25, 46], women: 0.6, schooling: VILLAGE },
} as const satisfies Record<string, Role>;
export type PersonRole = keyof typeof ROLES;

/** Makes people one after the other; each has a number, a phone and an ID number of their own. */
export class PersonMaker {
  readonly all: DemoPerson[] = [];
  readonly #numbers = new Set<string>();
  readonly #namesBy = new Map<string, Set<string>>();
  readonly #seed: string;
  readonly #asOf: string;

  constructor(seed: string, asOf: string) {
    this.#seed = seed;
    this.#asOf = asOf;
  }

  luck(...name: readonly (string | number)[]): Chance {
    return chance(this.#seed, ...name);
  }

  make(roleName: PersonRole, organisation: string, more: Attributes = {}): DemoPerson {
    const role: Role = ROLES[roleName];
    const count = this.all.length + 1;
    const luck = this.luck('person', organisation, roleName, this.#namesOf(organisation).size);
    const sex = luck.holds(role.women) ? 'female' : 'male';
    const born = this.#birthday(luck, role.ages);
    const person: DemoPerson = {
      key: `P${String(count).padStart(5, '0')}`,
      name: this.#name(luck, organisation, sex, Number(born.slice(0, 4))),
      idNumber: inventIdNumber(luck, born, sex, this.#numbers),
      phone: inventPhone(count),
      memberOf: organisation,
      memberSince: this.#memberSince(luck, born),
      attributes: attributesOf(luck, role, more),
    };
    this.all.push(person);
    return person;
  }

  /** Elected in the spring four years ago, or come into the office in the years since. */
  inOfficeSince(luck: Chance): string {
    const year = Number(this.#asOf.slice(0, 4));
    if (luck.holds(0.7)) return `${year - 4}-03-18`;
    return `${year - luck.whole(1, 3)}-${String(luck.whole(1, 12)).padStart(2, '0')}-${luck.pick(['06', '12', '20', '26'])}`;
  }

  #birthday(luck: Chance, [youngest, oldest]: readonly [number, number]): string {
    const year = Number(this.#asOf.slice(0, 4)) - luck.whole(youngest, oldest) - 1;
    return `${year}-${String(luck.whole(1, 12)).padStart(2, '0')}-${String(luck.whole(1, 28)).padStart(2, '0')}`;
  }

  /** Admitted between 20 and 38, on a day when branches usually admit. */
  #memberSince(luck: Chance, born: string): string | null {
    const since = `${addYears(born, luck.whole(20, 38)).slice(0, 4)}-${luck.pick(['06-25', '07-01', '11-20', '12-16'])}`;
    return since < addYears(this.#asOf, -1) ? since : `${Number(this.#asOf.slice(0, 4)) - 2}-07-01`;
  }

  /** Two of the same name in one organisation would be mistaken for each other. */
  #name(luck: Chance, organisation: string, sex: 'male' | 'female', year: number): string {
    const taken = this.#namesOf(organisation);
    for (;;) {
      const name = inventName(luck, sex, year);
      if (taken.has(name) || KEPT_FREE.has(name)) continue;
      taken.add(name);
      return name;
    }
  }

  #namesOf(organisation: string): Set<string> {
    const names = this.#namesBy.get(organisation) ?? new Set();
    this.#namesBy.set(organisation, names);
    return names;
  }
}

function attributesOf(luck: Chance, role: Role, more: Attributes): Attributes {
  const rank = role.rank ? luck.weighted(role.rank) : null;
  return {
    party_member: true,
    ...role.attributes,
    ...(rank ? { rank } : {}),
    ...(rank === 'chief-section' && role.attributes?.['employer'] === 'county-department' ? { team_member: true } : {}),
    schooling: luck.weighted(role.schooling),
    ...more,
  };
}
