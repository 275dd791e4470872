import { randomInt } from 'node:crypto';
import { ROLES, type Role } from '../platform/access/scope.ts';
import { normaliseUsername } from '../platform/auth/auth-library.ts';
import { findPasswordProblem } from '../platform/auth/password-rules.ts';
import { isDay } from '../platform/imports/days.ts';
import type { CsvRow } from '../platform/imports/read-csv.ts';
import type { RowErrors } from '../platform/imports/row-errors.ts';
import { isUsername } from './account-schema.ts';
import { needsOrganisation } from './grant.ts';
import { END_BEFORE_START, NO_ORGANISATION, ORGANISATION_NEEDED, USERNAME_RULE } from './problems.ts';

/** One row is one grant; several rows of one user name are several grants of one account. */
export const ACCOUNTS_CSV = {
  required: ['username', 'display_name', 'role'],
  optional: ['password', 'person_key', 'organisation_code', 'from', 'to'],
  maxRows: 5_000,
} as const;

export type AccountColumn = (typeof ACCOUNTS_CSV)['required'][number] | (typeof ACCOUNTS_CSV)['optional'][number];

export interface AccountCsvRow {
  readonly row: number;
  readonly username: string;
  readonly displayName: string;
  /** As given; `''` when one has to be made. */
  readonly password: string;
  readonly personKey: string;
  readonly role: Role;
  readonly organisationCode: string;
  readonly from: string;
  readonly to: string | null;
}

/** Reads one row; what is wrong with it alone goes to `errors`. */
export function accountFromRow(
  { row, values }: CsvRow<AccountColumn>,
  today: string,
  errors: RowErrors,
): AccountCsvRow {
  const username = normaliseUsername(values.username);
  const from = values.from || today;
  const to = values.to || null;
  const role = values.role as Role;
  if (!isUsername(username)) errors.add(row, 'username', 'username', USERNAME_RULE);
  if (values.display_name === '') errors.add(row, 'display_name', 'required', DISPLAY_NAME_NEEDED);
  if (!ROLES.includes(role)) errors.add(row, 'role', 'role', NO_ROLE);
  else if (needsOrganisation(role) !== (values.organisation_code !== '')) {
    const words = needsOrganisation(role) ? ORGANISATION_NEEDED : NO_ORGANISATION;
    errors.add(row, 'organisation_code', 'organisation', words);
  }
  if (!isDay(from)) errors.add(row, 'from', 'day', NO_DAY);
  if (to !== null && !isDay(to)) errors.add(row, 'to', 'day', NO_DAY);
  else if (to !== null && to < from) errors.add(row, 'to', 'end-before-start', END_BEFORE_START);
  const weak = values.password === '' ? null : findPasswordProblem(values.password, username);
  if (weak) errors.add(row, 'password', 'weak-password', weak);
  return {
    row,
    username,
    displayName: values.display_name,
    password: values.password,
    personKey: values.person_key,
    role,
    organisationCode: values.organisation_code,
    from,
    to,
  };
}

const LETTERS = 'abcdefghijkmnpqrstuvwxyz';
const CAPITALS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const DIGITS = '23456789';

/** A first password that can be read out: three groups, without letters that look alike. About 65 bits. */
export function makePassword(): string {
  const pick = (from: string, count: number) =>
    Array.from({ length: count }, () => from[randomInt(from.length)]).join('');
  return `${pick(CAPITALS, 1)}${pick(LETTERS, 4)}-${pick(LETTERS, 5)}-${pick(DIGITS, 5)}`;
}

const DISPLAY_NAME_NEEDED = { 'zh-CN': '显示名必须填写', en: 'the displayed name is required' };
const NO_ROLE = { 'zh-CN': `角色应为：${ROLES.join('、')}`, en: `the role must be one of ${ROLES.join(', ')}` };
const NO_DAY = { 'zh-CN': '不是日历上的日期，应为 YYYY-MM-DD', en: 'is no day of the calendar; write YYYY-MM-DD' };
