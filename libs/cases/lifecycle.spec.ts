import { HOUR_MS, plusMs } from '@hemgang/kernel';
import { ANNA, County, MARIA } from '@hemgang/testing';

describe('a discharge through the use cases and a real database', () => {
  let county: County;

  beforeAll(async () => {
    county = await County.open();
  });

  afterAll(() => county.close());

  it('lives from admission to taking over and is closed, with a gapless log', async () => {
    const { caseId } = await county.told();
    await county.give(caseId, 'acknowledge', MARIA);
    await county.give(caseId, 'answer', MARIA, { answer: 'known', currentMeasures: 'Hemtjänst' });
    const judgedAt = county.service.clock.now();
    await county.give(caseId, 'mark-utskrivningsklar', ANNA, { physician: 'E. S.', judgedAt });
    const text = { way: 'here', text: 'Höftfraktur.' };
    await county.give(caseId, 'send-utskrivningsinformation', ANNA, text);
    await county.give(caseId, 'give-patient-summary', ANNA, text);
    await county.give(caseId, 'discharge', ANNA);
    await county.give(caseId, 'acknowledge', MARIA);
    const last = await county.give(caseId, 'take-over', MARIA);
    expect(last.view.state).toBe('closed');
    const events = await county.service.views.events('discharges', caseId, county.reader(ANNA), {
      cursor: null,
      limit: 200,
    });
    if (!('items' in events)) throw new Error(events.code);
    expect(events.items.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('shows content only to the controllers it was disclosed to', async () => {
    const { caseId, view } = await county.admit();
    expect(view.patient?.name).toBeDefined();
    const told = await county.give(caseId, 'send-inskrivningsmeddelande', ANNA, {
      receivers: ['umea-bistand-norr'],
      expectedDischargeAt: plusMs(county.service.clock.now(), HOUR_MS),
    });
    expect(told.view.handovers.map(({ word }) => word)).toEqual(['notified']);
    const seen = await county.give(caseId, 'acknowledge', MARIA);
    expect(seen.view.patient?.number).toBe(view.patient?.number);
    expect(seen.view.entries.map(({ entry }) => entry)).toEqual(['inskrivningsmeddelande']);
    const answered = await county.give(caseId, 'answer', MARIA, {
      answer: 'known',
      currentMeasures: 'Trygghetslarm',
    });
    expect(answered.view.entries.at(-1)?.body).toMatchObject({ currentMeasures: 'Trygghetslarm' });
    const ward = await county.service.views.case('discharges', caseId, county.reader(ANNA));
    if ('code' in ward) throw new Error(ward.code);
    expect(ward.entries.at(-1)?.body).toMatchObject({ currentMeasures: 'Trygghetslarm' });
  });
});
