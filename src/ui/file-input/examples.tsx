import type { Example } from '../testing/example.ts';
import { FileInput } from './component.tsx';

export const examples: readonly Example[] = [
  { name: 'file', node: <FileInput id="ex-file" name="document" label="Landschapsdocument" hint="YAML of JSON, tot 50 MB. U ziet eerst wat er verandert; er wordt nog niets bewaard." accept=".yaml,.yml,.json" /> },
];
