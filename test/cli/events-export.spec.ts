import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays, localDate } from '@hemgang/kernel';
import { contentsOf, County, MARIA, query } from '@hemgang/testing';
import { DOMParser } from 'linkedom';
import { validateXML } from 'xmllint-wasm';
import { hemgang } from './run';

/** Minutes instead of seconds, because other suites may keep both processors busy. */
jest.setTimeout(120_000);

const SCHEMA = readFileSync(join(__dirname, 'xes.xsd'), 'utf8');

interface Tag {
  readonly children: Iterable<{ getAttribute(name: string): string }>;
}

interface Event {
  readonly [key: string]: string;
}

describe('hemgang events export', () => {
  let county: County;
  let folder: string;
  let day: string;
  let patient: { readonly name: string; readonly number: string; readonly address: string };
  let caseId: string;

  beforeAll(async () => {
    county = await County.open();
    folder = mkdtempSync(join(tmpdir(), 'hemgang-xes-'));
    const admission = county.admission();
    patient = admission['patient'] as typeof patient;
    ({ caseId } = await county.told(admission));
    await county.give(caseId, 'acknowledge', MARIA);
    await county.told(county.admission());
    day = localDate(county.service.clock.now());
  });
  afterAll(async () => {
    await county.close();
    rmSync(folder, { recursive: true });
  });

  const file = (name: string) => join(folder, name);
  const run = (name: string, from = day, to = day) =>
    hemgang(
      ['events', 'export', '--from', from, '--to', to, '--file', file(name)],
      county.databaseUrl,
    );
  const written = async (name: string, from = day, to = day) => {
    const ran = await run(name, from, to);
    expect(ran.code).toBe(0);
    return { ran, xml: readFileSync(file(name), 'utf8') };
  };

  it('is sound by the schema, and another parser reads every event of the log in it', async () => {
    const { ran, xml } = await written('all.xes');
    expect(ran.out).toBe('2 ärenden skrivna.');
    expect(statSync(file('all.xes')).mode & 0o077).toBe(0);
    const judged = await validateXML({
      xml: [{ fileName: 'all.xes', contents: xml }],
      schema: [SCHEMA],
    });
    expect(judged.errors).toEqual([]);
    const stored = await query<{ type: string; at: Date }>(
      county.databaseUrl,
      `select e.type, e.occurred_at as at from events e join cases c on c.id = e.case_id
       where c.type = 'discharge'`,
    );
    expect(stored.length).toBeGreaterThan(4);
    const told = stored.map(({ type, at }) => `${new Date(at).toISOString()} ${type}`);
    const read = eventsIn(xml).map(
      (event) => `${event['time:timestamp']} ${event['concept:name']}`,
    );
    expect(read.sort()).toEqual(told.sort());
  });

  it('says nothing of whom it is about and of who did it, and differs each time', async () => {
    const { xml } = await written('one.xes');
    const { xml: other } = await written('other.xes');
    const staff = county.service.directory().rows.staff.map(({ id }) => id);
    for (const word of [patient.name, patient.number, patient.address, caseId, ...staff]) {
      expect(xml).not.toContain(word);
    }
    const people = (text: string) =>
      new Set(eventsIn(text).flatMap((event) => event['org:resource'] ?? []));
    expect(people(xml).size).toBeGreaterThan(1);
    expect([...people(xml)].filter((person) => people(other).has(person))).toEqual([]);
    expect(xml).toContain('key="org:group" value="umea-bistand-norr"');
  });

  it('leaves out whom the law protects, and cases of other days', async () => {
    await query(
      county.databaseUrl,
      `update persons set protection = 'marked', protected_since = now(), address = null
       where id = (select person_id from cases where id = $1)`,
      [caseId],
    );
    expect((await written('protected.xes')).ran.out).toBe('1 ärende skrivet.');
    const yesterday = addDays(day, -1);
    expect((await written('none.xes', yesterday, yesterday)).ran.out).toBe('0 ärenden skrivna.');
  });

  it('is noted, and what is refused writes nothing', async () => {
    const lines = await query<{ staff: string }>(
      county.databaseUrl,
      `select staff from access_log where action = 'export:event-log'`,
    );
    expect(new Set(lines.map(({ staff }) => staff))).toEqual(new Set(['operator']));
    const before = await contentsOf(county.databaseUrl);
    expect((await run('back.xes', day, addDays(day, -1))).code).toBe(2);
    expect(existsSync(file('back.xes'))).toBe(false);
    expect(await contentsOf(county.databaseUrl)).toEqual(before);
  });
});

/** The attributes of each event, as a parser of pages reads them. */
function eventsIn(xml: string): readonly Event[] {
  const document = new DOMParser().parseFromString(xml, 'text/xml');
  const found: Iterable<Tag> = document.querySelectorAll('event');
  return [...found].map((event) =>
    Object.fromEntries(
      [...event.children].map((each) => [each.getAttribute('key'), each.getAttribute('value')]),
    ),
  );
}
