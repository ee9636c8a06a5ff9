import { ledger, ledgerDifference, statute, type PaymentPolicy } from '@workflows/payment';
import { at, LivedStay, places, type More } from './lived-stay.fixture';
import type { CaseLog, LogLine } from './log-line';
import { policyOf, stayFacts, type PayerFacts } from './stay-facts';

const NEEDS = { socialServices: true, municipalHealthCare: false, openCare: false };
const ALL_NEEDS = { ...NEEDS, openCare: true };
const NOW = '2026-04-01 12:00';
const UMEA = { person: { number: 'personnummer', is: 'new', municipality: '2480' } };
const VANNAS = { person: { number: 'personnummer', is: 'new', municipality: '2460' } };
const DUE = '2026-03-20T12:00:00.000Z';

/** Admitted on a Monday, and who shall receive her is told in time. */
function told(
  receivers: readonly string[],
  more: More & { readonly needs?: object } = {},
): LivedStay {
  const stay = new LivedStay();
  const { needs = NEEDS, given = UMEA, ...rest } = more;
  stay.give('2026-03-02 08:00', 'admit', { needs }, { given });
  stay.give(
    '2026-03-02 10:00',
    'send-inskrivningsmeddelande',
    { receivers, expectedDischargeAt: DUE },
    rest,
  );
  return stay;
}

function ready(stay: LivedStay, when: string, more: More = {}, payload: object = {}): number {
  return stay.give(when, 'mark-utskrivningsklar', { judgedAt: at(when), ...payload }, more);
}

function payersOf(stay: CaseLog, sips: readonly CaseLog[] = [], now = NOW): readonly PayerFacts[] {
  return stayFacts({ stay, sips }, places, at(now))?.payers ?? [];
}

function answerOf(stay: CaseLog, sips: readonly CaseLog[] = [], policy: PaymentPolicy = statute) {
  const [payer] = payersOf(stay, sips);
  if (payer === undefined) throw new Error('nobody pays');
  return { ...ledger(payer.facts, policy), sources: payer.sources };
}

/** Lines of a SIP as its log has them; its process is another package's. */
function sip(...lines: readonly (readonly [string, string])[]): CaseLog {
  return {
    case: 'sip',
    lines: lines.map(([when, type], index): LogLine => {
      const shared = { seq: index + 1, type, machine: null, unit: 'mariehem' };
      const times = { occurredAt: at(when), recordedAt: at(when) };
      return { ...shared, ...times, payload: {}, given: {}, told: [] };
    }),
  };
}

describe('the worked examples that only a log can tell', () => {
  it('33: another ward of the hospital changes no clock', () => {
    const stay = told(['umea-bistand']);
    ready(stay, '2026-03-05 09:00');
    const before = answerOf(stay.log);
    stay.give('2026-03-06 09:00', 'request-move', { unit: 'ortopedi' });
    const machine = 'mv4';
    stay.give('2026-03-06 10:00', 'accept-move', {}, { by: 'ortopedi', machine });
    expect(answerOf(stay.log)).toEqual(before);
    expect(before.periods[0]?.liableFrom).toBe('2026-03-08');
  });

  it('34: a notice to the wrong unit is none until the right one is told', () => {
    const stay = told(['umea-bistand']);
    ready(stay, '2026-03-05 09:00');
    stay.give('2026-03-05 10:00', 'reject', {}, { by: 'umea-bistand', machine: 'h2-1' });
    expect(answerOf(stay.log).periods).toEqual([]);
    stay.give('2026-03-05 13:00', 'readdress', { replaces: 'h2-1', unit: 'umea-bistand-ost' });
    const { periods } = answerOf(stay.log);
    expect(periods).toMatchObject([{ noticeAt: at('2026-03-05 13:00'), liableFrom: '2026-03-09' }]);
    // 5:3 p1: the municipality was told of the admission all the same, unless that is read otherwise.
    expect(periods[0]?.blockedBy).toEqual([]);
    const strict = { ...statute.interpretation, wrongUnitIsTold: false };
    expect(
      answerOf(stay.log, [], { ...statute, interpretation: strict }).periods[0]?.blockedBy,
    ).toMatchObject([{ code: 'INSKRIVNING_LATE' }]);
  });
});

