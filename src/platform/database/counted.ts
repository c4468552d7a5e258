/** Counts the queries of one request, so that a test can hold a page to a constant number of them. */
import type { KyselyPlugin } from 'kysely';

export type QueryCount = { queries: number };

/** Begin, commit and the scope are not counted. */
export const counted = <Countable extends { readonly withPlugin: (plugin: KyselyPlugin) => Countable }>(database: Countable, count: QueryCount): Countable => {
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => {
      count.queries += 1;
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  return database.withPlugin(plugin);
};
