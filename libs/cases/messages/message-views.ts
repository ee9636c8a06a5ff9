import { isStruck, type CaseState } from '@hemgang/engine';
import type { MessageEventRow } from '@hemgang/store';
import {
  messageMachineId,
  messageName,
  messageNumber,
  MESSAGE_WORDS,
  messageWord,
  type AttachmentGiven,
  type Forwarding,
  type MessageContext,
  type Sent,
} from '@workflows/message';
import type { Told } from '../case-type';
import { personView, unitView } from '../names';
import { struckBy } from '../rattelse';
import { strangerSince } from '../stranger';
import type { ByView, MessageReceiverView, MessageView } from './message-view';

const SEND = 'send-message';
const ACKNOWLEDGE = 'acknowledge-message';
const FORWARD = 'forward-message';

/** The events that messages are told from. */
export const MESSAGE_EVENTS: readonly string[] = [SEND, ACKNOWLEDGE, FORWARD];

/** What the reader sees of a case, and its events of messages in their order. */
interface Read {
  readonly told: Told;
  readonly events: readonly MessageEventRow[];
}

/**
 * The messages of a case that the reader's unit has sent, got or had forwarded, or whose words its
 * controller holds; oldest first.
 * @param events those of `MESSAGE_EVENTS`, in order
 */
export function messageViews(told: Told, events: readonly MessageEventRow[]): MessageView[] {
  const { rows, reader } = told;
  const places = rows.parties.filter(({ unit }) => unit === reader.unit);
  const machines = places.map(({ handover }) => handover);
  // Whoever should never have known of the case is shown nothing of what was written in it.
  if (strangerSince(rows.case.state, machines) !== null) return [];
  const read = { told, events };
  return events.filter((event) => event.type === SEND && isShown(read, event)).map(viewOf(read));
}

function isShown({ told, events }: Read, message: MessageEventRow): boolean {
  const { rows, reader } = told;
  const { to } = sentIn(message);
  const machines = to.map((_unit, index) => messageMachineId(message.seq, index));
  const forwarded = events
    .filter(({ type, machine }) => type === FORWARD && machines.includes(machine ?? ''))
    .map(({ payload }) => (payload as unknown as Forwarding).unit);
  const owners = machines.map((id) => contextOf(rows.case.state, id)?.unit);
  const takesPart = [unitOf(message), ...to, ...forwarded, ...owners].includes(reader.unit);
  return takesPart || bodyOf(told, message.seq) !== undefined;
}

function viewOf(read: Read): (message: MessageEventRow) => MessageView {
  const { told, events } = read;
  return (message) => {
    const { to, category, priority, re } = sentIn(message);
    const { state } = told.rows.case;
    const text = bodyOf(told, message.seq)?.['text'];
    return {
      id: messageName(message.seq),
      event: message.seq,
      re: re ?? null,
      thread: messageName(beginningOf(message, events)),
      sent: byView(told, message),
      category,
      priority,
      text: typeof text === 'string' ? text : null,
      attachments: filesOf(told, message),
      receivers: to.map((unit, index) => {
        const id = messageMachineId(message.seq, index);
        return receiverView(read, message, id, unit);
      }),
      struckBy: struckBy(state, message.seq),
    };
  };
}

/** The first of the messages that answer each other. */
function beginningOf(message: MessageEventRow, events: readonly MessageEventRow[]): number {
  const { re } = sentIn(message);
  const before = events.find(({ seq, type }) => type === SEND && seq === messageNumber(re ?? ''));
  return before === undefined ? message.seq : beginningOf(before, events);
}

/** Names of files are told with the words, kinds and sizes with the event. */
function filesOf(told: Told, { seq, attachments }: MessageEventRow): MessageView['attachments'] {
  const { files = [] } = (bodyOf(told, seq) ?? {}) as {
    readonly files?: readonly { readonly id: string; readonly name: string }[];
  };
  return ((attachments ?? []) as readonly AttachmentGiven[]).map(({ id, kind, size }) => {
    const name = files.find((file) => file.id === id)?.name ?? null;
    return { id, name, kind, size };
  });
}

function receiverView(
  { told, events }: Read,
  message: MessageEventRow,
  id: string,
  unit: string,
): MessageReceiverView {
  const { rows, reader, directory } = told;
  const { state } = rows.case;
  const machine = state.machines[id];
  if (machine === undefined) throw new Error(`message ${id} has no machine`);
  const { unit: owner } = machine.context as unknown as MessageContext;
  const word = messageWord(machine);
  const own = events.filter((event) => event.machine === id && !isStruck(state, event.seq));
  const forwarded = own.filter(({ type }) => type === FORWARD);
  const owners = [unit, owner, ...forwarded.map((event) => forwardedTo(event).unit)];
  return {
    id,
    unit: unitView(directory, unit),
    owner: unitView(directory, owner),
    word,
    wordText: MESSAGE_WORDS[word][reader.language],
    dueAt: state.duties.find((duty) => duty.machine === id)?.due ?? null,
    acknowledged:
      word === 'owed'
        ? null
        : acknowledgedBy(told, [...own, ...answersTo(message, owners, events)]),
    forwarded: forwarded.map((event) => {
      const { unit: to, handOver = false } = forwardedTo(event);
      return { ...byView(told, event), to: unitView(directory, to), handedOver: handOver };
    }),
  };
}

/** Messages by which those who answered for a message have answered it. */
function answersTo(
  { seq }: MessageEventRow,
  owners: readonly string[],
  events: readonly MessageEventRow[],
): readonly MessageEventRow[] {
  return events.filter(
    (event) =>
      event.type === SEND &&
      messageNumber(sentIn(event).re ?? '') === seq &&
      owners.includes(unitOf(event)),
  );
}

/** The first event that a kvittens lies in. */
function acknowledgedBy(
  told: Told,
  events: readonly MessageEventRow[],
): MessageReceiverView['acknowledged'] {
  const [first] = events
    .filter(({ type }) => type !== FORWARD)
    .sort((one, other) => one.seq - other.seq);
  if (first === undefined) return null;
  const answer = first.type === SEND ? messageName(first.seq) : null;
  return { ...byView(told, first), answer };
}

function byView({ directory }: Told, { actor, recordedAt }: MessageEventRow): ByView {
  const { unit = '', person = null } = actor as {
    readonly unit?: string;
    readonly person?: string;
  };
  return {
    unit: unitView(directory, unit),
    person: personView(directory, person),
    at: recordedAt,
  };
}

/** What the reader's controller holds of a message. */
function bodyOf({ rows }: Told, message: number): Readonly<Record<string, unknown>> | undefined {
  return rows.contents.find(({ seq, source }) => (source ?? seq) === message)?.body;
}

function contextOf({ machines }: CaseState, id: string): Partial<MessageContext> | undefined {
  return machines[id]?.context;
}

function sentIn({ payload }: MessageEventRow): Sent {
  return payload as unknown as Sent;
}

function forwardedTo({ payload }: MessageEventRow): Forwarding {
  return payload as unknown as Forwarding;
}

function unitOf({ actor }: MessageEventRow): string {
  const { unit = '' } = actor as { readonly unit?: string };
  return unit;
}
