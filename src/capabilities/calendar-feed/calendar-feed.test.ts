import ical from 'ical.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { scene } from '../../../tests/faces/scene.ts';
import { browser } from '../../../tests/faces/visitor.ts';
import { eachDatabase } from '../../platform/database/testing/fresh-database.ts';
import { iCalendar } from './icalendar.ts';

const daysIn = (text: string) => new ical.Component(ical.parse(text) as unknown as string).getAllSubcomponents('vevent').map((event) => new ical.Event(event));

it('writes what a calendar program reads back, in lines of at most 75 bytes', () => {
  const summary = `Contract met “Überlänge; B.V.”, \\ en\nnog een regel ${'🙂'.repeat(40)}`;
  const text = iCalendar('Naam', [{ uid: 'end-a@b', day: '2027-02-28', summary, description: 'x', url: 'https://regie.example.nl/contracts/a' }], new Date('2026-11-23T10:00:00Z'));
  expect(text.split('\r\n').filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
  expect(daysIn(text).map((event) => [event.uid, event.summary, event.startDate.toString()])).toEqual([['end-a@b', summary, '2027-02-28']]);
});

describe.each(eachDatabase)('on %s', (kind) => {
  const at = scene(kind);
  let path = '';
  const make = async (): Promise<string> => new URL(((await (await at.reader.send('POST', '/v1/calendar-feed')).json()) as { address: string }).address).pathname;
  beforeAll(async () => void (path = await make()));

  it('gives the days of the landscape to who has the address, without a session', async () => {
    const answer = await browser(at.setting).get(path);
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const days = daysIn(await answer.text());
    expect(days.every((event) => event.startDate.isDate)).toBe(true);
    // The days of laws are everybody's, whatever is in the landscape.
    const isOfLaw = (event: (typeof days)[number]): boolean => event.uid.startsWith('framework-');
    const ofLandscape = days.filter((event) => !isOfLaw(event));
    expect(days.filter(isOfLaw).map((event) => [event.uid.split('@')[0], event.startDate.toString()])).toContainEqual(['framework-ai-act-duties-high-risk-annex-iii', '2027-12-02']);
    expect(ofLandscape.map((event) => [event.uid.split('@')[0], event.startDate.toString()])).toEqual([
      ['restore-container-platform', '2027-03-01'], ['restore-idp', '2027-05-01'], ['evidence-ev-scan', '2027-10-01'], ['notice-c-1', '2027-10-02'], ['end-c-1', '2027-12-31'],
    ]);
    expect(ofLandscape.at(-1)?.summary).toMatch(/^Contract with .* ends$/);
  });

  it('leads nowhere once it is replaced, withdrawn, or its owner has left', async () => {
    const second = await make();
    expect((await browser(at.setting).get(path)).status).toBe(404);
    expect((await browser(at.setting).get(second)).status).toBe(200);
    await at.reader.post('/calendar/revoke', {});
    expect((await browser(at.setting).get(second)).status).toBe(404);
    const third = await make();
    const { members } = await at.first.json<{ members: { id: string; name: string }[] }>('GET', '/v1/members');
    await at.first.send('DELETE', `/v1/members/${members.find(({ name }) => name === 'Rita')?.id}`);
    expect((await browser(at.setting).get(third)).status).toBe(404);
  });
});
