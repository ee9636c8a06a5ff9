import { sipAssumed } from '@workflows/agreement';
import {
  called,
  consented,
  drafted,
  established,
  held,
  inStay,
  MEETING,
  offered,
  withoutStay,
} from './courses.testing';
import { at, type SipLife } from './life.testing';
import { sip } from './index';

/**
 * Due times computed by hand, in UTC. Sweden is one hour ahead in winter and two from 29 March to
 * 25 October 2026. Numbers in brackets are the worked examples of the rulebook.
 */
type Row = readonly [what: string, life: () => SipLife, duty: string, due: string | null];

const noticed = (when: string, agreement = sipAssumed) =>
  inStay({ stay: { case: 'stay-1', noticeAt: at(when), caller: 'hc-mariehem' }, agreement });

const strict = { ...sipAssumed, sundayRuleForKallelse: false };

const wrote = (priority: string) =>
  called(inStay()).give('2026-03-05 10:00', 'send-message', {
    ...{ to: ['umea-bistand'], category: 'transport', priority, text: 'Taxi är beställd.' },
  });

const rows: Row[] = [
  ['72 h after the start', withoutStay, 'erbjud-sip', '2026-03-07T09:00:00.000Z'],
  [
    '168 h after the offer',
    () => offered(withoutStay()),
    'svar-pa-erbjudande',
    '2026-03-11T10:00:00.000Z',
  ],
  [
    'the third day is a Saturday: to the end of Monday (7)',
    () => noticed('2026-03-04 09:00'),
    'kallelse',
    '2026-03-09T23:00:00.000Z',
  ],
  [
    'the third day itself where the Sunday rule is not agreed on (7)',
    () => noticed('2026-03-04 09:00', strict),
    'kallelse',
    '2026-03-07T23:00:00.000Z',
  ],
  [
    'no rule of twelve: a notice late on Monday gives Thursday',
    () => noticed('2026-03-02 23:30'),
    'kallelse',
    '2026-03-05T23:00:00.000Z',
  ],
  [
    'a notice before Easter: past Good Friday and Easter Monday',
    () => noticed('2026-03-31 09:00'),
    'kallelse',
    '2026-04-07T22:00:00.000Z',
  ],
  [
    '120 h after the consent',
    () => consented(withoutStay()),
    'kalla-till-sip',
    '2026-03-09T11:00:00.000Z',
  ],
  ['72 h after the call', () => called(withoutStay()), 'boka-mote', '2026-03-08T08:00:00.000Z'],
  [
    '72 h after the call to answer',
    () => called(withoutStay()),
    'svara-kallelse',
    '2026-03-08T08:00:00.000Z',
  ],
  [
    'not after the meeting itself',
    () => called(withoutStay(), { meeting: { ...MEETING, at: at('2026-03-06 13:00') } }),
    'svara-kallelse',
    '2026-03-06T12:00:00.000Z',
  ],
  [
    'the time of the meeting',
    () => called(withoutStay(), { meeting: MEETING }),
    'hall-mote',
    '2026-03-10T12:00:00.000Z',
  ],
  ['168 h after the meeting', () => held(inStay()), 'uppratta-plan', '2026-03-17T13:00:00.000Z'],
  [
    '168 h after the last version',
    () => drafted(inStay()),
    'uppratta-plan',
    '2026-03-17T14:00:00.000Z',
  ],
  [
    '168 h after the version to approve',
    () => drafted(inStay(), { form: 'samordnad-vardplan' }),
    'justera-plan',
    '2026-03-17T14:00:00.000Z',
  ],
  [
    'the end of the day that the plan names',
    () => established(inStay()),
    'folj-upp',
    '2026-06-01T22:00:00.000Z',
  ],
  [
    '168 h after a follow-up that names no day',
    () => established(inStay()).give('2026-06-01 10:00', 'follow-up', { result: 'still-valid' }),
    'nasta-uppfoljning',
    '2026-06-08T08:00:00.000Z',
  ],
  [
    '24 h after a message',
    () => wrote('ordinary'),
    'meddelande-kvittens',
    '2026-03-06T09:00:00.000Z',
  ],
  [
    '2 h after an acute one',
    () => wrote('acute'),
    'meddelande-kvittens',
    '2026-03-05T11:00:00.000Z',
  ],
];

describe('a duty of a SIP is due', () => {
  it.each(rows)('%s', (_what, life, key, due) => {
    expect(life().duty(key).due).toBe(due);
  });

  it('and every duty is among these', () => {
    const declared = sip.machines.flatMap(({ duties }) => Object.keys(duties));
    expect([...new Set(rows.map(([, , key]) => key))].sort()).toEqual(declared.sort());
  });
});
