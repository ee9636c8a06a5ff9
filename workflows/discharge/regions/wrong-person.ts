import { tellAllMachines, tellPrevious, tellPreviousOtherwise } from '../setup';

/** Everybody outside the ward keeps a stub, and what they hold of the wrong person is removed. */
export const strikeEverywhere = [
  tellAllMachines('wrong-person'),
  { type: 'erase' as const, params: { because: 'wrong-person' as const } },
] as const;

/** The patient who is really here: what the ward has judged holds, what it has told does not. */
export const becomeAnother = [
  ...strikeEverywhere,
  tellPreviousOtherwise,
  'noteAnother',
  'forgetReceivers',
  'notePrevious',
  tellPrevious,
] as const;
