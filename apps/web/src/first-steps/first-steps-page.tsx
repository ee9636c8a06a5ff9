import { readDemoClock } from '../api/demo-clock';
import type { Me } from '../api/types';
import { useLanguage } from '../language';
import { pageNames } from '../page-names';
import { useResource } from '../resource';
import { navigate, PageHeading } from '../router';
import { Button } from '../ui/button';
import { courseOf } from './courses';
import { tryStep, useFirstStep } from './step';
import { useFirstStepTexts } from './texts';

/** What somebody of these roles tries first, in the training. */
export function FirstStepsPage({ me }: { readonly me: Me }) {
  const t = useFirstStepTexts();
  const { language } = useLanguage();
  const present = useFirstStep();
  const isTraining = useResource('training clock', readDemoClock).data !== null;
  const begin = (step: number, at: string) => {
    tryStep(step);
    navigate(at);
  };
  return (
    <>
      <PageHeading>{pageNames.firstSteps[language]}</PageHeading>
      <p>{isTraining ? t.lead : t.notHere}</p>
      {isTraining && (
        <ol className="first-steps">
          {courseOf(me).map(({ title, how, at }, step) => (
            <li key={title.sv} aria-current={step === present ? 'step' : undefined}>
              <h2>{title[language]}</h2>
              <p>{how[language]}</p>
              <Button aria-label={`${t.begin}: ${title[language]}`} onPress={() => begin(step, at)}>
                {t.begin}
              </Button>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
