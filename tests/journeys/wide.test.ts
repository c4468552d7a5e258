import { everyPagePasses } from './every-page.ts';

everyPagePasses({ width: 1280, scheme: 'light', language: 'nl', rules: null });
