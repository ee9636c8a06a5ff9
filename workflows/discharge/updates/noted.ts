import { contactNumber, type Noted } from '../noted';
import type { Situation, Updates } from '../situation';

/** People close to the patient, how to speak with her, and whether a child was heard. */
export const notedUpdates = {
  addContact: ({ context, event }) => {
    const contacts = [...withoutNamed({ context, event }).contacts, event.seq];
    return { noted: { ...context.noted, contacts } };
  },
  endContact: (situation) => ({ noted: withoutNamed(situation) }),
  noteCommunication: ({ context, event }) => ({
    noted: { ...context.noted, communication: event.seq },
  }),
  noteChildHeard: ({ context, event }) => ({ noted: { ...context.noted, childHeard: event.seq } }),
  contactStruck: ({ context: { noted }, event }) => {
    if (event.type !== 'note-contact-struck') return {};
    const { contact, event: seq } = event.payload;
    if (!noted.contacts.includes(seq)) return {};
    const others = noted.contacts.filter((each) => each !== seq);
    return { noted: { ...noted, contacts: contact === undefined ? others : put(others, contact) } };
  },
  contactBack: ({ context: { noted }, event }) =>
    event.type === 'end-contact-struck'
      ? { noted: { ...noted, contacts: put(noted.contacts, event.payload.contact) } }
      : {},
  communicationStruck: ({ context: { noted }, event }) =>
    event.type === 'note-communication-needs-struck'
      ? { noted: { ...noted, communication: event.payload.before ?? undefined } }
      : {},
  childHeardStruck: ({ context: { noted }, event }) =>
    event.type === 'note-child-heard-struck'
      ? { noted: { ...noted, childHeard: event.payload.before ?? undefined } }
      : {},
} satisfies Updates;

/** A contact that holds again stands where it stood: oldest first. */
function put(contacts: readonly number[], contact: string): readonly number[] {
  return [...contacts, contactNumber(contact)].sort((a, b) => a - b);
}

/** What is noted but the contact that the event names. */
function withoutNamed({ context: { noted }, event }: Situation): Noted {
  if (event.type !== 'note-contact' && event.type !== 'end-contact') return noted;
  const { contact } = event.payload;
  if (contact === undefined) return noted;
  return { ...noted, contacts: noted.contacts.filter((seq) => seq !== contactNumber(contact)) };
}
