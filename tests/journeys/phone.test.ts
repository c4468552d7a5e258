import { rulesOfLooks } from '../../src/ui/testing/browser.ts';
import { everyPagePasses } from './every-page.ts';

everyPagePasses({ width: 360, scheme: 'dark', language: 'en', rules: rulesOfLooks });
