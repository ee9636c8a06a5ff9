import { contactNumber, type Noted } from '../noted';
import type { Situation, Updates } from '../situation';

/** People close to the patient, how to speak with her, and whether a child was heard. */
export const notedUpdates = {
  noteContact: ({ context, event }) => {
    const contacts = [...withoutNamed({ context, event }).contacts, event.seq];
    return { noted: { ...context.noted, contacts } };
  },
  endContact: (situation) => ({ noted: withoutNamed(situation) }),
  noteCommunication: ({ context, event }) => ({
    noted: { ...context.noted, communication: event.seq },
  }),
  noteChildHeard: ({ context, event }) => ({ noted: { ...context.noted, childHeard: event.seq } }),
} satisfies Updates;

/** What is noted but the contact that the event names. */
function withoutNamed({ context: { noted }, event }: Situation): Noted {
  if (event.type !== 'note-contact' && event.type !== 'end-contact') return noted;
  const { contact } = event.payload;
  if (contact === undefined) return noted;
  return { ...noted, contacts: noted.contacts.filter((seq) => seq !== contactNumber(contact)) };
}
