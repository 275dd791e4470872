import { fetchDocument, storeDocument } from './documents/index.ts';
import { explainMeasure, listMeasures, readValues } from './measures/index.ts';
import {
  explainStanding,
  readBoard,
  readBoardRows,
  readHistory,
  readMine,
  readStandings,
  verifyStandings,
} from './obligations/index.ts';
import {
  dissolveOrganisation,
  foundOrganisation,
  getOrganisation,
  importOrganisations,
  mergeOrganisations,
  moveOrganisation,
  readTree,
  renameOrganisation,
  searchOrganisations,
  splitOrganisation,
} from './organisations/index.ts';
import { applyPack, getPack, listPacks } from './packs/index.ts';
import {
  addPerson,
  endPosting,
  endTenure,
  getPerson,
  getPosting,
  importPeople,
  importPostings,
  importTenures,
  listPeople,
  listPostings,
  readSecret,
  startPosting,
  startTenure,
} from './people/index.ts';
import {
  confirmRecord,
  correctRecord,
  enterRecord,
  getRecord,
  listForms,
  listRecords,
  listSubjects,
  pendingConfirmations,
  withdrawRecord,
} from './records/index.ts';

/**
 * Everything a person can do. Routes, the API document, the typed client, commands, audit and the permission matrix
 * are derived from this list.
 */
export const actions = [
  readTree,
  getOrganisation,
  searchOrganisations,
  foundOrganisation,
  renameOrganisation,
  moveOrganisation,
  mergeOrganisations,
  splitOrganisation,
  dissolveOrganisation,
  importOrganisations,
  listPeople,
  getPerson,
  addPerson,
  importPeople,
  readSecret,
  startTenure,
  endTenure,
  importTenures,
  listPostings,
  getPosting,
  startPosting,
  endPosting,
  importPostings,
  listPacks,
  getPack,
  applyPack,
  storeDocument,
  fetchDocument,
  listForms,
  listSubjects,
  enterRecord,
  correctRecord,
  withdrawRecord,
  confirmRecord,
  getRecord,
  listRecords,
  pendingConfirmations,
  readBoard,
  readBoardRows,
  readStandings,
  explainStanding,
  readMine,
  readHistory,
  verifyStandings,
  listMeasures,
  readValues,
  explainMeasure,
] as const;

type Every = (typeof actions)[number];

/** Every action by its id, as types alone: what the browser knows of the server. */
export type Actions = { readonly [A in Every as A['id']]: A };
