import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  useParams,
} from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { PROVED_PATH } from './api/step-up';
import type { Me } from './api/types';
import { App } from './app';
import { NotFoundPage } from './pages/not-found';
import { history } from './router';
import { useMe } from './signed-in';

/** What a page may ask for: who reads, and what stands in its address. */
interface PageProps {
  readonly me: Me;
  /** `$id` of the path. */
  readonly id: string;
  /** `$type` of the path. */
  readonly type: string;
}

const root = createRootRoute({ component: App, notFoundComponent: NotFoundPage });

const pages = [
  page('/', async () => (await import('./worklist/worklist-page')).WorklistPage),
  page('/arenden', async () => (await import('./pages/cases')).CasesPage),
  page('/arenden/ny', async () => (await import('./pages/admit')).AdmitPage),
  page('/arenden/$id', async () => (await import('./case/case-page')).CasePage),
  page('/arenden/$id/historik', async () => (await import('./history/history-page')).HistoryPage),
  page('/arenden/$id/sip', async () => (await import('./pages/start-sip')).StartSipOfStayPage),
  page('/efter-avbrott', async () => (await import('./reentry/reentry-page')).ReentryPage),
  page('/sip', async () => (await import('./pages/sips')).SipsPage),
  page('/sip/ny', async () => (await import('./pages/start-sip')).StartSipPage),
  page('/sip/$id', async () => (await import('./sip/sip-page')).SipPage),
  page('/sip/$id/historik', async () => (await import('./history/history-page')).SipHistoryPage),
  page('/sip/$id/plan', async () => (await import('./plan/plan-page')).PlanPage),
  page('/avrakningar', async () => (await import('./pages/settlements')).SettlementsPage),
  page('/avrakningar/ny', async () => (await import('./pages/settlements')).OpenSettlementPage),
  page(
    '/avrakningar/$id',
    async () => (await import('./settlement/settlement-page')).SettlementPage,
  ),
  page('/avvikelser', async () => (await import('./avvikelse/avvikelser-page')).AvvikelserPage),
  page('/avvikelser/monster', async () => (await import('./avvikelse/patterns-page')).PatternsPage),
  page('/avvikelser/$id', async () => (await import('./avvikelse/avvikelse-page')).AvvikelsePage),
  page(
    '/avvikelser/ny/$type/$id',
    async () => (await import('./avvikelse/report-page')).ReportPage,
  ),
  page('/aviseringar', async () => (await import('./notices/my-notices-page')).MyNoticesPage),
  page('/avisering/$id', async () => (await import('./notices/told-page')).ToldPage),
  page('/forsta-steg', async () => (await import('./first-steps/first-steps-page')).FirstStepsPage),
  page('/tavla', async () => (await import('./board/board-page')).BoardPage),
  page('/oversikt', async () => (await import('./overview/overview-page')).OverviewPage),
  page('/statistik', async () => (await import('./figures/figures-page')).FiguresPage),
  page('/erfarenhet', async () => (await import('./experience/experience-page')).ExperiencePage),
  page('/samverkansgrupp', async () => (await import('./pack/joint-group-page')).JointGroupPage),
  page('/prognos', async () => (await import('./forecast/forecast-page')).ForecastPage),
  page('/jour', async () => (await import('./cover/cover-page')).CoverPage),
  page('/utskick', async () => (await import('./notices/deliveries-page')).DeliveriesPage),
  page('/uppdrag', async () => (await import('./pages/assignments')).AssignmentsPage),
  page(PROVED_PATH, async () => (await import('./pages/proved')).ProvedPage),
  page('/nodoppning', async () => (await import('./pages/emergency')).EmergencyPage),
  page('/granskning', async () => (await import('./pages/review')).ReviewPage),
  page('/loggkontroll', async () => (await import('./log/log-page')).LogPage),
  page('/loggkontroll/$id', async () => (await import('./log/review-page')).LogReviewPage),
  page('/loggutdrag', async () => (await import('./log/extract-page')).ExtractPage),
];

const staff = [
  page('/behorigheter', async () => (await staffPages()).StaffPage),
  page('/behorigheter/ny', async () => (await staffPages()).AddStaffPage),
  page('/behorigheter/personal/$id', async () => {
    return (await import('./administration/person-page')).PersonPage;
  }),
  page('/behorigheter/enheter', async () => {
    return (await import('./administration/units-page')).UnitsPage;
  }),
  page('/behorigheter/program', async () => {
    return (await import('./administration/machines-page')).MachinesPage;
  }),
  page('/behorigheter/webhookar', async () => {
    return (await import('./administration/webhooks-page')).WebhooksPage;
  }),
  page('/behorigheter/webhookar/$id', async () => {
    return (await import('./administration/dead-webhooks-page')).DeadWebhooksPage;
  }),
  page('/behorigheter/skydd', async () => {
    return (await import('./administration/shield-contacts-page')).ShieldContactsPage;
  }),
  page('/behorigheter/bekrafta', async () => {
    return (await import('./administration/confirm-page')).ConfirmPage;
  }),
];

function staffPages() {
  return import('./administration/staff-page');
}

/** Every page of the app by its address. What a page needs is fetched when it is gone to. */
export const router = createRouter({
  routeTree: root.addChildren([...pages, ...staff]),
  history,
  // The program of a page comes while the pointer or the focus is on the way to its link.
  defaultPreload: 'intent',
});

function page(path: string, load: () => Promise<ComponentType<PageProps>>) {
  const component = lazyRouteComponent(async () => {
    const Page = await load();
    const OfItsAddress = () => {
      const { id = '', type = '' } = useParams({ strict: false }) satisfies Partial<PageProps>;
      return <Page key={`${type} ${id}`} me={useMe()} id={id} type={type} />;
    };
    return { default: OfItsAddress };
  });
  return createRoute({ getParentRoute: () => root, path, component });
}
