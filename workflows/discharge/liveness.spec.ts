import {
  allowed,
  definitionOf,
  type Accepted,
  type CaseState,
  type MachineValue,
  type OpenDuty,
} from '@hemgang/engine';
import { payloadsFor } from './payloads.testing';
import { play } from './play.testing';
import { at, patient, socialNeeds } from './stay.testing';
import { staffOf, WARD } from './units.testing';
import { discharge } from './index';

type Payload = Readonly<Record<string, unknown>>;

/** Every step happens at the same moment: time opens and closes nothing. */
const NOW = at('2026-03-02 09:00');

/** Payloads of a command that lead to different states; of all others one is enough. */
const PAYLOADS: Readonly<Record<string, number>> = {
  'mark-utskrivningsklar': 2,
  'clarify-open-care': 2,
  discharge: 2,
};

/**
 * Left out of the walk. The first three end any case at once, so that every place would trivially
 * have a way out (random-histories.spec.ts tries them); the others lead to the place they came from.
 */
const LEFT_OUT = [
  'register-death',
  'transfer-to-region',
  'makulera-case',
  'report-discharge-not-carried-out',
  'note-permission',
  'end-permission',
  'note-compulsory-care',
  'tick-readiness',
  'set-delay-cause',
  'comment-delay-cause',
  'register-rehab',
  // Commitments and messages live by themselves (ataganden.spec.ts, messages.spec.ts).
  'take-on',
  'propose-atagande',
  'send-message',
  'strike-wrong-person',
  'identify-patient',
  'split-patient',
  'change-folkbokforing',
  'assign-municipality',
  'note-contact',
  'end-contact',
  'note-communication-needs',
  'share-contacts',
  'note-child-heard',
  'assign-executor',
  'create-start-link',
  'name-coordinator',
  'state-can-receive-from',
];

/** The one receiver that a walk has, and the needs that it answers; null: a walk with moves instead. */
interface Receiver {
  readonly unit: string | null;
  readonly needs: Payload;
}

const physician = 'Karin Åström';

/** A fault shows itself in hundreds of places; a few tell enough. */
const SHOWN_MAX = 5;

interface Taken {
  readonly state: CaseState;
  /** The place that it leads to. */
  readonly to: string;
  /** Duties that the step ended as fulfilled, or met as the law asks. */
  readonly fulfilled: readonly string[];
}

interface Place {
  readonly state: CaseState;
  readonly steps: readonly Taken[];
}

const nameOf = ({ machine, key }: Pick<OpenDuty, 'machine' | 'key'>) => `${machine} ${key}`;

/** Handovers and moves that are no more: the case goes on as if they had never been. */
const GONE: readonly MachineValue[] = ['ended', 'accepted', 'declined', 'cancelled', 'struck'];

/** One place per combination of states; contexts differ without end. */
function keyOf({ machines, duties }: CaseState): string {
  const values = Object.entries(machines)
    .filter(([, { value }]) => !GONE.includes(value))
    // At most one move is open, whichever it is.
    .map(([id, { kind, value }]) => [kind === 'move' ? kind : id, value]);
  return JSON.stringify([values, duties.map(nameOf).sort()]);
}

/** Everything that somebody in the case can do now. */
function steps(state: CaseState, receiver: Receiver): Taken[] {
  const parties = Object.values(state.machines).map(({ kind, context }) =>
    definitionOf(discharge, kind).unit(context),
  );
  return [...new Set(parties)].flatMap((unit) =>
    allowed(discharge, state, staffOf(unit)).allowed.flatMap(({ command, machine }) =>
      choices(state, command.name, machine, receiver).flatMap((payload) => {
        const asked = { name: command.name, payload, by: staffOf(unit), handover: machine };
        const played = play(state, { ...asked, recordedAt: NOW });
        return played.kind === 'played' ? [takenBy(played.result)] : [];
      }),
    ),
  );
}

function takenBy({ state, closed, moved }: Accepted): Taken {
  const fulfilled = closed.filter(({ outcome }) => outcome === 'fulfilled');
  // Who says that the patient leaves on another day has done what 2:4 asks; the duty stays open.
  const told = moved.map(({ after }) => after).filter(({ key }) => key === 'beraknad-utskrivning');
  return { state, to: keyOf(state), fulfilled: [...fulfilled, ...told].map(nameOf) };
}

