import type { Example } from '../testing/example.ts';
import { Link } from '../link/component.tsx';
import { Notice } from './component.tsx';

export const examples: readonly Example[] = [
  { name: 'info', node: <Notice kind="info" title="Dit is de voorbeeldgemeente"><p>Alles wat u hier ziet is verzonnen. U kunt niets stukmaken.</p></Notice> },
  { name: 'success', node: <Notice kind="success" live title="Bewaard"><p>Zaaksysteem is bijgewerkt.</p></Notice> },
  { name: 'warning', node: <Notice kind="warning" title="Vijf systemen hebben een onbekende leverancier"><p>Ze tellen mee in deze uitkomst. <Link href="/systemen?onbekend">Bekijk ze</Link>.</p></Notice> },
  { name: 'error', node: <Notice kind="error" title="Het document is niet ingelezen"><p>Regel 12: dit land bestaat niet.</p></Notice> },
];
