import { standing } from '../noted';
import { all, allButGiver, dischargeSetup, discloseTo } from '../setup';

const BASIS = 'CONSENT_OR_EXCEPTION';

/** Who is close to the patient and how to speak with her: no state waits for it. */
export const noted = dischargeSetup.createStateConfig({
  on: {
    'note-contact': { actions: ['addContact', allButGiver('kontakt', BASIS)] },
    'end-contact': { actions: ['endContact', allButGiver('kontakt-avslutad', BASIS)] },
    'note-communication-needs': {
      actions: ['noteCommunication', allButGiver('kommunikation', BASIS)],
    },
    'share-contacts': {
      actions: discloseTo(all, 'kontakter', BASIS, ({ context }) => standing(context.noted)),
    },
    'note-child-heard': { actions: 'noteChildHeard' },
    'note-contact-struck': { actions: 'contactStruck' },
    'end-contact-struck': { actions: 'contactBack' },
    'note-communication-needs-struck': { actions: 'communicationStruck' },
    'note-child-heard-struck': { actions: 'childHeardStruck' },
  },
});
