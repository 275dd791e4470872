/** Every address of the web face. Screens link through these and nothing else. */
const withQuery = (path: string, query: Readonly<Record<string, string | undefined>>): string => {
  const entries = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return entries.length === 0 ? path : `${path}?${new URLSearchParams(entries)}`;
};

export const paths = {
  start: () => '/',
  signIn: () => '/sign-in',
  board: (query: Readonly<Record<string, string | undefined>> = {}) => withQuery('/board', query),
  work: () => '/work',
  organisations: () => '/organisations',
  organisation: (id: string) => `/organisations/${id}`,
  records: (query: { readonly subject?: string; readonly form?: string; readonly organisation?: string } = {}) =>
    withQuery('/records', query),
  record: (id: string) => `/records/${id}`,
  enterRecord: (
    form: string,
    query: { readonly subject?: string; readonly subjectKind?: string; readonly date?: string } = {},
  ) => withQuery(`/records/enter/${form}`, query),
  importRecords: (form: string) => `/records/import/${form}`,
  measures: () => '/measures',
  ratings: (query: { readonly rating?: string; readonly period?: string } = {}) => withQuery('/ratings', query),
  packs: () => '/packs',
  pack: (id: string) => `/packs/${id}`,
} as const;
