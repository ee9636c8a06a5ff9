import type { AllowedCommand, Case, Sip } from '../api/types';
import { stages } from '../generated/stages';
import { restOf, seenStages, type Situation } from './stage';

const WORDS: Record<Case['state'], true> = {
  ...{ admitted: true, planning: true, utskrivningsklar: true },
  ...{ left: true, closed: true, makulerad: true },
};
const SIP_WORDS: Record<Sip['state'], true> = {
  ...{ started: true, offered: true, declined: true, refused: true, consented: true },
  ...{ called: true, booked: true, held: true, drafted: true, established: true },
  ...{ 'followed-up': true, withdrawn: true, closed: true, makulerad: true },
};

const situation = (state: string, more: Partial<Situation> = {}): Situation => ({
  ...{ state, allowedCommands: [], otherCommands: [] },
  ...more,
});

const may = (name: string): AllowedCommand => ({
  ...{ name, label: name, consequence: '', handover: null, target: {} },
  ...{ registered: 'no', isWaitedFor: false },
});

const mayNot = (name: string) => ({ name, label: name, whyNot: `${name} går inte.` });

const presentOf = (path: 'discharges' | 'sips', view: Situation) =>
  seenStages(path, view)
    .filter(({ isPresent }) => isPresent)
    .map(({ key }) => key);

const stageOf = (view: Situation, key: string) => {
  const found = seenStages('discharges', view).find((stage) => stage.key === key);
  if (found === undefined) throw new Error(`no stage "${key}"`);
  return found;
};

describe('the present stage', () => {
  it.each(Object.keys(WORDS))('of a stay that is %s is marked once', (word) => {
    expect(presentOf('discharges', situation(word))).toEqual([word]);
  });

  it.each(Object.keys(SIP_WORDS))('of a SIP that is %s is marked once', (word) => {
    expect(presentOf('sips', situation(word))).toEqual([word]);
  });

  it('is how the stay ended, where that is a road of its own', () => {
    const ended = (word: string) => situation('closed', { ending: { word } });
    expect(presentOf('discharges', ended('deceased'))).toEqual(['deceased']);
    expect(presentOf('discharges', ended('transferred'))).toEqual(['transferred']);
    expect(presentOf('discharges', ended('absconded'))).toEqual(['closed']);
    expect(presentOf('discharges', ended('planned'))).toEqual(['closed']);
  });
});

describe('another stage', () => {
  it('is open when a command leads there from the present one', () => {
    const view = situation('planning', { allowedCommands: [may('discharge'), may('acknowledge')] });
    expect(stageOf(view, 'left').open.map(({ name }) => name)).toEqual(['discharge']);
    expect(stageOf(view, 'utskrivningsklar').open).toEqual([]);
  });

  it('tells why no command leads there now', () => {
    const view = situation('planning', {
      otherCommands: [mayNot('mark-utskrivningsklar'), mayNot('discharge')],
    });
    const { shut } = stageOf(view, 'utskrivningsklar');
    expect(shut.map(({ whyNot }) => whyNot)).toEqual(['mark-utskrivningsklar går inte.']);
  });

  it('that is further away tells how the road leads there', () => {
    const view = situation('closed', { otherCommands: [mayNot('send-inskrivningsmeddelande')] });
    expect(stageOf(view, 'planning').shut).toHaveLength(1);
  });

  it('that follows by itself says on what, and asks for no command', () => {
    const view = situation('planning', { otherCommands: [mayNot('register-death')] });
    const { follows, shut } = stageOf(view, 'closed');
    expect(follows.map(({ sv }) => sv)).toEqual(['Utskriven, tas över']);
    expect(shut).toEqual([]);
    expect(stageOf(view, 'deceased').shut).toHaveLength(1);
  });
});

describe('the rest', () => {
  it.each([
    ['discharges', Object.keys(WORDS)],
    ['sips', Object.keys(SIP_WORDS)],
  ] as const)('in %s is every reason that no stage tells: none is lost', (path, words) => {
    const commands = (stages[path] ?? []).flatMap(({ ways }) => Object.values(ways).flat());
    const otherCommands = [...new Set([...commands, 'send-message'])].map(mayNot);
    for (const word of words) {
      const view = situation(word, { otherCommands });
      const seen = seenStages(path, view);
      const told = new Set(seen.flatMap(({ shut }) => shut));
      const rest = restOf(seen, view);
      expect(rest.filter((command) => told.has(command))).toEqual([]);
      expect(told.size + rest.length).toBe(otherCommands.length);
    }
  });

  it('is everything where no road is drawn', () => {
    const view = situation('open', { otherCommands: [mayNot('send')] });
    expect(seenStages('settlements', view)).toEqual([]);
    expect(restOf([], view)).toHaveLength(1);
  });
});
