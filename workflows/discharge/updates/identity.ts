import { personGiven } from '../events';
import type { Updates } from '../situation';

/** Who the patient is, as far as the process needs to know: never the number itself. */
export const identityUpdates = {
  notePerson: ({ event }) => {
    const person = personGiven(event.given);
    if (person === undefined) return {};
    const merged = event.type === 'identify-patient' && person.is === 'known';
    return { identity: { number: person.number, merged } };
  },
} satisfies Updates;
