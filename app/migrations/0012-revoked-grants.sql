alter table role_grant add column revoked_at timestamptz;
