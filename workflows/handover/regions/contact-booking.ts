import { handoverSetup, tellCase, tellWard, type Transitions } from '../setup';
import { endsCase } from './start';

/** The contact that has been agreed with the patient. */
export const bookContact = { actions: ['noteBookedContact' as const, tellWard('bokad-kontakt')] };

const tookPlace = {
  guard: 'hasStarted' as const,
  target: 'takenOver',
  actions: ['noteReport' as const, tellWard('overtagande')],
};

/** Whoever did not come, the patient or the unit: a new contact must be booked. */
const didNot = {
  target: 'contactUnbooked',
  actions: ['noteReport' as const, 'forgetContact' as const, tellWard('kontakt-uteblev')],
};

const notTaken = [
  { guard: 'contactWasBooked' as const, target: 'contactBooked' },
  { target: 'contactUnbooked' },
].map((each) => ({
  ...each,
  actions: ['restoreReport' as const, tellCase('handover-not-taken-over')],
}));

/**
 * Open care, from the patient's leaving until the agreed contact has taken place.
 * @param more what else may happen meanwhile
 */
export function contactStates(more: Transitions) {
  const meanwhile = { ...more, 'take-over': tookPlace, 'register-call': [tookPlace, didNot] };
  return {
    contactUnbooked: handoverSetup.createStateConfig({
      tags: 'boka-kontakt',
      on: {
        ...meanwhile,
        'book-contact': { ...bookContact, target: 'contactBooked' },
        'register-call-struck': {
          guard: 'contactWasBooked',
          target: 'contactBooked',
          actions: 'restoreReport',
        },
        'report-no-start': [
          { guard: 'notHome', ...didNot },
          { guard: 'nobodyCame', ...didNot },
          ...endsCase,
        ],
      },
    }),
    contactBooked: handoverSetup.createStateConfig({
      tags: 'avtalad-kontakt',
      on: {
        ...meanwhile,
        'report-no-start': [
          { guard: 'notHome', ...didNot },
          { guard: 'nobodyCame', ...didNot },
          {
            guard: 'isPostponed',
            actions: ['noteReport', 'noteNewContact', tellWard('bokad-kontakt')],
          },
          ...endsCase,
        ],
      },
    }),
    takenOver: handoverSetup.createStateConfig({
      tags: 'over',
      entry: tellCase('handover-taken-over'),
      on: { 'take-over-struck': notTaken, 'register-call-struck': notTaken },
    }),
  };
}
