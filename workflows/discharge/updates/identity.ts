import { personGiven } from '../events';
import type { Updates } from '../situation';

/** Who the patient is, as far as the process needs to know: never the number itself. */
export const identityUpdates = {
  noteIdentified: ({ context, event }) => {
    const person = personGiven(event.given);
    if (person === undefined) return {};
    return {
      identity: { number: person.number, merged: person.is === 'known' },
      home: person.municipality ?? context.home,
    };
  },
  /** Somebody else: the first one's municipalities and people are not hers. */
  noteAnother: ({ event }) => {
    const person = personGiven(event.given);
    if (person === undefined) return {};
    return {
      identity: { number: person.number, merged: false },
      home: person.municipality,
      placedBy: null,
      municipalities: [],
      noted: { contacts: [] },
    };
  },
} satisfies Updates;
