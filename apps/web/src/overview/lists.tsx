import { readReviews } from '../api/access-log';
import { answerOf, api } from '../api/client';
import { readEmergencies } from '../api/protection';
import { readSettlements } from '../api/reads';
import type { Overview } from '../api/types';
import { readToConfirm, readWebhooks } from '../administration/admin-api';
import { fill } from '../language';
import { readDeliveries } from '../notices/notices-api';
import { useResource } from '../resource';
import { Lines, Of, Section } from './section';
import { useOverviewTexts } from './texts';

/** More of one kind than anybody deals with in a day; beyond it "at least" is said. */
const COUNTED_MAX = 200;

/** How far settlements and what is disputed in them have come. */
export function Settlements() {
  const t = useOverviewTexts();
  const settlements = useResource('settlements open', () => readSettlements(null, COUNTED_MAX));
  return (
    <Section
      heading={t.settlements}
      lead={t.settlementsLead}
      to={{ path: '/avrakningar', label: t.toSettlements }}
    >
      <Of resource={settlements}>
        {({ items, next }) => {
          const states = new Map<string, number>();
          for (const { endedAt, stateText } of items) {
            if (endedAt === null) states.set(stateText, (states.get(stateText) ?? 0) + 1);
          }
          const lines = [...states].map(([state, count]) =>
            fill(t.settlementLine, { state, count }),
          );
          return (
            <>
              <Lines lines={lines} nothing={t.settlementsNone} />
              {next !== null && <p>{fill(t.settlementsMore, { count: items.length })}</p>}
            </>
          );
        }}
      </Of>
    </Section>
  );
}

/** Assignments to confirm and those that end soon. */
export function Staff({ lapsing }: { readonly lapsing: Overview['staff'] }) {
  const t = useOverviewTexts();
  const confirmations = useResource('to confirm', readToConfirm);
  return (
    <Section
      heading={t.staff}
      lead={t.staffLead}
      to={{ path: '/behorigheter/bekrafta', label: t.toConfirm }}
    >
      <Of resource={confirmations}>
        {({ items }) => {
          const lines = [
            ...(items.length > 0 ? [fill(t.confirmLine, { count: items.length })] : []),
            ...(lapsing.lapsing > 0
              ? [fill(t.lapsingLine, { count: lapsing.lapsing, days: lapsing.lapsingDays })]
              : []),
          ];
          return <Lines lines={lines} nothing={t.staffNone} />;
        }}
      </Of>
    </Section>
  );
}

/** Units that nobody has said opening hours for, or that no watch stands in for. */
export function Cover() {
  const t = useOverviewTexts();
  const cover = useResource('cover', () => answerOf(api.GET('/api/v1/cover')));
  return (
    <Section heading={t.cover} lead={t.coverLead} to={{ path: '/jour', label: t.toCover }}>
      <Of resource={cover}>
        {({ units, watches }) => {
          const watched = new Set(watches.flatMap((each) => each.units.map(({ id }) => id)));
          const withoutHours = units.filter(({ source }) => source === 'county').length;
          const withoutWatch = units.filter(({ unit }) => !watched.has(unit.id)).length;
          const lines = [
            ...(withoutHours > 0 ? [fill(t.hoursLine, { count: withoutHours })] : []),
            ...(withoutWatch > 0 ? [fill(t.watchLine, { count: withoutWatch })] : []),
          ];
          return <Lines lines={lines} nothing={t.coverNone} />;
        }}
      </Of>
    </Section>
  );
}

/** Emergency openings that nobody has judged. */
export function Emergencies() {
  const t = useOverviewTexts();
  const openings = useResource('emergencies awaited', () => readEmergencies(null, COUNTED_MAX));
  return (
    <Section
      heading={t.emergencies}
      lead={t.emergenciesLead}
      to={{ path: '/granskning', label: t.toReview }}
    >
      <Of resource={openings}>
        {({ items, next }) => (
          <Lines
            lines={
              items.length === 0
                ? []
                : [fill(next === null ? t.awaited : t.awaitedMore, { count: items.length })]
            }
            nothing={t.emergenciesNone}
          />
        )}
      </Of>
    </Section>
  );
}

/** Lines of the access log that were picked and that nobody has judged. */
export function LogReviews() {
  const t = useOverviewTexts();
  const reviews = useResource('log reviews awaited', () => readReviews(null, COUNTED_MAX));
  return (
    <Section heading={t.log} lead={t.logLead} to={{ path: '/loggkontroll', label: t.toLog }}>
      <Of resource={reviews}>
        {({ items }) => {
          const open = items.reduce((sum, each) => sum + each.open, 0);
          const lines = open === 0 ? [] : [fill(t.awaited, { count: open })];
          return <Lines lines={lines} nothing={items.length === 0 ? t.logNever : t.logNone} />;
        }}
      </Of>
    </Section>
  );
}

/** What did not reach people, and what did not reach systems. */
export function Deliveries() {
  const t = useOverviewTexts();
  const failed = useResource('deliveries failed', () => readDeliveries('failed', null));
  const webhooks = useResource('webhooks dead', readWebhooks);
  return (
    <Section
      heading={t.deliveries}
      lead={t.deliveriesLead}
      to={{ path: '/utskick', label: t.toDeliveries }}
    >
      <Of resource={failed}>
        {({ items, next }) => (
          <Lines
            lines={
              items.length === 0
                ? []
                : [fill(next === null ? t.failedLine : t.failedMore, { count: items.length })]
            }
            nothing={t.deliveriesNone}
          />
        )}
      </Of>
      <Of resource={webhooks}>
        {({ items }) => (
          <Lines
            lines={items
              .filter(({ dead, state }) => dead > 0 || state === 'gone')
              .map(({ url, dead }) => fill(t.webhookLine, { url, count: dead }))}
            nothing={t.webhooksNone}
          />
        )}
      </Of>
    </Section>
  );
}
