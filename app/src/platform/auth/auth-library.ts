import { betterAuth } from 'better-auth';
import { username } from 'better-auth/plugins/username';
import type { Database } from '../database/connect.ts';
import { instantsAsDates } from './instants-as-dates.ts';

/** Signed out after this long without a request. */
export const IDLE_SECONDS = 30 * 60;
/** Signed out after this long in any case. */
export const ABSOLUTE_SECONDS = 12 * 60 * 60;

const times = { createdAt: 'created_at', updatedAt: 'updated_at' };

/**
 * The auth library on our tables. Only its functions are used; none of its routes is open. Nothing about the
 * device or the address a person signs in from is kept. It tells the time by the system's clock and takes no other, so
 * whoever reckons with a session's times must do the same.
 */
export const makeAuthLibrary = (database: Database, secret: string, secure: boolean) =>
  betterAuth({
    appName: 'Luoshi',
    secret,
    baseURL: secure ? 'https://luoshi.invalid' : 'http://luoshi.invalid',
    database: { db: database.shared.withPlugin(instantsAsDates), type: 'postgres' },
    user: { modelName: 'login', fields: { emailVerified: 'email_verified', ...times } },
    session: {
      modelName: 'session',
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        ...times,
      },
      expiresIn: IDLE_SECONDS,
      updateAge: 60,
    },
    account: {
      modelName: 'credential',
      fields: {
        userId: 'user_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        ...times,
      },
    },
    verification: { modelName: 'verification', fields: { expiresAt: 'expires_at', ...times } },
    emailAndPassword: { enabled: true, disableSignUp: true, maxPasswordLength: 128 },
    plugins: [
      username({
        minUsernameLength: 1,
        maxUsernameLength: 64,
        usernameValidator: () => true,
        usernameNormalization: normaliseUsername,
        schema: { user: { fields: { displayUsername: 'display_username' } } },
      }),
    ],
    advanced: {
      cookiePrefix: 'luoshi',
      useSecureCookies: secure,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      ipAddress: { disableIpTracking: true },
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
  });

/** How a user name is compared: `ZhangWei` and `zhangwei` are one. */
export const normaliseUsername = (name: string): string => name.normalize('NFKC').trim().toLowerCase();
