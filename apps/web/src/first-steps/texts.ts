import { inBoth, type Words } from '../in-both';
import { useLanguage } from '../language';

const texts = {
  lead: {
    sv: 'Pröva dig fram. Allt här är påhittat och ingen utanför övningen märker något. Medan du prövar står steget kvar i övningsbandet.',
    en: 'Try things out. Everything here is invented and nobody outside the training notices. While you try, the step stays in the training band.',
  },
  begin: { sv: 'Pröva', en: 'Try it' },
  of: { sv: 'Steg {step} av {all}', en: 'Step {step} of {all}' },
  next: { sv: 'Nästa steg', en: 'Next step' },
  finish: { sv: 'Klar', en: 'Finish' },
  all: { sv: 'Alla steg', en: 'All steps' },
  stop: { sv: 'Sluta', en: 'Stop' },
  notHere: {
    sv: 'De första stegen finns i övningen, inte i den riktiga tjänsten.',
    en: 'The first steps are part of the training, not of the real service.',
  },
} as const;

const all = inBoth(texts);

export function useFirstStepTexts(): Words<typeof texts> {
  return all[useLanguage().language];
}
