import type {
  DiscloseEffect,
  EraseEffect,
  LegalBasis,
  OpenEffect,
  SendEffect,
  TellCaseEffect,
} from '@hemgang/engine';
import { DISPATCH, dispatchOf } from '@workflows/dispatch';
import { ownWardOf, standingContactOf } from '@workflows/handover';
import { assign, setup } from 'xstate';
import type { DischargeContext, DischargeInput, Receiver } from './context';
import type { DischargeDuty } from './duties';
import type { DischargeEvent } from './events';
import { PATIENT_NOT_READMITTED, PATIENT_READMITTED } from './facts';
import { liveUnits } from './parties';
import { addedBy } from './receivers';
import type { Situation, Updates } from './situation';
import { updates } from './updates';
import { removedBy, returnedAfter } from './updates/addressing';

type Assign = ReturnType<
  typeof assign<DischargeContext, DischargeEvent, undefined, DischargeEvent, never>
>;

/** The updates as XState's actions, under their names. */
function assigned<Named extends Updates>(named: Named): { readonly [Name in keyof Named]: Assign } {
  const actions = Object.entries(named).map(([name, update]) => [name, assign(update)]);
  return Object.fromEntries(actions) as { readonly [Name in keyof Named]: Assign };
}

/**
 * The names that the ward's machine is made of. Guards and updates are pure; `open`, `send`,
 * `disclose` and `tell-case` are read from the transition as data and do nothing here.
 */
export const dischargeSetup = setup({
  types: {
    context: {} as DischargeContext,
    input: {} as DischargeInput,
    events: {} as DischargeEvent,
    tags: {} as DischargeDuty | 'over',
  },
  actions: {
    ...assigned(updates),
    open: (_, _params: Omit<OpenEffect, 'type'>) => undefined,
    send: (_, _params: Omit<SendEffect, 'type'>) => undefined,
    disclose: (_, _params: Omit<DiscloseEffect, 'type'>) => undefined,
    'tell-case': (_, _params: Omit<TellCaseEffect, 'type'>) => undefined,
    erase: (_, _params: Omit<EraseEffect, 'type'>) => undefined,
  },
  guards: {
    needsAreJudged: ({ event }) => event.type === 'admit' && event.payload.needs !== undefined,
    secrecyHinders: ({ event }) =>
      event.type === 'mark-utskrivningsklar' && event.payload.secrecyHinders === true,
    /** Who knows already, or waits for nothing, need not be told. */
    nobodyNeedsToKnow: ({ context, event }) =>
      context.readmission !== undefined || event.given['closed'] === true,
    isStillAway: ({ context }) => context.readmission === undefined,
    receiversWait: ({ context }) => context.noticeSentAt !== null,
    settlesTheLast: ({ context, event }) => returnedAfter(context, event).length === 0,
    isJudged: ({ context }) => context.utskrivningsklar !== null,
    isNotJudged: ({ context }) => context.utskrivningsklar === null,
    isNotified: ({ context }) => context.utskrivningsklar?.sentAt != null,
    isNeedJudged: ({ context }) => context.needs !== null,
    isNotTold: ({ context }) => context.noticeSentAt === null,
    isTold: ({ context }) => context.noticeSentAt !== null,
  },
});

/** Opens a handover for every receiver that this event adds; outside, with what is carried to it. */
export const openHandovers = {
  type: 'open' as const,
  params: (situation: Situation) => ({
    machines: addedBy(situation.event).flatMap((receiver) => [
      handoverOf(receiver, situation),
      ...(receiver.external === true ? [dispatchTo(receiver, situation)] : []),
    ]),
  }),
};

type Opened = OpenEffect['machines'][number];

function handoverOf({ handover, unit, kind, external }: Receiver, situation: Situation): Opened {
  const { context, event } = situation;
  return {
    id: handover,
    kind: `handover-${kind}`,
    input: {
      unit,
      kind,
      sender: context.unit,
      toldAt: event.toldAt,
      expectedDischargeAt: expectedDischarge(situation),
      standingContact: standingContactOf(event.given, unit),
      destination: context.destination,
      ownWard: ownWardOf(event.given, unit),
      ...(external === true ? { external } : {}),
    },
  };
}

function dispatchTo({ handover, unit }: Receiver, { context }: Situation): Opened {
  return {
    id: dispatchOf(handover),
    kind: DISPATCH,
    input: { unit: context.unit, handover, receiver: unit },
  };
}

type Choice = (situation: Situation) => readonly Receiver[];

/** Receivers told before and not sent back; after the update of the same event also the new ones. */
export const all: Choice = ({ context }) => context.receivers;

/** Only the receivers that this event adds. */
export const added: Choice = ({ event }) => addedBy(event);

/** The added receivers when the others know already that the patient is utskrivningsklar. */
export const addedWhenReady: Choice = ({ context, event }) =>
  context.utskrivningsklar?.sentAt == null ? [] : addedBy(event);

