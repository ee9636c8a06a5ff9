import {
  called,
  CONSENT,
  consented,
  drafted,
  established,
  held,
  inStay,
  measure,
  MEETING,
  offered,
  ORDINARY,
  plan,
  reason,
  runOut,
  withdrawn,
  withoutStay,
} from './courses.testing';
import { at, type Known, type SipLife } from './life.testing';
import { messageRefusals, NO_CONSENT, RUN_OUT, type RefusalRow } from './message-refusals.testing';
import { proposedRefusals } from './proposed-refusals.testing';
import { sip } from './index';

const NOON = at('2026-03-12 12:00');

const PAST_DAY = 'Dagen för uppföljning kan inte redan ha passerat.';
const OTHER_VERSION = 'Det finns en nyare version av planen. Läs den först.';
const PAST_MEETING = 'Mötet kan inte bokas till en tid som redan har passerat.';
const GROWN_UP = 'Personen är inte under 18 år, eller så är åldern inte känd.';

const child = (childAge: Known['childAge']) => () =>
  withoutStay(childAge === undefined ? {} : { childAge });
const grownUp = () => withoutStay();
/** The consent held for the day on which it was given. */
const shortly = (life: SipLife) =>
  offered(life).give('2026-03-04 12:00', 'record-consent', { ...CONSENT, until: '2026-03-11' });

const soon = { ...MEETING, at: at('2026-03-20 13:00') };
const units = { units: ['umea-bistand'] };
const establish = { version: 6, followUpOn: '2026-06-01' };
const followed = { result: 'still-valid', followUpOn: '2026-09-01' };
const invited = { who: 'Anna Berg', as: 'rektor' };
const going = { measure: 'i1', status: 'ongoing' };
const decision = { measure: 'i1', consentedBy: 'guardian', isPlacement: false };
const stay = { stay: 'stay-1' };
const approve = { participant: 'p4-1', version: 6 };
const omsorg = { kind: 'omsorgskontakt', name: 'Kim Berg', from: '2026-03-04' };
const custody = { guardians: ['Sara Lind'] };
const heard = { heard: true, said: 'Vill hem.' };

const inCall = () => consented(inStay());
/** Called as the law asks, before anybody had asked the person; then the stay was struck. */
const strandedCall = () => {
  const life = inStay().give('2026-03-05 09:00', 'call', { units: ['umea-bistand'] });
  life.told(at('2026-03-06 09:00'), 'stay-ended', { ending: 'makulerad' });
  return life;
};
const inDraft = () => drafted(inStay());
const planned = () => established(inStay());

