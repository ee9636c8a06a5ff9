import { useEffect, useState } from 'react';
import { readDemoClock } from './api/demo-clock';
import { readMe } from './api/session';
import type { Me } from './api/types';
import { CasePage } from './case/case-page';
import { useTexts } from './language';
import { LiveProvider } from './live';
import { AdmitPage } from './pages/admit';
import { CasesPage } from './pages/cases';
import { NotFoundPage } from './pages/not-found';
import { SignInPage } from './pages/sign-in';
import { WorklistPage } from './pages/worklist';
import { useResource } from './resource';
import { usePath } from './router';
import { Failure } from './ui/failure';
import { Header } from './ui/header';
import { TrainingBand } from './ui/training-band';

const CASE_PATH = /^\/arenden\/([0-9a-f-]{36})$/;

/** The whole app: the training band, the header and the page that the address names. */
export function App() {
  const t = useTexts();
  const me = useResource('me', readMe);
  const isTraining = useIsTraining();
  const signedOut = me.problem?.status === 401;
  if (isTraining === null || (me.data === null && me.problem === null)) {
    return <p className="loading">{t.loading}</p>;
  }
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
            {signedOut ? <SignInPage onSignedIn={me.reload} /> : <Failure resource={me} />}
          </main>
        </>
      ) : (
        <LiveProvider key={me.data.id}>
          {isTraining && <TrainingBand clock />}
          <Header me={me.data} />
          <main id="content">
            <CurrentPage me={me.data} />
          </main>
        </LiveProvider>
      )}
    </div>
  );
}

function CurrentPage({ me }: { readonly me: Me }) {
  const path = usePath();
  const caseId = CASE_PATH.exec(path)?.[1];
  if (caseId !== undefined) return <CasePage key={caseId} id={caseId} me={me} />;
  switch (path) {
    case '/':
      return <WorklistPage me={me} />;
    case '/arenden':
      return <CasesPage me={me} />;
    case '/arenden/ny':
      return <AdmitPage />;
    default:
      return <NotFoundPage />;
  }
}

/** Only training has a clock of its own; null until the server has said. */
function useIsTraining(): boolean | null {
  const [isTraining, setIsTraining] = useState<boolean | null>(null);
  useEffect(() => {
    const ask = async () => {
      const answer = await readDemoClock();
      setIsTraining(answer.ok);
    };
    void ask();
  }, []);
  return isTraining;
}
