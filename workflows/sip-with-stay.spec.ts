import type { TellCaseEffect } from '@hemgang/engine';
import type { Instant } from '@hemgang/kernel';
import { callerOf, dischargeContext } from '@workflows/discharge';
import { systemEvent } from './discharge/history.testing';
import { allNeeds, patient as elsa, Stay } from './discharge/stay.testing';
import { at, patient, SipLife } from './sip/life.testing';

const SIP = 'sip-1';
const STAY = 'stay-1';
const physician = 'Karin Åström';

/** A stay and its SIP that tell each other what they have to tell, as the outbox does. */
class Both {
  readonly stay = new Stay()
    .give('2026-03-02 08:00', 'admit', { patient: elsa, needs: allNeeds, physician })
    .give('2026-03-02 10:00', 'send-inskrivningsmeddelande', {
      receivers: ['umea-bistand', 'hc-mariehem', 'nus-geriatrik'],
      expectedDischargeAt: at('2026-03-06 12:00'),
    });
  private life: SipLife | null = null;

  get sip(): SipLife {
    if (this.life === null) throw new Error('no SIP');
    return this.life;
  }

  get sips() {
    return dischargeContext(this.stay.state).sips;
  }

  /** Looked up when it is started, told from then on. */
  startSip(when: string): this {
    const context = dischargeContext(this.stay.state);
    const stay = {
      case: STAY,
      noticeAt: context.utskrivningsklar?.sentAt ?? null,
      caller: callerOf(context),
    };
    this.life = new SipLife({ stay }).give(
      when,
      'start-sip',
      { patient, stay: STAY, need: 'Stroke.' },
      'nus-medicin-2',
    );
    return this.fromSip(when);
  }

  inStay(when: string, name: string, payload = {}, more = {}): this {
    this.stay.give(when, name, payload, more);
    return this.fromStay(at(when));
  }

  inSip(when: string, name: string, payload = {}, by?: string): this {
    this.sip.give(when, name, payload, by);
    return this.fromSip(when);
  }

  private fromSip(when: string): this {
    for (const { fact, payload } of tells(this.sip.last.effects)) {
      const event = systemEvent(this.stay.state, fact, at(when));
      this.stay.happen({ ...event, payload: { ...payload, case: SIP, seq: 1 } });
      this.fromStay(at(when));
    }
    return this;
  }

  private fromStay(when: Instant): this {
    for (const { fact, payload } of tells(this.stay.last.effects)) {
      this.sip.told(when, fact, payload);
    }
    return this;
  }
}

function tells(effects: readonly { readonly type: string }[]): TellCaseEffect[] {
  return effects.filter((effect): effect is TellCaseEffect => effect.type === 'tell-case');
}

const ready = { physician, judgedAt: at('2026-03-04 08:30') };
const contact = { name: 'Maria Öberg', phone: '0980-319 217' };

describe('a stay and its SIP', () => {
  it('know of each other, and the call is owed three days after the notice', () => {
    const both = new Both().startSip('2026-03-03 10:00');
    expect(both.sips).toEqual([{ case: SIP }]);
    expect(both.sip.duty('kallelse')).toMatchObject({ unit: 'hc-mariehem', due: null });
    both.inStay('2026-03-04 09:00', 'mark-utskrivningsklar', ready);
    // Saturday the 7th; lag 1930:173 lets it wait until the end of Monday (7).
    expect(both.sip.duty('kallelse').due).toBe(at('2026-03-10 00:00'));
  });

  it('a SIP that is started after the notice knows when it was sent', () => {
    const both = new Both();
    both.stay.give('2026-03-04 09:00', 'mark-utskrivningsklar', ready);
    both.startSip('2026-03-04 10:00');
    expect(both.sip.duty('kallelse').due).toBe(at('2026-03-10 00:00'));
  });

  it('the unit that is marked as calling calls', () => {
    const both = new Both().startSip('2026-03-03 10:00');
    both
      .inStay('2026-03-03 11:00', 'appoint-fast-vardkontakt', contact, { handover: 'h2-3' })
      .inStay('2026-03-03 12:00', 'appoint-fast-vardkontakt', contact, { handover: 'h2-2' });
    expect(both.sip.duty('kallelse').unit).toBe('nus-geriatrik');
    both.inStay('2026-03-03 13:00', 'mark-calling-contact', {}, { handover: 'h2-2' });
    expect(both.sip.duty('kallelse').unit).toBe('hc-mariehem');
  });

  it('a withdrawn judgement takes the time away, and a new one gives another', () => {
    const both = new Both().startSip('2026-03-03 10:00');
    both.inStay('2026-03-04 09:00', 'mark-utskrivningsklar', ready);
    both.inStay('2026-03-05 09:00', 'withdraw-utskrivningsklar', { reason: 'Feber.' });
    expect(both.sip.duty('kallelse').due).toBeNull();
    both.inStay('2026-03-09 09:00', 'mark-utskrivningsklar', {
      physician,
      judgedAt: at('2026-03-09 08:30'),
    });
    expect(both.sip.duty('kallelse').due).toBe(at('2026-03-13 00:00'));
    both.inStay('2026-03-09 10:00', 'makulera-event', {
      event: both.stay.state.seq,
      reason: 'Fel.',
    });
    expect(both.sip.duty('kallelse').due).toBeNull();
  });

  it('the call outlives the stay, and the stay learns that it was sent and taken back', () => {
    const both = new Both().startSip('2026-03-03 10:00');
    both.inStay('2026-03-04 09:00', 'mark-utskrivningsklar', ready);
    both.inStay('2026-03-04 15:00', 'discharge');
    expect(both.sip.owed).toEqual(['erbjud-sip', 'kallelse']);
    both.inSip('2026-03-05 09:00', 'call', { units: ['umea-bistand'] });
    expect(both.sips).toEqual([{ case: SIP, calledAt: at('2026-03-05 09:00') }]);
    both.inSip('2026-03-05 10:00', 'withdraw-call', { reason: 'Fel enhet.' });
    expect(both.sips).toEqual([{ case: SIP, calledAt: undefined }]);
  });

  it('a no, a new offer and a struck SIP are known to the stay', () => {
    const both = new Both().startSip('2026-03-03 10:00');
    both.inSip('2026-03-03 11:00', 'offer-sip').inSip('2026-03-03 12:00', 'decline-sip');
    expect(both.sips).toEqual([{ case: SIP, declined: true }]);
    both.inSip('2026-03-03 13:00', 'offer-sip');
    expect(both.sips).toEqual([{ case: SIP, declined: undefined }]);
    both.inSip('2026-03-03 14:00', 'makulera-sip', { reason: 'Fel.' });
    expect(both.sips).toEqual([]);
  });

  it.each([
    ['a death ends the SIP', 'register-death', {}, 'closed'],
    ['a struck stay leaves a SIP without a stay', 'makulera-case', { reason: 'Fel.' }, 'started'],
    [
      'a transfer to another region too',
      'transfer-to-region',
      { region: '25', hospital: 'S' },
      'started',
    ],
  ])('%s', (_what, name, payload, word) => {
    const both = new Both().startSip('2026-03-03 10:00').inStay('2026-03-04 09:00', name, payload);
    expect(both.sip.word).toBe(word);
    expect(both.sip.owed).not.toContain('kallelse');
  });

  it('a SIP that is linked when the stay is over learns that too', () => {
    const both = new Both();
    both.stay.give('2026-03-03 09:00', 'register-death');
    expect(both.startSip('2026-03-03 10:00').sip.word).toBe('closed');
  });
});
