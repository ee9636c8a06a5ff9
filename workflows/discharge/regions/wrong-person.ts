import { tellAllMachines, tellPrevious, tellPreviousOtherwise } from '../setup';
import { tellSipsOfEnd } from '../sips';

/** Everybody outside the ward keeps a stub, and what they hold of the wrong person is removed. */
export const strikeEverywhere = [
  tellAllMachines('wrong-person'),
  { type: 'erase' as const, params: { because: 'wrong-person' as const } },
] as const;

/** The patient who is really here: what the ward has judged holds, what it has told does not. */
export const becomeAnother = [
  ...strikeEverywhere,
  tellPreviousOtherwise,
  // A SIP is about the person who is not here.
  tellSipsOfEnd('makulerad'),
  'forgetSips',
  'noteAnother',
  'forgetReceivers',
  'notePrevious',
  tellPrevious,
] as const;
