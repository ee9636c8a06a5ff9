import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  OVERLAY_EVENTS,
  replay,
  structuralHash,
  type Accepted,
  type CaseEvent,
} from '@hemgang/engine';
import { canonicalJson } from '@hemgang/kernel';
import { vasterbottenAssumed } from '@workflows/agreement';
import fc from 'fast-check';
import { choices, opening } from './choices.testing';
import { History } from './history.testing';
import { discharge } from './index';
import { at, patient, socialNeeds, Stay } from './stay.testing';
import { staffOf } from './units.testing';

/**
 * Histories of version 1, recorded as a case's log keeps them, with what each event led to. They
 * are lived again here: whatever changes in engine or workflow, a case that has lived must be read
 * as it was lived.
 *
 * Until the first release version 1 itself may change, and then they are recorded anew:
 *
 *     RECORD_HISTORIES=1 npx jest workflows/discharge/recorded-histories
 *
 * After it never: cases out there have lived version 1. What fails here then is a change that needs
 * a version 2 of its own, with histories of its own beside these.
 */
const FOLDER = join(__dirname, '../../test/histories/v1');
const isRecording = process.env['RECORD_HISTORIES'] === '1';

const HISTORIES = 40;
/** So many are played to choose from. */
const PLAYED = 1_600;
/** Any seed would do; a fixed one makes the same histories each time. */
const SEED = 20261129;
/** An event or a duty that no other history knows counts more than another combination of states. */
const MUST = 100;
/** Hexadecimal digits that tell one state from another. */
const DIGEST_LENGTH = 16;

/** One line of a recorded history: what happened, and the digest of all that it led to. */
interface Line {
  readonly event: CaseEvent;
  readonly after: string;
}

interface Recorded {
  readonly lines: readonly Line[];
  /** For people: what a failing digest hides. */
  readonly end: Readonly<Record<string, unknown>>;
}

const known = {
  version: () => discharge,
  migration: () => {
    throw new Error('version 1 comes from nowhere');
  },
};

/** What is stored of a case after a step, in a few digits. Only what version 1 had to say of it. */
function digestOf({ state, closed }: Accepted): string {
  const { seq, openedAt, closedAt, machines, duties } = state;
  const open = duties.map(({ id, key, machine, unit, person, since, due, passed }) => {
    return { id, key, machine, unit, person, since, due, passed };
  });
  const ended = closed.map(({ id, outcome, closedAt: at }) => ({ id, outcome, at }));
  const stored = { seq, openedAt, closedAt, machines, open, ended };
  const text = canonicalJson(JSON.parse(JSON.stringify(stored)));
  return createHash('sha256').update(text).digest('hex').slice(0, DIGEST_LENGTH);
}

function recordedFrom(log: readonly CaseEvent[]): Recorded {
  const steps = replay(log, known);
  const { state } = steps.at(-1)!;
  const lines = log.map((event, index) => ({ event, after: digestOf(steps[index]!) }));
  const ended = steps.flatMap(({ closed }) => closed.map(({ id, outcome }) => [id, outcome]));
  const end = {
    word: discharge.summary(state).word,
    closedAt: state.closedAt,
    states: Object.fromEntries(
      Object.entries(state.machines).map(([id, { value }]) => [id, value]),
    ),
    open: state.duties.map(({ id, due }) => [id, due]),
    ended,
  };
  return { lines, end };
}

/** A request declined, a message forwarded, a korttids stay that becomes a home: chance hardly comes so far. */
function rareStay(): Stay {
  const [umea, vannas] = [staffOf('umea-bistand'), staffOf('vannas-bistand')];
  const asked = { unit: 'vannas-bistand', reason: 'Flyttar.' };
  const judged = { physician: 'K. Å.', judgedAt: at('2026-03-04 13:00') };
  const declined = { atagande: 'a6', reason: 'Dottern har en.' };
  const written = { to: ['umea-bistand'], category: 'transport', priority: 'acute', text: 'Taxi.' };
  const message = { message: 'm8-1' };
  return new Stay()
    .give('2026-03-02 08:00', 'admit', { patient, needs: socialNeeds, physician: 'K. Å.' })
    .give('2026-03-02 10:00', 'send-inskrivningsmeddelande', {
      receivers: ['umea-bistand'],
      expectedDischargeAt: at('2026-03-04 15:00'),
      destination: 'korttids',
    })
    .give('2026-03-02 11:00', 'request-municipal-transfer', asked, { by: umea })
    .give('2026-03-02 12:00', 'decline-municipal-transfer', { reason: 'Inte nu.' }, { by: vannas })
    .give('2026-03-03 09:00', 'record-ivo-decision', { outcome: 'stay' }, { by: vannas })
    .give('2026-03-03 10:00', 'propose-atagande', {
      unit: 'umea-bistand',
      text: 'Låna ut en rullstol.',
      dueDate: '2026-03-04',
    })
    .give('2026-03-03 11:00', 'decline-atagande', declined, { by: umea })
    .give('2026-03-03 11:10', 'send-message', written)
    .give('2026-03-03 11:20', 'forward-message', { ...message, unit: 'umea-bistand-ost' })
    .give('2026-03-03 11:30', 'acknowledge-message', message)
    .give('2026-03-04 13:00', 'mark-utskrivningsklar', judged)
    .give('2026-03-04 14:00', 'discharge')
    .give('2026-03-04 15:00', 'take-over')
    .give('2026-03-20 09:00', 'stay-on');
}

