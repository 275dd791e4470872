import type { Actions } from '../../src/actions.ts';
import type { Row } from './row.ts';
import { accountRows } from './rows/accounts.ts';
import { organisationRows } from './rows/organisations.ts';
import { peopleRows } from './rows/people.ts';
import { recordRows } from './rows/records.ts';
import { standingRows } from './rows/standings.ts';

/** One row per action: how it is tried by every role. An action without a row does not compile. */
export const rows: Readonly<Record<keyof Actions, Row>> = {
  ...accountRows,
  ...organisationRows,
  ...peopleRows,
  ...recordRows,
  ...standingRows,
};
