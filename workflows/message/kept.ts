/** A message as the main machine of its case remembers it: who may answer it. */
export interface KeptMessage {
  /** The event that sent it. */
  readonly message: number;
  /** Its sender, then its receivers in their order. */
  readonly between: readonly string[];
  /** Units that it was forwarded to. */
  readonly forwarded?: readonly string[];
}

/** What a main machine remembers of messages; absent while there is none. */
export interface MessageKeeper {
  readonly messages?: readonly KeptMessage[] | undefined;
}

/** A message is named after the event that sent it: `m7`. */
export function messageName(seq: number): string {
  return `m${seq}`;
}

/** @returns NaN for what names no message */
export function messageNumber(name: string): number {
  return /^m[1-9]\d*$/.test(name) ? Number(name.slice(1)) : NaN;
}

/** The machine of a message at one of its receivers, by their order: `m7-1`. */
export function messageMachineId(seq: number, index: number): string {
  return `${messageName(seq)}-${index + 1}`;
}

/** The machines of a message that the case remembers. */
export function machinesOfMessage({ message, between }: KeptMessage): string[] {
  return between.slice(1).map((_unit, index) => messageMachineId(message, index));
}

/** The message of that name, when the unit has sent it, got it or had it forwarded. */
export function messageKnownTo(
  { messages = [] }: MessageKeeper,
  name: string,
  unit: string,
): KeptMessage | undefined {
  return messages.find(
    ({ message, between, forwarded = [] }) =>
      message === messageNumber(name) && [...between, ...forwarded].includes(unit),
  );
}

/** Units that messages of the case were forwarded to. */
export function unitsForwardedTo({ messages = [] }: MessageKeeper): readonly string[] {
  return [...new Set(messages.flatMap(({ forwarded = [] }) => forwarded))];
}
