/** Where the program finds its own files: in the source tree while developing, beside itself when built. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const isBuilt = !import.meta.url.endsWith('.ts');
/** The folder of package.json. */
export const root = isBuilt ? join(here, '..') : join(here, '../..');
const built = join(root, 'dist');

export const places = {
  isBuilt,
  library: join(root, 'library'),
  migrations: isBuilt ? join(built, 'migrations') : join(root, 'src'),
  assets: join(built, 'assets'),
  checkedLibrary: join(built, 'library.json'),
  emptyDatabase: join(built, 'empty-database.tar'),
} as const;
