/** What a connection may cost: who sends a byte a minute does not keep a place that somebody else needs. */
import type { ServerOptions } from 'node:http';

const second = 1000;

export const connectionLimits: ServerOptions = {
  headersTimeout: 10 * second,
  /** The whole request; a document of ten megabytes over a slow line takes less. */
  requestTimeout: 60 * second,
  keepAliveTimeout: 5 * second,
  connectionsCheckingInterval: 2 * second,
  maxHeaderSize: 16 * 1024,
  /** No bare line feed, no folded header: what two servers could read in two ways, neither reads. */
  insecureHTTPParser: false,
  requireHostHeader: true,
};