function choices(state: CaseState, name: string, machine: string, receiver: Receiver): Payload[] {
  if (LEFT_OUT.includes(name)) return [];
  switch (name) {
    case 'judge-need':
      return receiver.unit === null ? [] : [{ needs: receiver.needs, physician }];
    case 'request-move':
      return receiver.unit === null ? [{ unit: 'nus-ortopedi-1' }, { unit: WARD }] : [];
    case 'send-inskrivningsmeddelande':
      return [{ receivers: [receiver.unit], expectedDischargeAt: NOW }];
    // Another unit of the same kind would do as well; the same gets a handover of its own.
    case 'readdress':
      return [{ replaces: machineOf(state), unit: receiver.unit }];
    case 'reject':
    case 'withdraw-party':
      // Once is enough: every further return only adds the same again under a new name.
      return Object.keys(state.machines).length > 2 ? [] : [{ reason: 'Bor i Vännäs.' }];
    case 'move-wrong-person':
      return Object.keys(state.machines).length > 2
        ? []
        : payloadsFor(name, state, NOW).slice(0, 1);
    case 'add-receiver':
    case 'request-municipal-transfer':
      // A second receiver side by side is more than can be walked.
      return [];
    default:
      return payloadsFor(name, state, NOW, machine).slice(0, PAYLOADS[name] ?? 1);
  }
}

function machineOf({ machines }: CaseState): string {
  return Object.keys(machines).find((id) => id !== discharge.main) ?? '';
}

/** Everywhere a case with one receiver can come to. */
function walk(receiver: Receiver): Map<string, Place> {
  const opened = play(null, {
    name: 'admit',
    payload: { patient },
    by: staffOf(WARD),
    recordedAt: NOW,
  });
  if (opened.kind !== 'played') throw new Error('nobody was admitted');
  const places = new Map<string, Place>();
  const queue: Taken[] = [takenBy(opened.result)];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const { state, to } = next;
    if (places.has(to)) continue;
    const taken = steps(state, receiver);
    places.set(to, { state, steps: taken });
    queue.push(...taken);
  }
  return places;
}

/** Open duties of a place that nothing fulfils, now or after another duty has been fulfilled. */
function hopeless({ state, steps: taken }: Place, places: ReadonlyMap<string, Place>): string[] {
  const open = state.duties.map(nameOf);
  const later = taken
    .filter(({ fulfilled }) => fulfilled.length > 0)
    .flatMap(({ to }) => places.get(to)?.steps ?? []);
  return open.filter((duty) => ![...taken, ...later].some((step) => step.fulfilled.includes(duty)));
}

/** Places from which no path leads to a closed case. */
function endless(places: ReadonlyMap<string, Place>): string[] {
  const ends = [...places].filter(([, { state }]) => state.closedAt !== null).map(([key]) => key);
  const alive = new Set(ends);
  for (let size = -1; size !== alive.size;) {
    size = alive.size;
    for (const [key, { steps: taken }] of places) {
      if (taken.some(({ to }) => alive.has(to))) alive.add(key);
    }
  }
  return [...places.keys()].filter((key) => !alive.has(key));
}

const municipal: Receiver = { unit: 'umea-bistand', needs: socialNeeds };
/** Between two wards, with nobody told: what a receiver does is the same wherever the patient lies. */
const moves: Receiver = { unit: null, needs: socialNeeds };

/** A hälsocentral's two further regions make more places than can be walked in a run of the suites. */
describe.each([municipal, moves])('a case with $unit', (receiver) => {
  const places = walk(receiver);

  it('comes to many places', () => {
    expect(places.size).toBeGreaterThan(receiver === moves ? 3 : 100);
  });

  it('has for every open duty what fulfils it, now or after another duty', () => {
    const found = [...places].flatMap(([key, place]) =>
      hopeless(place, places).map((duty) => `${duty} at ${key}`),
    );
    expect(found.slice(0, SHOWN_MAX)).toEqual([]);
  });

  it('can be closed from everywhere', () => {
    expect(endless(places).slice(0, SHOWN_MAX)).toEqual([]);
  });
});