/** As the use cases log it: the opening event says by what the log is to be read. */
function logOf({ log }: Stay): CaseEvent[] {
  const workflow = { version: discharge.version, hash: structuralHash(discharge) };
  return log.map((event, index) =>
    index > 0
      ? event
      : { ...event, given: { ...event.given, workflow, agreement: vasterbottenAssumed } },
  );
}

/** What makes one history differ from another, and how much it counts. */
function traitsOf(log: readonly CaseEvent[]): Map<string, number> {
  const steps = replay(log, known);
  const { state } = steps.at(-1)!;
  const must = [
    ...log.map(({ type }) => type),
    ...steps.flatMap(({ opened }) => opened.map(({ key }) => `${key} opens`)),
    `closed: ${state.closedAt !== null}`,
  ];
  const more = [
    ...log.map(({ type, payload }) => `${type} ${Object.keys(payload).join()}`),
    ...steps.flatMap(({ closed }) => closed.map(({ key, outcome }) => `${key} ${outcome}`)),
    ...steps.flatMap(({ moved }) => moved.map(({ after }) => `${after.key} moves`)),
    ...Object.values(state.machines).map(({ kind, value }) => `${kind} ${JSON.stringify(value)}`),
  ];
  return new Map([
    ...must.map((trait) => [trait, MUST] as const),
    ...more.map((trait) => [trait, 1] as const),
  ]);
}

/** The histories that together show the most, each adding the most to those before it. */
function varied(logs: readonly CaseEvent[][]): CaseEvent[][] {
  const left = logs.map((log) => ({ log, traits: traitsOf(log) }));
  const seen = new Set<string>();
  const worth = ({ traits }: { traits: Map<string, number> }) =>
    [...traits].reduce((sum, [trait, weight]) => (seen.has(trait) ? sum : sum + weight), 0);
  return Array.from({ length: HISTORIES - 1 }, () => {
    const best = left.reduce((a, b) => (worth(b) > worth(a) ? b : a));
    left.splice(left.indexOf(best), 1);
    for (const trait of best.traits.keys()) seen.add(trait);
    return best.log;
  });
}

function record(): void {
  const first = logOf(rareStay());
  const { version } = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8')) as {
    version: string;
  };
  if (!version.startsWith('0.')) throw new Error('version 1 has been released: write version 2');
  const logs = fc
    .sample(fc.tuple(opening, choices), { numRuns: PLAYED, seed: SEED })
    .map(([first, taken]) => {
      const history = new History(first);
      for (const each of taken) history.next(each);
      return logOf(history.stay);
    });
  const recorded = [first, ...varied(logs)];
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  recorded.forEach((log, index) => {
    const name = `${String(index + 1).padStart(2, '0')}.json`;
    writeFileSync(join(FOLDER, name), fileOf(recordedFrom(log)));
  });
}

/** One event per line, so that a difference shows where it is. */
function fileOf({ lines, end }: Recorded): string {
  const events = lines.map((line) => `    ${JSON.stringify(line)}`).join(',\n');
  return `{\n  "lines": [\n${events}\n  ],\n  "end": ${JSON.stringify(end)}\n}\n`;
}

if (isRecording) record();

const files = readdirSync(FOLDER);
const histories = files.map((name): [string, Recorded] => [
  name,
  JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Recorded,
]);

describe('the recorded histories of version 1', () => {
  it.each(histories)('%s is read as it was lived', (_name, recorded) => {
    const again = recordedFrom(recorded.lines.map(({ event }) => event));
    const differs = again.lines.findIndex(({ after }, i) => after !== recorded.lines[i]?.after);
    const at = recorded.lines[differs]?.event;
    expect(at && `event ${at.seq}, ${at.type}, leads elsewhere`).toBeUndefined();
    expect(again.end).toEqual(recorded.end);
  });

  it('are many, and know every command, every duty and both ends', () => {
    expect(files).toHaveLength(HISTORIES);
    const logs = histories.map(([, { lines }]) => lines.map(({ event }) => event));
    const types = new Set(logs.flat().map(({ type }) => type));
    const names = [...discharge.commands.map(({ name }) => name), ...OVERLAY_EVENTS];
    expect(names.filter((name) => !types.has(name))).toEqual([]);
    const opened = logs.flatMap((log) => replay(log, known).flatMap((step) => step.opened));
    const keys = new Set(opened.map(({ key }) => key));
    const declared = discharge.machines.flatMap(({ duties }) => Object.keys(duties));
    expect([...keys].sort()).toEqual([...new Set(declared)].sort());
    expect(new Set(histories.map(([, { end }]) => end['closedAt'] === null)).size).toBe(2);
  });

  it('hold nothing of a patient and no free text', () => {
    const written = files.map((name) => readFileSync(join(FOLDER, name), 'utf8')).join();
    for (const personal of [
      'Elsa',
      'Sjöström',
      '19460529',
      'Storgatan',
      'Åström',
      'Feber',
      'rollator',
    ]) {
      expect(written).not.toContain(personal);
    }
  });
});
