import type { Row } from '../row.ts';

const ON = '2026-09-01';

export const organisationRows = {
  'organisations.tree': {
    inside: (at) => ({ root: at.organisation }),
    outside: (away) => ({ root: away.organisation }),
    answers: 'nothing',
    empty: { nodes: [] },
  },
  'organisations.get': { inside: (at) => ({ id: at.organisation }), outside: (away) => ({ id: away.organisation }) },
  'organisations.search': { inside: () => ({ query: '村' }) },
  'organisations.found': {
    inside: (at, make) => founded(make.id(), at.township),
    outside: (away, make) => founded(make.id(), away.township),
  },
  'organisations.rename': {
    inside: async (at, make) => ({ id: await make.village(at.township), name: '更名村', on: ON }),
    outside: (away) => ({ id: away.village, name: '更名村', on: ON }),
  },
  'organisations.move': {
    inside: async (at, make) => ({
      id: await make.village(at.township),
      parent: at.county.organisations.west,
      on: ON,
    }),
    outside: async (away, _make, at, makeInside) => ({
      id: await makeInside.village(at.township),
      parent: away.township,
      on: ON,
    }),
  },
  'organisations.merge': {
    inside: async (at, make) => ({
      id: await make.village(at.township),
      sources: [await make.village(at.township)],
      on: ON,
    }),
    outside: async (away, _make, at, makeInside) => ({
      id: await makeInside.village(at.township),
      sources: [away.village],
      on: ON,
    }),
  },
  'organisations.split': {
    inside: async (at, make) => split(await make.village(at.township), make.id()),
    outside: (away, make) => split(away.village, make.id()),
  },
  'organisations.succeed': {
    inside: async (at, make) => ({
      id: await make.village(at.township),
      predecessors: [{ organisation: await make.village(at.township) }],
      on: ON,
    }),
    outside: async (away, _make, at, makeInside) => ({
      id: await makeInside.village(at.township),
      predecessors: [{ organisation: away.village }],
      on: ON,
    }),
  },
  'organisations.dissolve': {
    inside: async (at, make) => ({ id: await make.village(at.township), on: ON }),
    outside: (away) => ({ id: away.village, on: ON }),
  },
  'organisations.import': {
    inside: (at, make) => listed(make.id(), at.county.jurisdiction),
    outside: (away, make) => listed(make.id(), away.county.jurisdiction),
    answers: 'rows',
  },
} satisfies Record<string, Row>;

const founded = (id: string, parent: string) => ({ id, kind: 'village', name: '新村', parent, on: ON });

const split = (id: string, part: string) => ({ id, parts: [{ id: part, name: '分设村' }], ends: false, on: ON });

const listed = (id: string, jurisdiction: string) => ({
  rows: [{ code: `L${id.slice(-12)}`, name: '导入村', kind: 'village', parent: `${jurisdiction}101` }],
  on: ON,
});
