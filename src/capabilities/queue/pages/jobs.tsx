/** What waits and what was given up, to try again or to drop. */
import { showMoment } from '../../../platform/dates.ts';
import type { PageView } from '../../../platform/screen.ts';
import { say } from '../../../platform/words.ts';
import { Button, ButtonRow } from '../../../ui/button/component.tsx';
import { EmptyState } from '../../../ui/empty-state/component.tsx';
import { Form } from '../../../ui/form/component.tsx';
import { HeadingGroup } from '../../../ui/heading-group/component.tsx';
import { Table } from '../../../ui/table/component.tsx';
import type { JobList } from '../list-jobs.ts';
import { sayReason } from '../reason.ts';
import { words } from '../words.ts';

type View = PageView<unknown, JobList>;
type Shown = JobList['jobs'][number];

function State({ job, locale }: { readonly job: Shown } & Pick<View, 'locale'>) {
  const text = words(locale);
  if (job.reason === null) return <>{text.waiting}</>;
  return <><strong>{job.isGivenUp ? text.givenUp : text.again(showMoment(new Date(job.dueAt), locale))}</strong><br />{sayReason(job.reason, locale)}</>;
}

function Acts({ job, locale }: { readonly job: Shown } & Pick<View, 'locale'>) {
  const text = words(locale);
  const title = say(job.title, locale);
  if (!job.isGivenUp) return <></>;
  return (
    <ButtonRow>
      <Form action={`/jobs/${job.id}/retry`}><Button kind="secondary" label={`${text.retry}: ${title}`}>{text.retry}</Button></Form>
      <Form action={`/jobs/${job.id}/drop`}><Button kind="danger" label={`${text.drop}: ${title}`}>{text.drop}</Button></Form>
    </ButtonRow>
  );
}

export function JobsPage({ locale, output }: View) {
  const text = words(locale);
  const rows = output.jobs.map((job) => ({
    cells: [say(job.title, locale), <time datetime={job.madeAt}>{showMoment(new Date(job.madeAt), locale)}</time>, String(job.attempts), <State job={job} locale={locale} />, <Acts job={job} locale={locale} />],
  }));
  const columns = [{ text: text.what }, { text: text.since }, { text: text.attempts, numeric: true }, { text: text.state }, { text: text.act, hiddenText: true }];
  const all = output.waiting + output.givenUp;
  return (
    <>
      <HeadingGroup title={text.title} lead={text.lead} />
      {all === 0 ? <EmptyState title={text.empty} /> : <p>{text.count(output.waiting, output.givenUp)}{all > rows.length && ` ${text.shown(rows.length)}`}</p>}
      {output.givenUp > 0 && <p>{text.mend}</p>}
      {rows.length > 0 && <Table caption={text.title} captionHidden columns={columns} rows={rows} />}
    </>
  );
}
