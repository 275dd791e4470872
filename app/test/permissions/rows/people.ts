import type { Row } from '../row.ts';

export const peopleRows = {
  'people.list': {
    inside: (at) => ({ organisation: at.organisation }),
    outside: (away) => ({ organisation: away.organisation }),
    answers: 'nothing',
    empty: { people: [], more: false },
  },
  'people.get': { inside: (at) => ({ id: at.person }), outside: (away) => ({ id: away.person }) },
  'people.secret': { inside: (at) => ({ id: at.person }), outside: (away) => ({ id: away.person }) },
  'people.add': {
    inside: (at, make) => ({ id: make.id(), name: '吕小满', memberOf: at.village }),
    outside: (away, make) => ({ id: make.id(), name: '吕小满', memberOf: away.village }),
  },
  'people.correct': {
    inside: async (at, make) => ({ id: await make.person(at.village), name: '吕大满' }),
    outside: (away) => ({ id: away.person, name: '吕大满' }),
  },
  'people.move': {
    inside: async (at, make) => ({
      id: make.id(),
      person: await make.person(await make.village(at.township)),
      organisation: at.village,
      from: '2026-09-01',
    }),
    outside: async (away, make) => ({
      id: make.id(),
      person: away.person,
      organisation: away.village,
      from: '2026-09-01',
    }),
  },
  'people.import': {
    inside: (at, make) => ({ csv: `key,name,member_of_code\n${make.id()},甲,${at.villageCode}\n` }),
    outside: (away, make) => ({ csv: `key,name,member_of_code\n${make.id()},甲,${away.villageCode}\n` }),
    answers: 'rows',
  },
  'tenures.start': {
    inside: async (at, make) => office(make.id(), at.village, await make.person(at.village)),
    outside: async (away, make, at, makeInside) => office(make.id(), away.village, await makeInside.person(at.village)),
  },
  'tenures.end': {
    inside: async (at, make) => ({
      id: await make.tenure(await make.person(at.village), at.village),
      lastDay: '2026-09-30',
    }),
    outside: async (away, make) => ({
      id: await make.tenure(await make.person(away.village), away.village),
      lastDay: '2026-09-30',
    }),
  },
  'tenures.import': {
    inside: async (at, make) => ({ csv: tenuresCsv(at.villageCode, await make.person(at.village)) }),
    outside: async (away, _make, at, makeInside) => ({
      csv: tenuresCsv(away.villageCode, await makeInside.person(at.village)),
    }),
    answers: 'rows',
  },
  'postings.list': {
    inside: (at) => ({ organisation: at.organisation }),
    outside: (away) => ({ organisation: away.organisation }),
    answers: 'nothing',
    empty: { postings: [], more: false },
  },
  'postings.get': { inside: (at) => ({ id: at.posting }), outside: (away) => ({ id: away.posting }) },
  'postings.start': {
    inside: async (at, make) => sent(make.id(), at.village, at.sender, await make.person(at.village)),
    outside: async (away, make, at, makeInside) =>
      sent(make.id(), at.village, away.sender, await makeInside.person(at.village)),
  },
  'postings.end': {
    inside: async (at, make) => ({
      id: await make.posting(await make.person(at.village), at.village, at.sender),
      lastDay: '2026-09-30',
    }),
    outside: async (away, make) => ({
      id: await make.posting(await make.person(away.village), away.village, away.sender),
      lastDay: '2026-09-30',
    }),
  },
  'postings.import': {
    inside: async (at, make) => ({ csv: postingsCsv(at.villageCode, at.senderCode, await make.person(at.village)) }),
    outside: async (away, _make, at, makeInside) => ({
      csv: postingsCsv(away.villageCode, at.senderCode, await makeInside.person(at.village)),
    }),
    answers: 'rows',
  },
} satisfies Record<string, Row>;

const office = (id: string, organisation: string, person: string) => ({
  id,
  organisation,
  person,
  post: 'village-director',
  from: '2026-01-01',
});

const sent = (id: string, organisation: string, sendingOrganisation: string, person: string) => ({
  id,
  organisation,
  sendingOrganisation,
  person,
  kind: 'resident-team',
  level: 'county',
  from: '2026-09-01',
});

const tenuresCsv = (code: string, person: string) =>
  `post,organisation_code,person_key,from,to\nvillage-director,${code},${person},2026-01-01,\n`;

const postingsCsv = (code: string, sender: string, person: string) =>
  `kind,person_key,organisation_code,sending_code,level,from\nresident-team,${person},${code},${sender},county,2026-09-01\n`;
