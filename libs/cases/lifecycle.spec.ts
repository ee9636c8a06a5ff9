import { DEMO_COUNTY } from '@hemgang/demo';
import { plusMs } from '@hemgang/kernel';
import { testDatabase } from '@hemgang/testing';
import { openService, readerOf, type CommandAnswer, type Reader, type Service } from './index';

const HOUR_MS = 3_600_000;

describe('a discharge through the use cases and a real database', () => {
  let service: Service;
  let drop: () => Promise<void>;
  let count = 0;

  const reader = (assignment: string): Reader => {
    const found = readerOf(service.directory(), assignment, 'sv');
    if (found === null) throw new Error(`no assignment ${assignment}`);
    return found;
  };
  const ward = () => reader('anna-lundgren-nus-medicin-2');
  const maria = () => reader('maria-forsberg-umea-bistand-norr');
  const incoming = (body: object) => ({ body, key: `k${(count += 1)}` });

  const patient = (number: string) => ({ number, name: 'Elsa Sjöström', address: 'Storgatan 12' });
  const needs = { socialServices: true, municipalHealthCare: false, openCare: false };

  const opened = (answer: CommandAnswer) => {
    if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
    return answer;
  };

  beforeAll(async () => {
    const database = await testDatabase();
    service = await openService({
      databaseUrl: database.url,
      mode: 'demo',
      poolSize: 4,
      applicationName: 'test',
      warn: () => undefined,
    });
    await service.replaceDirectory(DEMO_COUNTY);
    drop = async () => {
      await service.close();
      await database.drop();
    };
  });

  afterAll(() => drop());

  const give = (caseId: string, name: string, body: object, by: Reader) =>
    service.commands.give('discharges', caseId, name, incoming(body), by);

  it('lives from admission to taking over and is closed', async () => {
    const admitted = opened(
      await service.commands.open(
        'discharges',
        incoming({ patient: patient('19460529-9819'), needs, physician: 'Erik Sandström' }),
        ward(),
      ),
    );
    const { caseId } = admitted;
    const expectedDischargeAt = plusMs(service.clock.now(), 72 * HOUR_MS);
    const steps: [string, object, Reader][] = [
      [
        'send-inskrivningsmeddelande',
        { receivers: ['umea-bistand-norr'], expectedDischargeAt },
        ward(),
      ],
      ['acknowledge', {}, maria()],
      ['answer', { answer: 'known', currentMeasures: 'Hemtjänst' }, maria()],
      [
        'mark-utskrivningsklar',
        { physician: 'Erik Sandström', judgedAt: service.clock.now() },
        ward(),
      ],
      ['send-utskrivningsinformation', { way: 'here', text: 'Höftfraktur.' }, ward()],
      ['give-patient-summary', { way: 'here', text: 'Du har opererats.' }, ward()],
      ['discharge', {}, ward()],
      ['acknowledge', {}, maria()],
      ['take-over', {}, maria()],
    ];
    let last = admitted;
    for (const [name, body, by] of steps) last = opened(await give(caseId, name, body, by));
    expect(last.view.state).toBe('closed');
    expect(last.version).toBe(10);
    const events = await service.views.events('discharges', caseId, ward(), {
      cursor: null,
      limit: 200,
    });
    expect('items' in events && events.items.map(({ seq }) => seq)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
    ]);
  });
});
