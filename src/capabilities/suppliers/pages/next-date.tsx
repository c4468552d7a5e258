import { Tag } from '../../../ui/tag/component.tsx';
import type { Tone } from '../../../ui/icon/component.tsx';
import { type ContractCalendar, groupOf } from '../contract-calendar.ts';
import { words } from '../words.ts';
import { dateText, type Reader } from './naming.ts';

type Props = { readonly reader: Reader; readonly calendar: ContractCalendar };

const nextText = (reader: Reader, { next, noticeDays, end, standing }: ContractCalendar): string | undefined => {
  const text = words(reader.locale).calendar;
  if (next !== null) return text.next[next.what](dateText(reader, next.date), next.days);
  if (standing === 'expired') return end === null ? undefined : dateText(reader, end);
  return noticeDays === null ? text.noticeUnknown : text.noticePeriod(noticeDays);
};

const nextTag = ({ locale }: Reader, { next, standing }: ContractCalendar): string => {
  const text = words(locale).calendar;
  return next === null ? text[standing === 'expired' ? 'expired' : 'noNext'] : text.inDays(next.days);
};

const tones: Readonly<Record<ReturnType<typeof groupOf>, Tone>> = { expired: 'bad', quarter: 'caution', year: 'info', later: 'neutral', 'open-ended': 'neutral' };

/** The next date that counts, in words; or that it is over, or that there is none. */
export const NextDate = ({ reader, calendar }: Props) => <><Tag tone={tones[groupOf(calendar)]}>{nextTag(reader, calendar)}</Tag><br />{nextText(reader, calendar)}</>;

/** When it ends, with what is known of the notice. */
export const EndDate = ({ reader, calendar: { end, noticeDays, noticeBy, standing } }: Props) => {
  const text = words(reader.locale).calendar;
  const notice = standing === 'notice-passed' && noticeBy !== null ? text.noticePassed(dateText(reader, noticeBy)) : noticeDays === null ? text.noticeUnknown : text.noticePeriod(noticeDays);
  return <>{end === null ? text.noEnd : dateText(reader, end)}<br /><span class="regie-quiet">{notice}</span></>;
};
