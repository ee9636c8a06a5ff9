import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { readDemoClock } from './api/demo-clock';
import { readMe } from './api/session';
import { useTexts } from './language';
import { LiveProvider } from './live';
import { SignInRefusal } from './pages/sign-in-refusal';
import { useResource, type Resource } from './resource';
import { SignedIn } from './signed-in';
import { Failure } from './ui/failure';
import { Header } from './ui/header';
import { TrainingBand } from './ui/training-band';

/** Whoever is signed in already needs none of it. */
const SignInPage = lazy(async () => ({ default: (await import('./pages/sign-in')).SignInPage }));

/** The whole app: the training band, the header and the page that the address names. */
export function App() {
  const t = useTexts();
  const me = useResource('me', readMe);
  const clock = useResource('training clock', readDemoClock);
  const signedOut = me.problem?.status === 401;
  // Only training has a clock of its own. Until the server has said which it is, nothing is shown.
  const isTraining = clock.data !== null;
  if (!isTraining && clock.problem?.status !== 404) return <Waiting for={clock} />;
  if (me.data === null && !signedOut) return <Waiting for={me} />;
  return (
    <div className={isTraining ? 'frame frame-training' : 'frame'}>
      <a className="skip" href="#content">
        {t.skip}
      </a>
      {me.data === null || signedOut ? (
        <>
          {isTraining && <TrainingBand clock={false} />}
          <Header me={null} />
          <main id="content">
            <Suspense fallback={<p>{t.loading}</p>}>
              <SignInPage onSignedIn={me.reload} />
            </Suspense>
          </main>
        </>
      ) : (
        <LiveProvider key={me.data.id}>
          <SignedIn value={me.data}>
            {isTraining && <TrainingBand clock />}
            <Header me={me.data} />
            <main id="content">
              <SignInRefusal />
              <Outlet />
            </main>
          </SignedIn>
        </LiveProvider>
      )}
      <footer className="footer">
        <a href="/tillganglighet.html">{t.accessibility}</a>
      </footer>
    </div>
  );
}

/** Before there is a page: still asking, or why there is no answer. */
function Waiting({ for: resource }: { readonly for: Resource<unknown> }) {
  const t = useTexts();
  return (
    <main>
      <h1>{t.product}</h1>
      {resource.problem === null ? <p>{t.loading}</p> : <Failure resource={resource} />}
    </main>
  );
}
