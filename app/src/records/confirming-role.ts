/** Whose word a form can ask for, and the role that gives it. */
export const CONFIRMING_ROLE = {
  village: 'village-clerk',
  township: 'township-officer',
  county: 'county-officer',
} as const;
export type Confirming = keyof typeof CONFIRMING_ROLE;
