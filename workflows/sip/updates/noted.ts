import { undisputed } from '@hemgang/engine';
import type { Updates } from '../situation';

/** Facts that no region waits for. */
export const notedUpdates = {
  noteNamedContact: ({ context: { contacts }, event }) =>
    event.type === 'name-contact'
      ? {
          contacts: {
            ...contacts,
            [event.payload.kind]: { event: event.seq, from: event.payload.from },
          },
        }
      : {},
  forgetNamedContact: ({ context: { contacts }, event }) => {
    if (event.type !== 'end-contact') return {};
    const { [event.payload.kind]: _ended, ...others } = contacts;
    return { contacts: others };
  },
  /** What was named by mistake gives way to who was there before, unless somebody else has come. */
  restoreNamedContact: ({ context: { contacts }, event }) => {
    if (event.type !== 'name-contact-struck' && event.type !== 'end-contact-struck') return {};
    const { kind, before, event: struck } = event.payload;
    const { [kind]: standing, ...others } = contacts;
    const rests = event.type === 'end-contact-struck' ? undefined : struck;
    if (standing?.event !== rests) return {};
    return { contacts: before === null ? others : { ...others, [kind]: before } };
  },
  /** The units were not called at the time registered afterwards. */
  noteDisputed: ({ context: { calledAt }, event }) =>
    event.type === 'disputed' && event.payload.type === 'call'
      ? { calledAt: undisputed(calledAt, event.payload) }
      : {},
} satisfies Updates;
