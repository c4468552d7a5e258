import type { Child } from 'hono/jsx';

/** One way to use a component: documentation, a test case (it renders, axe finds nothing) and a picture in one. */
export type Example = { readonly name: string; readonly node: Child };
/** A whole page instead of a part of one; looked at on its own. */
export type PageExample = { readonly name: string; readonly page: Child };
