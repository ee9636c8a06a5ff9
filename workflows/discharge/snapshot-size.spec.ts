import { at, allNeeds, patient, Stay } from './stay.testing';

/**
 * What one row of a case may weigh beside what the county has agreed on, which is the same in all: it is
 * read and written with every command.
 */
const SNAPSHOT_BYTES_MAX = 5.75 * 1024;

const physician = 'Karin Åström';

/** Three receivers, everything owed, nobody has acknowledged anything for days. */
const busiest = () =>
  new Stay()
    .give('2026-03-02 08:00', 'admit', { patient, needs: allNeeds, physician })
    .give('2026-03-02 10:00', 'send-inskrivningsmeddelande', {
      receivers: ['umea-bistand', 'umea-hemsjukvard', 'hc-mariehem'],
      expectedDischargeAt: at('2026-03-06 12:00'),
    })
    .give('2026-03-03 10:00', 'change-expected-discharge', {
      expectedDischargeAt: at('2026-03-07 12:00'),
    })
    .give('2026-03-04 10:00', 'mark-utskrivningsklar', {
      physician,
      judgedAt: at('2026-03-04 09:30'),
    })
    .give('2026-03-04 11:00', 'send-utskrivningsinformation', { way: 'here', text: 'Går.' })
    .give(
      '2026-03-04 12:00',
      'state-can-receive-from',
      { canReceiveFrom: at('2026-03-07 12:00') },
      { handover: 'h2-1' },
    );

describe('the stored state of a case', () => {
  it('stays small with three handovers and everything owed', () => {
    const { agreement: _, ...state } = busiest().state;
    expect(Object.keys(state.machines)).toHaveLength(4);
    expect(state.duties.length).toBeGreaterThanOrEqual(13);
    expect(Buffer.byteLength(JSON.stringify(state))).toBeLessThan(SNAPSHOT_BYTES_MAX);
  });

  it('is plain JSON', () => {
    const { state } = busiest();
    expect(JSON.parse(JSON.stringify(state))).toEqual(state);
  });

  it('holds nothing of the patient and no free text', () => {
    const stay = busiest();
    const written = JSON.stringify([stay.state, stay.log]);
    for (const personal of ['Elsa', 'Sjöström', '19460529', 'Storgatan', 'Åström', 'Går.']) {
      expect(written).not.toContain(personal);
    }
  });
});
