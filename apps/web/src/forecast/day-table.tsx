import type { Forecast } from '../api/types';
import { caseAddress } from '../case/address';
import { fill, useLanguage } from '../language';
import { Link } from '../router';
import { formatLocalDay } from '../time';
import { useForecastTexts, type ForecastTexts } from './texts';

type Line = Forecast['together'];
type Day = Line['days'][number];
type Stay = Forecast['stays'][number];

interface DayTableProps {
  /** What it is the table of. */
  readonly name: string;
  readonly line: Line;
  /** Those whom the reader may open; null: of units whose patients she is not shown. */
  readonly stays: readonly Stay[] | null;
}

/** Expected homecomings day by day against what can be received, and who should have come already. */
export function DayTable({ name, line, stays }: DayTableProps) {
  const t = useForecastTexts();
  const { language } = useLanguage();
  const today = line.days[0]?.day ?? '';
  const late = stays?.filter(({ day }) => day < today) ?? [];
  return (
    <>
      {line.late > 0 && (
        <div className="message">
          <p>
            <strong>{fill(t.late, { n: String(line.late) })}</strong>
          </p>
          <Stays stays={late} t={t} />
        </div>
      )}
      <div className="table" role="region" tabIndex={0} aria-label={fill(t.table, { name })}>
        <table className="forecast">
          <thead>
            <tr>
              {[t.day, t.expected, t.places, t.difference].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
              {stays !== null && <th scope="col">{t.patients}</th>}
            </tr>
          </thead>
          <tbody>
            {line.days.map((each) => (
              <tr key={each.day}>
                <th scope="row">{formatLocalDay(each.day, language)}</th>
                <td>
                  {each.expected} <Bar of={each} />
                </td>
                <td>{each.places ?? t.notSaid}</td>
                <td className={isTooMany(each) ? 'forecast-over' : undefined}>
                  {difference(each, t)}
                </td>
                {stays !== null && (
                  <td>
                    <Stays stays={stays.filter(({ day }) => day === each.day)} t={t} />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** One mark for each who is expected, hollow beyond what can be received; the words say the same. */
function Bar({ of: { expected, places } }: { readonly of: Day }) {
  const within = Math.min(expected, places ?? expected);
  return (
    <span className="forecast-bar" aria-hidden="true">
      {'■'.repeat(within)}
      {'□'.repeat(expected - within)}
    </span>
  );
}

function Stays({ stays, t }: { readonly stays: readonly Stay[]; readonly t: ForecastTexts }) {
  if (stays.length === 0) return null;
  return (
    <ul className="forecast-stays">
      {stays.map((stay) => (
        <li key={stay.case}>
          <Link to={caseAddress('discharge', stay.case)}>{stay.patient?.name ?? t.unnamed}</Link>
        </li>
      ))}
    </ul>
  );
}

function isTooMany({ expected, places }: Day): boolean {
  return places !== null && expected > places;
}

function difference({ expected, places }: Day, t: ForecastTexts): string {
  if (places === null) return '–';
  if (expected === places) return t.full;
  const words = expected > places ? t.tooMany : t.free;
  return fill(words, { n: String(Math.abs(places - expected)) });
}
