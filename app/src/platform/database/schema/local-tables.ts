// Made from the catalog by script/schema --write. Read it, do not edit it.
import type { Defaulted, Instant } from './column-types.ts';

interface CredentialTable {
  id: string;
  account_id: string;
  provider_id: string;
  user_id: string;
  access_token: string | null;
  refresh_token: string | null;
  id_token: string | null;
  access_token_expires_at: Instant | null;
  refresh_token_expires_at: Instant | null;
  scope: string | null;
  password: string | null;
  created_at: Defaulted<Instant>;
  updated_at: Defaulted<Instant>;
}

interface LoginTable {
  id: string;
  name: string;
  email: string;
  email_verified: Defaulted<boolean>;
  image: string | null;
  username: string | null;
  display_username: string | null;
  created_at: Defaulted<Instant>;
  updated_at: Defaulted<Instant>;
}

interface LoginAccountTable {
  login_id: string;
  jurisdiction_id: string;
  account_id: string;
}

interface MigrationTable {
  name: string;
  sha256: string;
  applied_at: Defaulted<Instant>;
}

interface SessionTable {
  id: string;
  expires_at: Instant;
  token: string;
  ip_address: string | null;
  user_agent: string | null;
  user_id: string;
  created_at: Defaulted<Instant>;
  updated_at: Defaulted<Instant>;
}

interface SignInFailureTable {
  username: string;
  failures: number;
  last_at: Instant;
  locked_until: Instant | null;
}

interface VerificationTable {
  id: string;
  identifier: string;
  value: string;
  expires_at: Instant;
  created_at: Defaulted<Instant>;
  updated_at: Defaulted<Instant>;
}

export interface LocalTables {
  credential: CredentialTable;
  login: LoginTable;
  login_account: LoginAccountTable;
  migration: MigrationTable;
  session: SessionTable;
  sign_in_failure: SignInFailureTable;
  verification: VerificationTable;
}
