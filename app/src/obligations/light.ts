import { LIGHTS, type Light } from '@luoshi/engine';

/** What a standing shows: the engine's lights, and one apart from overdue where more was done than may be. */
export type StandingLight = Light | 'beyond';

const [FIRST, ...REST] = LIGHTS;

/** In order of urgency. */
export const STANDING_LIGHTS: readonly StandingLight[] = [FIRST, 'beyond', ...REST];

/** Nobody is late with a limit: it is kept or passed. */
export const standingLight = ({
  light,
  beyond,
}: {
  readonly light: Light;
  readonly beyond?: boolean;
}): StandingLight => (beyond ? 'beyond' : light);

/** The light that wants attention most; `not-applicable` for none. */
export const mostUrgent = (lights: readonly StandingLight[]): StandingLight =>
  STANDING_LIGHTS.find((light) => lights.includes(light)) ?? 'not-applicable';
