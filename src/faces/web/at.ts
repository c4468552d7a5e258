import type { Context } from 'hono';
import type { Operation } from '../../platform/operation.ts';
import type { Site } from '../site.ts';
import type { Visit } from '../visit.ts';

/** One request for one operation. */
export type At = { readonly c: Context; readonly site: Site; readonly operation: Operation; readonly visit: Visit };
