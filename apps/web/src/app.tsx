import { ConfirmPage } from './administration/confirm-page';
import { DeadWebhooksPage } from './administration/dead-webhooks-page';
import { MachinesPage } from './administration/machines-page';
import { WebhooksPage } from './administration/webhooks-page';
import { PersonPage } from './administration/person-page';
import { ShieldContactsPage } from './administration/shield-contacts-page';
import { AddStaffPage, StaffPage } from './administration/staff-page';
import { UnitsPage } from './administration/units-page';
import { readDemoClock } from './api/demo-clock';
import { readMe } from './api/session';
import { PROVED_PATH } from './api/step-up';
import type { Me } from './api/types';
import { AvvikelsePage } from './avvikelse/avvikelse-page';
import { AvvikelserPage } from './avvikelse/avvikelser-page';
import { PatternsPage } from './avvikelse/patterns-page';
import { ReportPage } from './avvikelse/report-page';
import { CasePage } from './case/case-page';
import { CoverPage } from './cover/cover-page';
import { useTexts } from './language';
import { LiveProvider } from './live';
import { ExtractPage } from './log/extract-page';
import { LogPage } from './log/log-page';
import { LogReviewPage } from './log/review-page';
import { DeliveriesPage } from './notices/deliveries-page';
import { MyNoticesPage } from './notices/my-notices-page';
import { ToldPage } from './notices/told-page';
import { AdmitPage } from './pages/admit';
import { AssignmentsPage } from './pages/assignments';
import { CasesPage } from './pages/cases';
import { EmergencyPage } from './pages/emergency';
import { NotFoundPage } from './pages/not-found';
import { ProvedPage } from './pages/proved';
import { ReviewPage } from './pages/review';
import { OpenSettlementPage, SettlementsPage } from './pages/settlements';
import { SignInPage } from './pages/sign-in';
import { SignInRefusal } from './pages/sign-in-refusal';
import { SipsPage } from './pages/sips';
import { StartSipOfStayPage, StartSipPage } from './pages/start-sip';
import { WorklistPage } from './pages/worklist';
import { useResource, type Resource } from './resource';
import { usePath } from './router';
import { SettlementPage } from './settlement/settlement-page';
import { SignedIn } from './signed-in';
import { SipPage } from './sip/sip-page';
import { Failure } from './ui/failure';
import { Header } from './ui/header';
import { TrainingBand } from './ui/training-band';

/** A page of one case, by the pattern of its address. */
const CASE_PAGES = [
  [/^\/arenden\/([0-9a-f-]{36})$/, CasePage],
  [/^\/sip\/([0-9a-f-]{36})$/, SipPage],
  [/^\/avrakningar\/([0-9a-f-]{36})$/, SettlementPage],
  [/^\/avvikelser\/([0-9a-f-]{36})$/, AvvikelsePage],
] as const;

const STAFF = /^\/behorigheter\/personal\/([a-z0-9.-]{1,120})$/;

const WEBHOOK = /^\/behorigheter\/webhookar\/([a-z0-9-]{1,120})$/;
const MESSAGE = /^\/avisering\/([0-9a-f-]{36})$/;

const LOG_REVIEW = /^\/loggkontroll\/(\d+)$/;
const REPORT = /^\/avvikelser\/ny\/(discharges|sips)\/([0-9a-f-]{36})$/;
const SIP_OF_STAY = /^\/arenden\/([0-9a-f-]{36})\/sip$/;

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
            <SignInPage onSignedIn={me.reload} />
          </main>
        </>
      ) : (
        <LiveProvider key={me.data.id}>
          <SignedIn value={me.data}>
            {isTraining && <TrainingBand clock />}
            <Header me={me.data} />
            <main id="content">
              <SignInRefusal />
              <CurrentPage me={me.data} />
            </main>
          </SignedIn>
        </LiveProvider>
      )}
    </div>
  );
}

function CurrentPage({ me }: { readonly me: Me }) {
  const path = usePath();
  for (const [pattern, Page] of CASE_PAGES) {
    const id = pattern.exec(path)?.[1];
    if (id !== undefined) return <Page key={id} id={id} me={me} />;
  }
  const stay = SIP_OF_STAY.exec(path)?.[1];
  if (stay !== undefined) return <StartSipOfStayPage stay={stay} />;
  const ofAvvikelser = avvikelserAt(path, me);
  if (ofAvvikelser !== null) return ofAvvikelser;
  const person = STAFF.exec(path)?.[1];
  const webhook = WEBHOOK.exec(path)?.[1];
  if (webhook !== undefined) return <DeadWebhooksPage key={webhook} id={webhook} me={me} />;
  const review = LOG_REVIEW.exec(path)?.[1];
  if (review !== undefined) return <LogReviewPage key={review} id={review} />;
  const message = MESSAGE.exec(path)?.[1];
  if (message !== undefined) return <ToldPage key={message} id={message} me={me} />;
  switch (path) {
    case '/aviseringar':
      return <MyNoticesPage />;
    case '/jour':
      return <CoverPage me={me} />;
    case '/utskick':
      return <DeliveriesPage me={me} />;
    case '/behorigheter':
      return <StaffPage me={me} />;
    case '/behorigheter/ny':
      return <AddStaffPage me={me} />;
    case '/behorigheter/enheter':
      return <UnitsPage me={me} />;
    case '/behorigheter/program':
      return <MachinesPage me={me} />;
    case '/behorigheter/webhookar':
      return <WebhooksPage me={me} />;
    case '/behorigheter/skydd':
      return <ShieldContactsPage me={me} />;
    case '/behorigheter/bekrafta':
      return <ConfirmPage me={me} />;
    case '/':
      return <WorklistPage me={me} />;
    case '/arenden':
      return <CasesPage me={me} />;
    case '/arenden/ny':
      return <AdmitPage />;
    case '/avrakningar':
      return <SettlementsPage me={me} />;
    case '/avrakningar/ny':
      return <OpenSettlementPage />;
    case '/loggkontroll':
      return <LogPage />;
    case '/loggutdrag':
      return <ExtractPage />;
    case '/uppdrag':
      return <AssignmentsPage me={me} />;
    case PROVED_PATH:
      return <ProvedPage />;
    case '/nodoppning':
      return <EmergencyPage />;
    case '/granskning':
      return <ReviewPage />;
    case '/sip':
      return <SipsPage me={me} />;
    case '/sip/ny':
      return <StartSipPage />;
    default:
      return person === undefined ? <NotFoundPage /> : <PersonPage id={person} me={me} />;
  }
}

function avvikelserAt(path: string, me: Me) {
  if (path === '/avvikelser') return <AvvikelserPage me={me} />;
  if (path === '/avvikelser/monster') return <PatternsPage />;
  const [, type, about] = REPORT.exec(path) ?? [];
  return type === undefined || about === undefined ? null : (
    <ReportPage key={about} path={type} id={about} me={me} />
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
