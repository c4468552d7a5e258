import { reading, type Reading } from '../../../core/library/library.ts';
import type { Locale } from '../../../platform/words.ts';
import { Stack } from '../../../ui/section/component.tsx';
import { Tabs } from '../../../ui/tabs/component.tsx';
import { readingMeaning, readingWord } from '../../sovereignty/public.ts';
import { withQuery } from '../list.ts';
import { words } from '../words.ts';

/** INVARIANT: whatever is said of reach names the reading it was found under (engine.md §3). */
export const ReadingSwitch = ({ url, locale, chosen }: { readonly url: URL; readonly locale: Locale; readonly chosen: Reading }) => {
  const text = words(locale).reading;
  return (
    <Stack>
      <Tabs label={text.label} items={reading.map((one) => ({ href: withQuery(url, { reading: one }), text: readingWord(locale, one), current: one === chosen }))} />
      <p class="regie-quiet">{readingMeaning(locale, chosen)} {text.eea}</p>
    </Stack>
  );
};