describe('facts of a stay', () => {
  it('name the events behind every row', () => {
    const stay = told(['umea-bistand']);
    ready(stay, '2026-03-05 09:00');
    const left = stay.give('2026-03-10 09:00', 'discharge');
    const { periods, sources, totalDays } = answerOf(stay.log);
    const rows = periods.flatMap(({ rows: each }) => each);
    expect(rows.map(({ events }) => events.flatMap((id) => sources.get(id)))).toEqual([
      ...Array<string[]>(3).fill(['stay.3']),
      ...Array<string[]>(2).fill(['stay.2', 'stay.3']),
    ]);
    expect([totalDays, periods[0]?.endsOn, left]).toEqual([2, '2026-03-10', 4]);
  });

  it('count a notice from when it was told by phone, and from its recording when that is disputed', () => {
    const stay = told(['umea-bistand']);
    const notice = ready(stay, '2026-03-06 09:00', { toldAt: '2026-03-05 09:00' });
    expect(answerOf(stay.log).periods[0]?.noticeAt).toBe(at('2026-03-05 09:00'));
    stay.give('2026-03-06 10:00', 'dispute-registered', { event: notice }, { by: 'umea-bistand' });
    expect(answerOf(stay.log).periods[0]?.noticeAt).toBe(at('2026-03-06 09:00'));
  });

  it('take corrections as they are and keep no trace of what was struck', () => {
    const stay = told(['umea-bistand']);
    ready(stay, '2026-03-05 09:00');
    const plain = answerOf(stay.log);
    const left = stay.give('2026-03-10 09:00', 'discharge');
    const old = answerOf(stay.log);
    stay.give('2026-03-10 10:00', 'correct', { event: left, leftAt: at('2026-03-09 18:00') });
    const corrected = answerOf(stay.log);
    expect(corrected.periods[0]?.endsOn).toBe('2026-03-09');
    expect(ledgerDifference(old, corrected)).toMatchObject({
      days: [{ date: '2026-03-09', before: { chargeable: true }, after: null }],
      ...{ delayDays: -1, totalDays: -1 },
    });
    stay.give('2026-03-10 11:00', 'makulera-event', { event: left });
    expect(answerOf(stay.log)).toEqual(plain);
    // The old one stays as it was.
    expect(answerOf(stay.until(left))).toEqual(old);
  });

  it('are none of a stay that was entered in error, nor of the person it was not', () => {
    const stay = told(['umea-bistand']);
    ready(stay, '2026-03-05 09:00');
    stay.give('2026-03-05 10:00', 'move-wrong-person', {}, { given: VANNAS });
    const [payer] = payersOf(stay.log);
    expect(payer?.payer).toMatchObject({ municipality: '2460', events: ['stay.4'] });
    expect(payer?.facts.events).toEqual([]);
    stay.give('2026-03-05 11:00', 'makulera-case');
    expect(stayFacts({ stay: stay.log, sips: [] }, places, at(NOW))).toBeNull();
  });

  it('begin anew when a physician finds that there is no need', () => {
    const stay = told(['umea-bistand']);
    ready(stay, '2026-03-05 09:00');
    stay.give('2026-03-06 09:00', 'no-need');
    expect(payersOf(stay.log)[0]?.facts.events).toEqual([]);
    stay.give('2026-03-06 12:00', 'judge-need', { needs: NEEDS });
    const facts = payersOf(stay.log)[0]?.facts;
    expect(facts?.needAssessedAt).toBe(at('2026-03-06 12:00'));
  });

  it('know leave, and leave that was called off or put right', () => {
    const stay = told(['umea-bistand']);
    ready(stay, '2026-03-05 09:00');
    const leave = (from: string, until: string) => ({ from: at(from), until: at(until) });
    const types = () =>
      payersOf(stay.log)[0]
        ?.facts.events.filter(({ type }) => type.startsWith('permission'))
        .map((event) => event.at);
    stay.give('2026-03-06 08:00', 'note-permission', leave('2026-03-07 09:00', '2026-03-08 09:00'));
    stay.give('2026-03-06 09:00', 'note-permission', leave('2026-03-07 09:00', '2026-03-09 09:00'));
    expect(types()).toEqual([at('2026-03-07 09:00'), at('2026-03-09 09:00')]);
    stay.give('2026-03-08 12:00', 'end-permission');
    expect(types()).toEqual([at('2026-03-07 09:00'), at('2026-03-08 12:00')]);
    stay.give('2026-03-09 08:00', 'note-permission', leave('2026-03-10 09:00', '2026-03-11 09:00'));
    stay.give('2026-03-09 09:00', 'end-permission');
    expect(types()).toEqual([at('2026-03-07 09:00'), at('2026-03-08 12:00')]);
  });

  it('wait for the open care, for the kallelse, and take a documented no', () => {
    const stay = told(['umea-bistand', 'mariehem'], { needs: ALL_NEEDS });
    ready(stay, '2026-03-05 09:00');
    const codes = (...sips: readonly CaseLog[]) =>
      answerOf(stay.log, sips).periods[0]?.blockedBy.map(({ code }) => code);
    expect(codes()).toEqual(['KALLELSE_MISSING', 'OPEN_CARE_NOT_CLEAR']);
    stay.give(
      '2026-03-05 15:00',
      'clarify-open-care',
      { available: true },
      { by: 'mariehem', machine: 'h2-2' },
    );
    expect(codes(sip(['2026-03-06 09:00', 'call']))).toEqual([]);
    expect(codes(sip(['2026-03-10 09:00', 'call']))).toEqual(['KALLELSE_LATE']);
    const withdrawn = sip(['2026-03-06 09:00', 'call'], ['2026-03-06 10:00', 'withdraw-call']);
    expect(codes(withdrawn)).toEqual(['KALLELSE_MISSING']);
    expect(codes(sip(['2026-03-06 09:00', 'decline-sip']))).toEqual([]);
    const struck = sip(['2026-03-06 09:00', 'call'], ['2026-03-06 10:00', 'makulera-sip']);
    expect(codes(struck)).toEqual(['KALLELSE_MISSING']);
  });

  it('take the decision on open compulsory care for the notice', () => {
    const stay = told(['umea-bistand']);
    stay.give('2026-03-02 12:00', 'note-compulsory-care', { law: 'lpt' });
    ready(stay, '2026-03-05 13:10', {}, { basis: 'open-compulsory-care' });
    const facts = payersOf(stay.log)[0]?.facts;
    expect(facts?.careType).toBe('psychiatric');
    expect(facts?.events.map(({ type }) => type)).toContain('opt-decision-notified');
  });

  it('know how a stay ends: by discharge, transfer and death, the first of them', () => {
    for (const [command, type] of [
      ['transfer-to-region', 'transferred-out'],
      ['register-death', 'deceased'],
    ] as const) {
      const stay = told(['umea-bistand']);
      ready(stay, '2026-03-05 09:00');
      stay.give('2026-03-06 09:00', command, { region: '25' });
      expect(payersOf(stay.log)[0]?.facts.events.at(-1)).toMatchObject({ type });
      expect(answerOf(stay.log).periods[0]?.endsOn).toBe('2026-03-06');
    }
  });

  it('count nobody outside as told before it was carried there', () => {
    const stay = told(['lulea-bistand'], {
      given: { person: { number: 'personnummer', is: 'new', municipality: '2580' } },
    });
    ready(stay, '2026-03-05 09:00');
    expect(answerOf(stay.log).periods).toEqual([]);
    stay.give('2026-03-05 14:00', 'report-sent', {}, { machine: 'x2-1' });
    expect(answerOf(stay.log).periods).toMatchObject([{ noticeAt: at('2026-03-05 14:00') }]);
  });
});

