import type { LoggedLine } from '@hemgang/store';
import { NATIONAL_FOOT, NATIONAL_HEAD, nationalLine, type LogNames } from './national-log';

const names: LogNames = {
  controller: { id: 'region', name: 'Region Västerbotten' },
  staff: () => 'Anna "A" <Lundgren> & Co',
  unit: () => 'Medicin 2',
  title: () => 'Läkare',
};

const line: LoggedLine = {
  id: 17,
  at: '2026-03-10T10:00:00.000Z',
  staff: 'anna',
  assignment: 'anna-ward',
  unit: 'medicin-2',
  action: 'read:case',
  purpose: 'care',
  session: 1,
  caseId: '22222222-2222-4222-8222-222222222222',
  patients: [
    {
      person: '11111111-1111-4111-8111-111111111111',
      caseId: null,
      number: '19420101-0000',
      numberKind: 'personnummer',
      name: 'Karin Åström',
    },
  ],
  hadPart: true,
};

/** Names of elements and what they hold, nested; enough for XML of our own making. */
type Element = readonly [string, string | readonly Element[]];

function parsed(xml: string): Element[] {
  const stack: [string, (Element | string)[]][] = [['', []]];
  for (const [, close, name, text] of xml.matchAll(/<(\/?)(?:l:)?(\w+)[^>]*>|([^<]+)/g)) {
    const top = stack.at(-1);
    if (top === undefined) throw new Error('too many ends');
    if (text !== undefined) top[1].push(text);
    else if (close === '') stack.push([name ?? '', []]);
    else {
      if (top[0] !== name) throw new Error(`${top[0]} is ended by ${name}`);
      stack.pop();
      const inner = top[1].filter((each) => each !== '\n');
      const [only] = inner;
      const held = inner.length === 1 && typeof only === 'string' ? only : inner;
      stack.at(-1)?.[1].push([name ?? '', held as string | Element[]]);
    }
  }
  return stack[0]?.[1] as Element[];
}

const order = (element: Element | undefined): unknown =>
  typeof element?.[1] === 'string' ? element[0] : [element?.[0], element?.[1].map(order)];

describe('a line of the access log in the national format', () => {
  it('has the elements of StoreLog 2.0 in their order', () => {
    const unit = ['careUnit', ['careUnitId', 'careUnitName']];
    const provider = ['careProvider', ['careProviderId', 'careProviderName']];
    expect(order(parsed(nationalLine(line, names))[0])).toEqual([
      'log',
      [
        'logId',
        ['system', ['systemId', 'systemName']],
        ['activity', ['activityType', 'activityLevel', 'activityArgs', 'startDate', 'purpose']],
        ['user', ['userId', 'name', 'assignment', 'title', provider, unit]],
        [
          'resources',
          [
            [
              'resource',
              ['resourceType', ['patient', [['patientId', ['root', 'extension']]]], provider, unit],
            ],
          ],
        ],
      ],
    ]);
  });

  it('says who, what, when, where, why and about whom, and nothing of the record', () => {
    const xml = nationalLine(line, names);
    for (const said of [
      ...['17', 'anna', 'medicin-2', 'region', 'Läsa', 'read:case', 'Vård och behandling'],
      ...['2026-03-10T10:00:00.000Z', '1.2.752.129.2.1.3.1', '194201010000'],
    ]) {
      expect(xml).toContain(`>${said}<`);
    }
    expect(xml).not.toContain('Karin');
    expect(xml).toContain('Anna "A" &lt;Lundgren&gt; &amp; Co');
  });

  it('has a resource for each patient, and one where there is none', () => {
    const [patient] = line.patients;
    const many = nationalLine({ ...line, patients: [patient!, patient!] }, names);
    expect(many.match(/<l:resource>/g)).toHaveLength(2);
    const none = nationalLine({ ...line, patients: [] }, names);
    expect(none.match(/<l:resource>/g)).toHaveLength(1);
    expect(none).not.toContain('<l:patient>');
  });

  it('names a patient without a number of the country by the id of the log', () => {
    const [patient] = line.patients;
    const reserve = { ...patient!, number: 'R1', numberKind: 'reservnummer' };
    const xml = nationalLine({ ...line, patients: [reserve] }, names);
    expect(xml).toContain(`<l:root>${patient!.person}</l:root>`);
    expect(xml).not.toContain('R1');
  });

  it('tells reading, writing, printing and refusals apart', () => {
    const types = ['read:events', 'command:call', 'read:notice', 'refused:read:case'];
    const told = types.map(
      (action) => /activityType>([^<]+)/.exec(nationalLine({ ...line, action }, names))?.[1],
    );
    expect(told).toEqual(['Läsa', 'Skriva', 'Utskrift', 'Nekad åtkomst']);
  });

  it('is well formed as a whole', () => {
    const whole = `${NATIONAL_HEAD}${nationalLine(line, names)}${NATIONAL_FOOT}`;
    const [root, ...rest] = parsed(whole.replace(/^<\?xml[^>]*>\n/, '').trimEnd());
    expect([root?.[0], rest]).toEqual(['StoreLog', []]);
  });
});