/** The added receivers when the others have the utskrivningsinformation. */
export const addedWhenInformed: Choice = ({ context, event }) =>
  context.information.length === 0 ? [] : addedBy(event);

/** The added receivers when the patient is already gone: they learn that at once too. */
export const addedAfterLeaving: Choice = ({ context, event }) =>
  context.leftAt === null ? [] : addedBy(event);

/** The receivers that are not needed any more; before the update that forgets them. */
export const removed: Choice = ({ context, event }) => removedBy(context, event);

/** The receiver whose handover has gone on to another unit; after the update that notes it. */
export const forwarded: Choice = ({ context, event }) =>
  context.receivers.filter(({ handover }) => handover === event.from);

/** The same, when the others know that the patient is utskrivningsklar. */
export const forwardedWhenReady: Choice = (situation) =>
  situation.context.utskrivningsklar?.sentAt == null ? [] : forwarded(situation);

/** What a receiver's machine needs of the notice that the patient is utskrivningsklar. */
export const notifiedNow = ({ event }: Situation) => ({
  entry: 'utskrivningsklar',
  utskrivningsklarSentAt: event.toldAt,
});

/** What the ward's machine says to those of the receivers. */
type WardMessage =
  | 'notice'
  | 'utskrivningsklar-withdrawn'
  | 'patient-left'
  | 'receiver-removed'
  | 'notice-withdrawn'
  | 'corrected'
  | 'left-in-error';

/** What ends every side of a case at once. */
type LastMessage =
  | 'patient-died'
  | 'patient-transferred'
  | 'patient-readmitted'
  | 'notice-withdrawn'
  | 'case-makulerad'
  | 'wrong-person';

/** Sends a message to the handover machines of the chosen receivers. */
export function sendTo(
  choice: Choice,
  type: WardMessage,
  payload: (situation: Situation) => Readonly<Record<string, unknown>>,
) {
  return {
    type: 'send' as const,
    params: (situation: Situation) => ({
      to: choice(situation).flatMap(machinesOf),
      event: { type, payload: payload(situation) },
    }),
  };
}

/** A receiver outside has a machine more: what must be carried to it. */
function machinesOf({ handover, external }: Receiver): readonly string[] {
  return external === true ? [handover, dispatchOf(handover)] : [handover];
}

/** Who has left by itself waits for nothing: what was to be carried to it need not be. */
export const stopDispatch = {
  type: 'send' as const,
  params: ({ context, event }: Situation) => ({
    to: context.receivers
      .filter(({ handover, external }) => handover === event.from && external === true)
      .map(({ handover }) => dispatchOf(handover)),
    event: { type: 'receiver-lost', payload: {} },
  }),
};

/** Tells every other machine of the case, whatever it is: its side and every commitment ends. */
export function tellAllMachines(type: LastMessage) {
  return {
    type: 'send' as const,
    params: { to: 'every-other' as const, event: { type, payload: {} } },
  };
}

/**
 * Hands content over to the chosen receivers: a copy per controller, a notice per unit.
 * @param earlier the events whose content it is; absent: the content of the event itself
 */
export function discloseTo(
  choice: Choice,
  entry: string | ((situation: Situation) => string),
  legalBasis: LegalBasis,
  earlier?: (situation: Situation) => readonly number[],
) {
  return {
    type: 'disclose' as const,
    params: (situation: Situation) => ({
      entry: typeof entry === 'string' ? entry : entry(situation),
      legalBasis,
      units: choice(situation).map(({ unit }) => unit),
      ...(earlier === undefined ? {} : { earlier: earlier(situation) }),
    }),
  };
}

/**
 * Tells everybody in the case but the unit that gave the command.
 * @param everybody who that is; absent: the ward and the receivers
 */
export function allButGiver(
  entry: string,
  legalBasis: LegalBasis,
  everybody: (context: DischargeContext) => readonly string[] = liveUnits,
) {
  return {
    type: 'disclose' as const,
    params: ({ context, event }: Situation) => ({
      entry,
      legalBasis,
      units: everybody(context).filter(
        (unit) => !('unit' in event.actor) || unit !== event.actor.unit,
      ),
    }),
  };
}

function expectedDischarge({ context, event }: Situation): string {
  return event.type === 'send-inskrivningsmeddelande'
    ? event.payload.expectedDischargeAt
    : (context.expectedDischargeAt ?? event.recordedAt);
}

function tellStayBefore(fact: string) {
  return {
    type: 'tell-case' as const,
    params: ({ context }: Situation) => ({
      cases: context.previous == null ? [] : [context.previous.case],
      fact,
      payload: {},
    }),
  };
}

/** Tells the stay before this one that the patient is here again: nobody must wait at her door. */
export const tellPrevious = tellStayBefore(PATIENT_READMITTED);

/**
 * Tells it that she is not here after all: whoever was told "do not go" must go. Before the update
 * that forgets which stay it was.
 */
export const tellPreviousOtherwise = tellStayBefore(PATIENT_NOT_READMITTED);