describe('who pays', () => {
  const who = (stay: LivedStay) =>
    payersOf(stay.log).map(({ payer: { municipality, from, until } }) => [
      municipality,
      from,
      until,
    ]);

  it('is the municipality of registration, and another one from the day she has moved', () => {
    const stay = told(['umea-bistand', 'vannas-bistand']);
    expect(who(stay)).toEqual([['2480', '2026-03-02', null]]);
    ready(stay, '2026-03-05 09:00');
    const moved = { municipality: '2460', from: '2026-03-09' };
    const change = stay.give('2026-03-06 09:00', 'change-folkbokforing', moved);
    stay.give('2026-03-12 09:00', 'discharge');
    expect(who(stay)).toEqual([
      ['2480', '2026-03-02', '2026-03-09'],
      ['2460', '2026-03-09', null],
    ]);
    const [umea, vannas] = payersOf(stay.log);
    expect(vannas?.payer.events).toEqual([`stay.${change}`]);
    const days = (payer: PayerFacts | undefined) =>
      payer &&
      ledger(payer.facts, statute).periods.flatMap(({ rows }) =>
        rows.map((row) => row.date.slice(8)),
      );
    expect(days(umea)).toEqual(['05', '06', '07', '08']);
    expect(days(vannas)).toEqual(['09', '10', '11']);
  });

  it('must have been told itself: another municipality being told is nothing to it', () => {
    const stay = told(['vannas-bistand']);
    ready(stay, '2026-03-05 09:00');
    expect(payersOf(stay.log)[0]?.facts.events).toEqual([]);
  });

  it('goes on being the municipality that placed her, whatever the registration says', () => {
    const stay = new LivedStay();
    stay.give('2026-03-02 08:00', 'admit', { placedBy: '2480' }, { given: VANNAS });
    stay.give('2026-03-03 08:00', 'change-folkbokforing', {
      municipality: '2481',
      from: '2026-03-04',
    });
    expect(payersOf(stay.log).map(({ payer }) => [payer.municipality, payer.rule])).toEqual([
      ['2480', '2017:612 5:2 st2'],
    ]);
    const pays = { role: 'pays', municipality: '2460', basis: '2017:612 5:2', from: '2026-03-04' };
    stay.give('2026-03-05 08:00', 'assign-municipality', pays);
    expect(who(stay)).toEqual([
      ['2480', '2026-03-02', '2026-03-04'],
      ['2460', '2026-03-04', null],
    ]);
    expect(payersOf(stay.log).map((payer) => policyOf(payer).id)).toEqual([
      'vasterbotten-2022',
      'vasterbotten-2022',
    ]);
  });

  it('is nobody as long as nobody knows where she is registered', () => {
    const stay = new LivedStay();
    stay.give('2026-03-02 08:00', 'admit', {}, { given: { person: { number: 'reservnummer' } } });
    expect(who(stay)).toEqual([[null, '2026-03-02', null]]);
    stay.give('2026-03-03 08:00', 'identify-patient', {}, { given: UMEA });
    expect(who(stay)).toEqual([['2480', '2026-03-02', null]]);
  });
});
