import { deserialize, serialize } from 'node:v8';
import { replay, type Asker } from '@hemgang/engine';
import { HOUR_MS, plusMs } from '@hemgang/kernel';
import { avvikelseAgreement, avvikelseAssumed } from '@workflows/agreement';
import { avvikelse, avvikelseContext } from './index';
import { actions, GIVEN, Play, reason, STRANGER, text, UMEA, WARD } from './play.testing';

const word = ({ now }: Play) => avvikelse.summary(now).word;
const duties = ({ now }: Play) => now.duties.map(({ key, unit }) => `${key} ${unit}`);
const due = ({ now }: Play) => now.duties.map((duty) => duty.due);
const after = (at: string, hours: number) => plusMs(`2026-${at}T08:00:00.000Z`, hours * HOUR_MS);

const { mottagandeHours, svarHours, avslutHours } = avvikelseAssumed;

describe('an avvikelse', () => {
  it('goes from report to close, each wait a duty with owner and due time', () => {
    const play = new Play();
    expect(play.report()).toBe('played');
    expect([word(play), duties(play), due(play)]).toEqual([
      ...['reported', ['ta-emot-avvikelse nus-medicin-2'], [after('03-02', mottagandeHours)]],
    ]);
    expect(play.give('receive-avvikelse', WARD, '03-04')).toBe('played');
    // A late receipt makes the time to answer no longer.
    expect([word(play), duties(play), due(play)]).toEqual([
      ...['received', ['besvara-avvikelse nus-medicin-2'], [after('03-02', svarHours)]],
    ]);
    expect(play.give('answer-avvikelse', WARD, '03-05', { actions })).toBe('played');
    expect([word(play), duties(play), due(play)]).toEqual([
      ...['answered', ['avsluta-avvikelse umea-bistand-norr'], [after('03-05', avslutHours)]],
    ]);
    expect(play.now.closedAt).toBeNull();
    expect(play.give('close-avvikelse', UMEA, '03-06')).toBe('played');
    expect([word(play), duties(play), play.now.closedAt]).toEqual([
      ...['closed', [], '2026-03-06T08:00:00.000Z'],
    ]);
    expect(avvikelse.summary(play.now).endedAt).toBe('2026-03-06T08:00:00.000Z');
  });

  it('sends an answer back once, and then closes; the first answer is what came in time or not', () => {
    const play = new Play().sentBack();
    expect([word(play), duties(play), due(play)]).toEqual([
      ...['received', ['besvara-avvikelse nus-medicin-2'], [after('03-05', svarHours)]],
    ]);
    play.give('answer-avvikelse', WARD, '03-09', { actions });
    expect(avvikelseContext(play.now).answeredAt).toBe('2026-03-04T08:00:00.000Z');
    const { state } = play;
    expect(play.give('send-back-answer', UMEA, '03-10', { reason })).toBe('rule');
    expect(play.state).toBe(state);
    expect(play.give('close-avvikelse', UMEA, '03-10')).toBe('played');
  });

  it('is withdrawn as long as nobody has received it, and then waits for nobody', () => {
    const play = new Play();
    play.report();
    expect(play.give('withdraw-avvikelse', UMEA, '03-03')).toBe('played');
    expect([word(play), duties(play)]).toEqual(['withdrawn', []]);
    expect(play.now.closedAt).not.toBeNull();
  });

  it('hands its words out on a ground, and tells without one that something was done', () => {
    const play = new Play().sentBack();
    expect(play.told).toEqual([
      'avvikelse-rapporterad CONSENT_OR_EXCEPTION nus-medicin-2',
      'avvikelse-mottagen PROCESS umea-bistand-norr',
      'avvikelse-besvarad CONSENT_OR_EXCEPTION umea-bistand-norr',
      'avvikelse-tillbaka CONSENT_OR_EXCEPTION nus-medicin-2',
    ]);
    expect(new Play().closed().told.at(-1)).toBe('avvikelse-avslutad PROCESS nus-medicin-2');
  });

  it('keeps no word in log or state, and is the same when its log is replayed', () => {
    const play = new Play().sentBack();
    expect(JSON.stringify([play.log, play.now])).not.toMatch(/Läkemedel|rutinen|helger/);
    const migration = (): never => {
      throw new Error('there is one version only');
    };
    const log = deserialize(serialize(play.log)) as typeof play.log;
    expect(replay(log, { version: () => avvikelse, migration }).at(-1)?.state).toEqual(play.now);
  });

  it('may be reported without a word', () => {
    expect(new Play().report({ text: undefined })).toBe('played');
  });

  it('is lived through without a word where the identity is protected, and else not', () => {
    const wordless = { wordless: true };
    const play = new Play();
    expect(play.report({ text: undefined }, { ...GIVEN, ...wordless })).toBe('played');
    play.give('receive-avvikelse', WARD, '03-03');
    expect(play.give('answer-avvikelse', WARD, '03-04', { actions }, wordless)).toBe('rule');
    expect(play.give('answer-avvikelse', WARD, '03-04')).toBe('rule');
    expect(play.give('answer-avvikelse', WARD, '03-04', {}, wordless)).toBe('played');
    expect(play.give('send-back-answer', UMEA, '03-05', { reason }, wordless)).toBe('rule');
    expect(play.give('send-back-answer', UMEA, '03-05', {}, wordless)).toBe('played');
  });

  it('runs by an agreement that is complete', () => {
    expect(avvikelseAgreement.parse(avvikelseAssumed)).toEqual(avvikelseAssumed);
    expect(avvikelseAgreement.safeParse({ ...avvikelseAssumed, svarHours: 0 }).success).toBe(false);
  });
});

