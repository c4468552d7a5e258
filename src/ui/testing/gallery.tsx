import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Child } from 'hono/jsx';
import { Breadcrumb } from '../breadcrumb/component.tsx';
import type { Example, PageExample } from './example.ts';
import { HeadingGroup } from '../heading-group/component.tsx';
import { PageShell } from '../page-shell/component.tsx';
import { mock } from './mock-shell.ts';

type Examples = { readonly component: string; readonly examples: readonly Example[]; readonly pages: readonly PageExample[] };

const room = join(import.meta.dirname, '..');
export const componentNames = readdirSync(room).filter((name) => existsSync(join(room, name, 'component.tsx'))).toSorted();

/** The examples of every component, read from the folders. */
export const readExamples = (): Promise<Examples[]> =>
  Promise.all(
    componentNames.map(async (component) => {
      const { examples = [], pages = [] } = (await import(`../${component}/examples.tsx`)) as Partial<Examples>;
      return { component, examples, pages };
    }),
  );

const Shown = ({ component, examples }: Examples): Child => (
  <section class="regie-section" aria-labelledby={`c-${component}`}>
    <h2 id={`c-${component}`}>{component}</h2>
    {examples.map(({ name, node }) => <div class="regie-stack" data-example={`${component}: ${name}`}><p class="regie-quiet">{name}</p><div>{node}</div></div>)}
  </section>
);

/** One page with every example on it. */
export const gallery = (all: readonly Examples[]): Child => (
  <PageShell {...mock} title="Onderdelen – Regiekompas" breadcrumb={<Breadcrumb label="Waar u bent" items={[{ href: '/', text: 'Kompas' }]} current="Onderdelen" />} footer={<p>Open broncode onder EUPL-1.2</p>}>
    <HeadingGroup title="Onderdelen" lead="Elk onderdeel van het scherm, met zijn voorbeelden." />
    {all.filter(({ examples }) => examples.length > 0).map((one) => <Shown {...one} />)}
  </PageShell>
);
