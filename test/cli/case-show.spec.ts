import { randomUUID } from 'node:crypto';
import { accepted, ANNA, County, MARIA } from '@hemgang/testing';
import { hemgang, type Ran } from './run';

/** Minutes instead of seconds, because other suites may keep both processors busy. */
jest.setTimeout(120_000);

/** What must never be shown: planted where patients and free texts have their place. */
const PLANTED = {
  number: '194605299819',
  name: 'Planterad Hemlighetsson',
  address: 'Osynliga gränden 7, 906 25 Umeå',
  measures: 'Planterad beskrivning av hemtjänsten',
  physician: 'Doktor Planterad',
  information: 'Planterad utskrivningsinformation',
};

describe('hemgang case show', () => {
  let county: County;
  let id: string;

  beforeAll(async () => {
    county = await County.open();
    const { number, name, address, physician } = PLANTED;
    const body = {
      ...county.admission(),
      patient: { number, name, address, municipality: '2480' },
      physician,
    };
    const incoming = { body, key: randomUUID() };
    const opened = await county.service.answered.open('discharges', incoming, county.reader(ANNA));
    id = accepted(opened).caseId;
    await county.give(id, 'send-inskrivningsmeddelande', ANNA, {
      receivers: ['umea-bistand-norr'],
      expectedDischargeAt: '2199-01-01T12:00:00.000Z',
    });
    await county.give(id, 'acknowledge', MARIA);
    const measures = { answer: 'known', currentMeasures: PLANTED.measures };
    await county.give(id, 'answer', MARIA, measures);
    const information = { way: 'here', text: PLANTED.information };
    await county.give(id, 'send-utskrivningsinformation', ANNA, information);
  });

  afterAll(() => county.close());

  const show = (...more: string[]): Promise<Ran> =>
    hemgang(['case', 'show', id, ...more], county.databaseUrl);

  it('tells why the case waits, who owes what, and how it came there', async () => {
    const { code, out } = await show();
    const unit = county.service.directory().unit('umea-bistand-norr')!;
    expect(code).toBe(0);
    expect(out).toContain('Planeras · version 5');
    expect(out).toContain(`Väntar på att ${unit.name} (tfn ${unit.phone})`);
    expect(out).toContain('Börja planera insatserna (2017:612 2:6)');
    expect(out).toMatch(/klart senast \S+ \d+\/\d+ \d\d:\d\d · öppen i \d+ min/);
    expect(out).toMatch(/ 3 {2}.* Kvittera · Maria Forsberg, Biståndsenheten Umeå norr/);
    expect(out).toContain(
      '– Svara om patienten är känd hos er · Biståndsenheten Umeå norr (gjort)',
    );
  });

  it('marks what is late', async () => {
    expect((await show()).out).not.toContain('FÖRSENAD');
    await county.service.advanceClock(5 * 24 * 3_600_000);
    expect((await show()).out).toContain('FÖRSENAD');
    expect((await show('--lang', 'en')).out).toContain('OVERDUE');
  });

  it.each([[[]], [['--lang', 'en']], [['--json']], [['--json', '--lang', 'en']]])(
    'shows nothing of the patient and no free text: %j',
    async (more) => {
      const { out, err } = await show(...more);
      expect(out).toContain(id);
      for (const planted of Object.values(PLANTED)) expect(out + err).not.toContain(planted);
      for (const part of ['Planterad', 'Hemlighetsson', '9819', 'gränden']) {
        expect(out + err).not.toContain(part);
      }
    },
  );

  it('gives the same as one JSON document', async () => {
    const { case: shown, events } = JSON.parse((await show('--json')).out) as {
      case: { duties: object[] };
      events: { type: string }[];
    };
    expect(shown).toMatchObject({ id, state: 'planning', version: 5 });
    expect(shown.duties.length).toBeGreaterThan(3);
    expect(events.map(({ type }) => type)).toEqual([
      'admit',
      'send-inskrivningsmeddelande',
      'acknowledge',
      'answer',
      'send-utskrivningsinformation',
    ]);
  });
});
