import { lazy, Suspense, useRef, useState } from 'react';
import { advanceDemoClock, readDemoClock } from '../api/demo-clock';
import { useFirstStep } from '../first-steps/step';
import { fill, useLanguage, useTexts } from '../language';
import { useLive, useTellLive } from '../live';
import { pageNames } from '../page-names';
import { Link } from '../router';
import { formatInstant } from '../time';
import { useNow } from '../use-now';
import { Button } from './button';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const Guide = lazy(async () => ({ default: (await import('../first-steps/guide')).Guide }));

/** Says on every page that nothing here is real. @param clock whether somebody has signed in */
export function TrainingBand({ clock }: { readonly clock: boolean }) {
  const t = useTexts();
  const { language } = useLanguage();
  const step = useFirstStep();
  return (
    <aside className="training" aria-label={t.training}>
      <strong>{t.training}</strong>
      {clock && <TrainingClock />}
      {clock && <Link to="/forsta-steg">{pageNames.firstSteps[language]}</Link>}
      {clock && step !== null && (
        <Suspense>
          <Guide step={step} />
        </Suspense>
      )}
    </aside>
  );
}

/** Shows the training's time and moves it forward, for everybody. */
function TrainingClock() {
  const t = useTexts();
  const { language } = useLanguage();
  const now = useNow();
  const tell = useTellLive();
  const [isMoving, setIsMoving] = useState(false);
  useClockOfOthers();
  const advance = async (ms: number) => {
    setIsMoving(true);
    await advanceDemoClock(ms);
    setIsMoving(false);
    tell('anything');
  };
  const steps = [
    [t.advanceHour, HOUR_MS],
    [t.advanceDay, DAY_MS],
    [t.advanceThreeDays, 3 * DAY_MS],
  ] as const;
  return (
    <div className="training-clock">
      <span role="status">{fill(t.demoTime, { time: formatInstant(now, language) })}</span>
      <div role="group" aria-label={t.advance}>
        {steps.map(([label, ms]) => (
          <Button key={ms} isSmall isOff={isMoving} onPress={() => isMoving || void advance(ms)}>
            {label}
          </Button>
        ))}
      </div>
    </div>
  );
}

/** Somebody else may have moved the clock; that shows in changes, so each change asks for the time. */
function useClockOfOthers(): void {
  const isAsking = useRef(false);
  useLive(() => {
    if (isAsking.current) return;
    isAsking.current = true;
    void readDemoClock().finally(() => {
      isAsking.current = false;
    });
  });
}