const rows: readonly RefusalRow[] = [
  ...messageRefusals,
  ...proposedRefusals,
  [
    'link-stay',
    'Personen har inte sagt ja. Erbjud SIP:en på nytt först.',
    { life: () => offered(withoutStay(ORDINARY)), payload: stay },
    { life: () => consented(withoutStay(ORDINARY)), payload: stay },
  ],
  [
    'record-consent',
    'Samtycket kan inte gälla till en dag som redan har passerat.',
    { life: () => offered(withoutStay()), payload: { ...CONSENT, until: '2026-03-11' } },
    { life: () => offered(withoutStay()), payload: { ...CONSENT, until: '2026-03-12' } },
  ],
  [
    'record-consent',
    'En vårdnadshavare samtycker bara för den som är under 18 år.',
    { life: () => offered(withoutStay()), payload: { ...CONSENT, givenBy: 'guardian' } },
    { life: () => offered(child('under-12')()), payload: { ...CONSENT, givenBy: 'guardian' } },
  ],
  [
    'call',
    'Utan vårdtillfälle kallas ingen innan samtycket är antecknat.',
    { life: strandedCall, payload: { units: ['vannas-bistand'] } },
    { life: inCall, payload: units },
  ],
  [
    'call',
    'En av enheterna finns inte.',
    { life: inCall, payload: { units: ['umea-bistand', 'ingen'] } },
    { life: inCall, payload: units },
  ],
  [
    'call',
    'En av enheterna har inga konton här. Bjud in den i stället.',
    { life: inCall, payload: { units: ['lulea-bistand'] } },
    { life: inCall, payload: units },
  ],
  [
    'call',
    'En av enheterna är redan kallad eller är er egen.',
    { life: () => called(inStay()), payload: units },
    { life: () => called(inStay()), payload: { units: ['vannas-bistand'] } },
  ],
  [
    'call',
    'Utan samtycke får kallelsen inte säga mer än att enheten kallas.',
    { life: inStay, payload: { ...units, message: 'Hon har ramlat.' } },
    { life: inStay, payload: units },
  ],
  [
    'invite',
    NO_CONSENT,
    { life: withoutStay, payload: invited },
    { life: inCall, payload: invited },
  ],
  [
    'invite',
    RUN_OUT,
    { life: () => shortly(inStay()), payload: invited },
    { life: inCall, payload: invited },
  ],
  [
    'book-meeting',
    PAST_MEETING,
    { life: () => called(inStay()), payload: MEETING },
    { life: () => called(inStay()), payload: soon },
  ],
  [
    'move-meeting',
    PAST_MEETING,
    { life: () => called(inStay(), { meeting: MEETING }), payload: MEETING },
    { life: () => called(inStay(), { meeting: MEETING }), payload: soon },
  ],
  [
    'draft-plan',
    NO_CONSENT,
    { life: () => withdrawn(held(inStay())), payload: plan() },
    { life: () => held(inStay()), payload: plan() },
  ],
  [
    'draft-plan',
    RUN_OUT,
    { life: () => runOut(held(inStay())), payload: plan() },
    { life: () => held(inStay()), payload: plan() },
  ],
  [
    'draft-plan',
    'Den som har det övergripande ansvaret ska vara en enhet som deltar i SIP:en.',
    { life: () => held(inStay()), payload: plan({ responsible: 'vannas-bistand' }) },
    { life: () => held(inStay()), payload: plan({ responsible: 'umea-bistand' }) },
  ],
  [
    'draft-plan',
    'En insats har en enhet som inte deltar i SIP:en, eller fel huvudman för enheten.',
    {
      life: () => held(inStay()),
      payload: plan({ measures: [{ ...measure, huvudman: 'kommun-2480' }] }),
    },
    { life: () => held(inStay()), payload: plan() },
  ],
  [
    'draft-plan',
    'En insats hör till ett mål som inte finns i planen.',
    { life: () => held(inStay()), payload: plan({ measures: [{ ...measure, goal: 2 }] }) },
    { life: () => held(inStay()), payload: plan({ measures: [{ ...measure, goal: 1 }] }) },
  ],
  [
    'establish-plan',
    RUN_OUT,
    { life: () => runOut(inDraft()), payload: establish },
    { life: inDraft, payload: establish },
  ],
  [
    'establish-plan',
    OTHER_VERSION,
    { life: inDraft, payload: { ...establish, version: 5 } },
    { life: inDraft, payload: establish },
  ],
  [
    'establish-plan',
    'Alla kallade enheter har inte justerat versionen.',
    { life: () => drafted(inStay(), { form: 'samordnad-vardplan' }), payload: establish },
    { life: inDraft, payload: establish },
  ],
  [
    'establish-plan',
    PAST_DAY,
    { life: inDraft, payload: { ...establish, followUpOn: '2026-03-11' } },
    { life: inDraft, payload: { ...establish, followUpOn: '2026-03-12' } },
  ],
  [
    'report-measure',
    'Det finns ingen plan än.',
    { life: () => held(inStay()), payload: going },
    { life: planned, payload: going, by: 'umea-bistand' },
  ],
  [
    'report-measure',
    NO_CONSENT,
    {
      // The call of the law is owed again: the SIP is open, and without a consent.
      life: () => withdrawn(inDraft().give('2026-03-11 09:00', 'withdraw-call', { reason })),
      payload: going,
    },
    { life: planned, payload: going },
  ],
  [
    'report-measure',
    RUN_OUT,
    { life: () => runOut(planned()), payload: going },
    { life: planned, payload: going },
  ],
  [
    'approve-plan',
    OTHER_VERSION,
    { life: inDraft, payload: { ...approve, version: 5 } },
    { life: inDraft, payload: approve },
  ],
  [
    'approve-plan',
    'Skriv vad reservationen gäller, eller justera utan reservation.',
    { life: inDraft, payload: { ...approve, reserved: true } },
    { life: inDraft, payload: { ...approve, reserved: true, reservation: reason } },
  ],
  [
    'follow-up',
    RUN_OUT,
    { life: () => runOut(planned()), payload: followed },
    { life: planned, payload: followed },
  ],
  [
    'follow-up',
    PAST_DAY,
    { life: planned, payload: { ...followed, followUpOn: '2026-03-11' } },
    { life: planned, payload: followed },
  ],
  [
    'plan-follow-up',
    PAST_DAY,
    { life: planned, payload: { followUpOn: '2026-03-11' } },
    { life: planned, payload: { followUpOn: '2026-03-12' } },
  ],
  [
    'close-sip',
    'Kallelsen är inte skickad. Kalla först, eller anteckna att personen tackar nej.',
    { life: inCall, payload: { because: 'other', reason } },
    { life: planned, payload: { because: 'other', reason } },
  ],
  [
    'makulera-sip',
    'SIP:en är redan makulerad.',
    {
      life: () => inStay().give('2026-03-05 09:00', 'makulera-sip', { reason }),
      payload: { reason },
    },
    { life: inStay, payload: { reason } },
  ],
  [
    'name-contact',
    'En fast omsorgskontakt ska vara undersköterska.',
    { life: inStay, payload: omsorg },
    { life: inStay, payload: { ...omsorg, isUnderskoterska: true } },
  ],
  [
    'end-contact',
    'Det finns ingen sådan fast kontakt antecknad.',
    { life: inStay, payload: { kind: 'vardkontakt', on: '2026-03-12' } },
    {
      life: () =>
        inStay().give('2026-03-05 09:00', 'name-contact', { ...omsorg, kind: 'lakarkontakt' }),
      payload: { kind: 'lakarkontakt', on: '2026-03-12' },
    },
  ],
  [
    'note-custody',
    GROWN_UP,
    { life: grownUp, payload: custody },
    { life: child('from-15'), payload: custody },
  ],
  [
    'note-child-heard',
    GROWN_UP,
    { life: grownUp, payload: heard },
    { life: child('from-15'), payload: heard },
  ],
  [
    'note-measure-decision',
    GROWN_UP,
    { life: grownUp, payload: decision },
    { life: child('under-12'), payload: decision },
  ],
  [
    'note-measure-decision',
    'Barnet är för ungt för att insatsen ska kunna beslutas utan vårdnadshavaren.',
    { life: child('under-12'), payload: { ...decision, consentedBy: 'child-from-12' } },
    { life: child('from-15'), payload: { ...decision, consentedBy: 'child-from-12' } },
  ],
  [
    'note-measure-decision',
    'Barnet är för ungt för att insatsen ska kunna beslutas utan vårdnadshavaren.',
    { life: child('from-12'), payload: { ...decision, consentedBy: 'child-from-15' } },
    { life: child('from-12'), payload: { ...decision, consentedBy: 'child-from-12' } },
  ],
  [
    'note-measure-decision',
    'En placering kräver alltid vårdnadshavarens samtycke.',
    {
      life: child('from-15'),
      payload: { ...decision, consentedBy: 'child-from-15', isPlacement: true },
    },
    { life: child('from-15'), payload: { ...decision, isPlacement: true } },
  ],
];

