import { fill, useLanguage } from '../language';
import { Link, navigate } from '../router';
import { useMe } from '../signed-in';
import { Button } from '../ui/button';
import { courseOf } from './courses';
import { tryStep } from './step';
import { useFirstStepTexts } from './texts';

/** The step that is being tried, on every page until the next one. */
export function Guide({ step }: { readonly step: number }) {
  const t = useFirstStepTexts();
  const { language } = useLanguage();
  const course = courseOf(useMe());
  const present = course[step];
  const next = course[step + 1];
  if (present === undefined) return null;
  const goOn = () => {
    tryStep(next === undefined ? null : step + 1);
    navigate(next?.at ?? '/forsta-steg');
  };
  return (
    <div className="guide no-print">
      <p role="status">
        <strong>
          {fill(t.of, { step: step + 1, all: course.length })}: {present.title[language]}.
        </strong>{' '}
        {present.how[language]}
      </p>
      <Button isSmall onPress={goOn}>
        {next === undefined ? t.finish : t.next}
      </Button>
      <Link to="/forsta-steg">{t.all}</Link>
      <Button isSmall variant="plain" onPress={() => tryStep(null)}>
        {t.stop}
      </Button>
    </div>
  );
}
