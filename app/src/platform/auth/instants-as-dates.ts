import type {
  KyselyPlugin,
  PluginTransformQueryArgs,
  PluginTransformResultArgs,
  QueryResult,
  RootOperationNode,
  UnknownRow,
} from 'kysely';

const INSTANT = /_at$/;

/** The auth library reckons with Dates where all else of ours reads ISO text: its rows get Dates. */
export const instantsAsDates: KyselyPlugin = {
  transformQuery: ({ node }: PluginTransformQueryArgs): RootOperationNode => node,
  transformResult: async ({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> => ({
    ...result,
    rows: result.rows.map(withDates),
  }),
};

function withDates(row: UnknownRow): UnknownRow {
  const entries = Object.entries(row);
  return Object.fromEntries(
    entries.map(([name, value]) => [name, INSTANT.test(name) && typeof value === 'string' ? new Date(value) : value]),
  );
}
