import { initialContext, type HandoverInput } from './context';
import { answer } from './regions/answer';
import { contact } from './regions/contact';
import { homecoming } from './regions/homecoming';
import { openCare } from './regions/open-care';
import { receipt } from './regions/receipt';
import { openCareReception, reception } from './regions/reception';
import { handoverSetup, tellExecutor, tellHomecoming, tellOwnUnit } from './setup';

/** A fact was otherwise, or a time is disputed; handled above the regions, so it works after the end. */
const corrections = {
  corrected: { actions: 'noteCorrected' as const },
  disputed: { actions: 'noteDisputed' as const },
};

/** Days of rehabilitation: no state waits for them, and they may be said after the end. */
const rehab = {
  'register-rehab': { actions: 'noteRehab' as const },
  'register-rehab-struck': { actions: 'rehabStruck' as const },
};

const context = ({ input }: { input: HandoverInput }) => initialContext(input);

const callOff = tellExecutor('uppdrag-avslutat');

/** It should never have known: from here on it is told nothing more, and keeps a stub. */
const strike = {
  target: 'struck',
  actions: ['noteStranger' as const, tellOwnUnit('fel-person'), tellExecutor('fel-person')],
};

/** The stay needs this receiver no more; whoever was about to go is told not to. */
const endings = {
  'patient-died': { target: 'ended', actions: [callOff, tellHomecoming('patient-died')] },
  'patient-readmitted': {
    target: 'ended',
    actions: [callOff, tellHomecoming('patient-readmitted')],
  },
  'patient-transferred': { target: 'ended', actions: callOff },
  'notice-withdrawn': { target: 'ended', actions: callOff },
  'receiver-removed': { target: 'removed', actions: callOff },
  'case-makulerad': { target: 'ended', actions: [callOff, tellOwnUnit('makulerad')] },
  'wrong-person': strike,
};

/** Who was told anything is told that the whole case was entered in error, or the wrong person's. */
const told = {
  'case-makulerad': { actions: tellOwnUnit('makulerad') },
  'wrong-person': { ...strike, target: '#struck' },
};

const ends = {
  struck: { id: 'struck', tags: 'over' as const },
  rejected: { id: 'rejected', tags: 'over' as const, on: told },
  withdrawn: { id: 'withdrawn', tags: 'over' as const, on: told },
  removed: { tags: 'over' as const, on: told },
  ended: { tags: 'over' as const, on: told },
};

/** A municipal unit receiving a patient. */
export const municipalMachine = handoverSetup.createMachine({
  id: 'handover',
  context,
  on: { ...corrections, ...rehab },
  initial: 'live',
  states: {
    live: { type: 'parallel', on: endings, states: { receipt, answer, reception } },
    ...ends,
  },
});

/** Region-financed open care receiving a patient: it also names the contact (2:5) and clarifies its measures (5:5). */
export const openCareMachine = handoverSetup.createMachine({
  id: 'handover-open-care',
  context,
  on: { ...corrections, ...rehab },
  initial: 'live',
  states: {
    live: {
      type: 'parallel',
      on: endings,
      states: { receipt, answer, reception: openCareReception, contact, openCare },
    },
    ...ends,
  },
});

/** Home from a korttids: a machine of its own, since the stay there may last for weeks. */
export const homecomingMachine = handoverSetup.createMachine({
  id: 'homecoming',
  // The way home begins where the patient arrived.
  context: ({ input }) => ({ ...initialContext(input), leftAt: input.toldAt }),
  on: corrections,
  initial: 'live',
  states: {
    live: {
      on: {
        'arrival-struck': { target: 'ended', actions: callOff },
        'patient-died': { target: 'ended', actions: callOff },
        'patient-readmitted': { target: 'ended', actions: callOff },
        'case-makulerad': { target: 'ended', actions: callOff },
        'wrong-person': strike,
      },
      ...homecoming,
    },
    ended: { tags: 'over', on: { 'wrong-person': { ...strike, target: '#struck' } } },
    struck: { id: 'struck', tags: 'over' },
  },
});