describe('a rule refuses, and lets through what it does not mean', () => {
  it.each(rows)('%s: %s', (command, why, no, yes) => {
    const refused = no.life();
    const { state, log } = refused;
    const events = log.length;
    expect(refused.ask(NOON, command, no.payload, no.by)).toEqual({ because: 'rule', why });
    expect([refused.state, refused.log.length]).toEqual([state, events]);
    expect(yes.life().ask(NOON, command, yes.payload, yes.by)).toBeNull();
  });

  it('and every rule of every command is among these', () => {
    const declared = [sip.open, ...sip.commands].flatMap(({ name, refuse }) =>
      refuse.map(({ why }) => `${name}: ${why.sv}`),
    );
    const tried = rows.map(([command, why]) => `${command}: ${why}`);
    expect([...new Set(tried)].sort()).toEqual([...new Set(declared)].sort());
  });

  it('and none needs a payload to be asked about the present', () => {
    for (const { refuse, to } of sip.commands) {
      for (const { when } of refuse) {
        for (const life of [inStay(), established(inStay())]) {
          for (const { context, kind } of Object.values(life.state.machines)) {
            if (kind === to) expect([true, false]).toContain(when(context, null, life.context));
          }
        }
      }
    }
  });
});

describe('what is not possible in the state changes nothing', () => {
  it.each([
    ['offer twice', () => offered(inStay()), 'offer-sip', {}],
    ['consent unasked', inStay, 'record-consent', CONSENT],
    ['call without a stay and a consent', withoutStay, 'call', units],
    ['book without a call', inCall, 'book-meeting', soon],
    ['hold a meeting without a call', inCall, 'hold-meeting', { way: 'home', attended: 'A.' }],
    ['follow up no plan', () => held(inStay()), 'follow-up', followed],
    ['withdraw no consent', inStay, 'withdraw-consent', {}],
    ['refuse what has been offered', () => offered(inStay()), 'refuse-sip', { reason }],
  ])('%s', (_what, life, command, payload) => {
    const before = life();
    const { state } = before;
    expect(before.ask(NOON, command, payload)).toEqual({ because: 'state' });
    expect(before.state).toBe(state);
  });

  it('and nobody answers for another unit', () => {
    const life = called(inStay());
    const answer = { participant: 'p4-1', answer: 'attends' };
    expect(life.ask(NOON, 'answer-call', answer, 'umea-hemsjukvard')).toEqual({ because: 'role' });
    expect(life.ask(NOON, 'call', { units: ['hc-teg'] }, 'umea-bistand')).toEqual({
      because: 'role',
    });
  });
});
