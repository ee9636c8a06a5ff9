import type { Answer } from '../api/answer';
import { answerOf, api } from '../api/client';
import type { Forecast, Me } from '../api/types';
import { fill, useLanguage, useTexts } from '../language';
import { useResource } from '../resource';
import { PageHeading } from '../router';
import { formatLocalDay } from '../time';
import { Disclosure } from '../ui/disclosure';
import { Failure } from '../ui/failure';
import { CapacityForm } from './capacity-form';
import { useCapacityTexts } from './capacity-texts';
import { DayTable } from './day-table';
import { useForecastTexts } from './texts';

type UnitForecast = Forecast['units'][number];

/** What comes home to the reader's municipality within two weeks, and what its units can receive. */
export function ForecastPage({ me }: { readonly me: Me }) {
  const t = useForecastTexts();
  const { loading } = useTexts();
  const found = useResource('forecast', readForecast);
  return (
    <>
      <PageHeading>{t.page}</PageHeading>
      <Failure resource={found} />
      {found.data === null ? (
        found.problem === null && <p>{loading}</p>
      ) : (
        <Whole forecast={found.data} me={me} reload={found.reload} />
      )}
    </>
  );
}

interface WholeProps {
  readonly forecast: Forecast;
  readonly me: Me;
  readonly reload: () => Promise<void>;
}

function Whole({ forecast, me, reload }: WholeProps) {
  const t = useForecastTexts();
  const { municipality, together, units, stays } = forecast;
  const own = units.find(({ unit }) => unit.id === me.unit.id);
  const others = units.filter((each) => each !== own);
  return (
    <>
      <p className="lead">{fill(t.lead, { municipality: municipality.name })}</p>
      {together.late + sumOf(together) === 0 && <p>{t.empty}</p>}
      {own !== undefined && (
        <section aria-labelledby="own">
          <h2 id="own">{own.unit.name}</h2>
          <OfUnit of={own} stays={stays} reload={reload} />
        </section>
      )}
      <section aria-labelledby="whole">
        <h2 id="whole">{t.whole}</h2>
        <p className="hint">{t.wholeHint}</p>
        <DayTable name={t.whole} line={together} stays={null} />
      </section>
      <section aria-labelledby="others">
        <h2 id="others">{t.others}</h2>
        {others.map((each) => (
          <Disclosure
            key={each.unit.id}
            summary={fill(t.unitSum, { unit: each.unit.name, expected: String(sumOf(each)) })}
          >
            <OfUnit of={each} stays={null} reload={reload} />
          </Disclosure>
        ))}
      </section>
    </>
  );
}

interface OfUnitProps {
  readonly of: UnitForecast;
  readonly stays: Forecast['stays'] | null;
  readonly reload: () => Promise<void>;
}

function OfUnit({ of: each, stays, reload }: OfUnitProps) {
  const t = useForecastTexts();
  const words = useCapacityTexts();
  const { language } = useLanguage();
  const start = each.capacity?.start ?? null;
  return (
    <>
      {start !== null && (
        <p>
          <strong>{t.start}:</strong> {formatLocalDay(start.day, language)} ({words[start.reason]})
        </p>
      )}
      <DayTable name={each.unit.name} line={each} stays={stays} />
      <CapacityForm key={each.version} of={each} reload={reload} />
    </>
  );
}

/** How many come within the days ahead. */
function sumOf({ days }: Forecast['together']): number {
  return days.reduce((sum, { expected }) => sum + expected, 0);
}

function readForecast(): Promise<Answer<Forecast>> {
  return answerOf(api.GET('/api/v1/forecast'));
}