describe('a report that is not one', () => {
  it.each([
    [
      'about a unit of the own huvudman',
      {},
      { huvudman: { 'nus-medicin-2': 'kommun-2480', 'umea-bistand-norr': 'kommun-2480' } },
      'rule',
    ],
    ['to a unit that has closed', {}, { units: {} }, 'rule'],
    ['in words about a protected identity', {}, { wordless: true }, 'rule'],
    ['to a unit without an account', {}, { external: [WARD.unit] }, 'rule'],
    ['of a category that nobody counts', { category: 'ovrigt' }, {}, 'payload'],
    ['without a category', { category: undefined }, {}, 'payload'],
    ['of a consequence that nobody counts', { consequence: 'stor' }, {}, 'payload'],
    ['about nothing', { about: undefined }, {}, 'payload'],
    ['with an empty text', { text: ' ' }, {}, 'payload'],
    ['with more than is asked', { patient: 'Anna' }, {}, 'payload'],
  ])('%s is refused', (_what, change, given, outcome) => {
    const play = new Play();
    expect(play.report(change, { ...GIVEN, ...given })).toBe(outcome);
    expect(play.state).toBeNull();
  });
});

describe('a command in the wrong place', () => {
  const reported = () => {
    const play = new Play();
    play.report();
    return play;
  };
  const cases: readonly (readonly [string, () => Play, string, Asker, object?])[] = [
    ['answer before it is received', reported, 'answer-avvikelse', WARD, { actions }],
    ['close before it is answered', reported, 'close-avvikelse', UMEA],
    ['receive one’s own', reported, 'receive-avvikelse', UMEA],
    ['withdraw the other’s', reported, 'withdraw-avvikelse', WARD],
    ['withdraw what is received', () => new Play().received(), 'withdraw-avvikelse', UMEA],
    ['receive twice', () => new Play().received(), 'receive-avvikelse', WARD],
    ['answer one’s own', () => new Play().received(), 'answer-avvikelse', UMEA, { actions }],
    ['answer with nothing', () => new Play().received(), 'answer-avvikelse', WARD],
    ['answer twice', () => new Play().answered(), 'answer-avvikelse', WARD, { actions }],
    ['close the other’s', () => new Play().answered(), 'close-avvikelse', WARD],
    ['send back the own answer', () => new Play().answered(), 'send-back-answer', WARD, { reason }],
    ['send back without a reason', () => new Play().answered(), 'send-back-answer', UMEA],
    ['send back what is closed', () => new Play().closed(), 'send-back-answer', UMEA, { reason }],
    ['close twice', () => new Play().closed(), 'close-avvikelse', UMEA],
    ['answer as nobody', () => new Play().received(), 'answer-avvikelse', STRANGER, { actions }],
  ];

  it.each(cases.map((wrong) => ({ what: wrong[0], wrong })))('$what is refused', ({ wrong }) => {
    const [, at, name, by, payload = {}] = wrong;
    const play = at();
    const { state } = play;
    expect(play.give(name, by, '03-20', payload)).not.toBe('played');
    expect(play.state).toBe(state);
  });

  it('would be seen to be played', () => {
    expect(new Play().received().give('answer-avvikelse', WARD, '03-20', { actions: text })).toBe(
      'played',
    );
  });
});
