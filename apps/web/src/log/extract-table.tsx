import type { PatientExtract } from '../api/types';
import { useLanguage } from '../language';
import { formatClock, formatDay } from '../time';
import { said } from './words';

interface ExtractTableProps {
  readonly extract: PatientExtract;
  /** Whose extract it is, as typed. */
  readonly number: string;
  /** When it was made. */
  readonly madeAt: number;
}

/** The extract as it is read on the screen and handed over on paper. */
export function ExtractTable({ extract, number, madeAt }: ExtractTableProps) {
  const { language } = useLanguage();
  const { controller, from, to, items } = extract;
  const hasNames = items.some(({ staff }) => staff !== null && staff !== '');
  const columns = ['when', 'unit', 'did', ...(hasNames ? ['staff' as const] : [])] as const;
  return (
    <section className="extract" aria-labelledby="extract-heading">
      <h2 id="extract-heading">
        {said('extractOf', language, { name: controller.name, from, to })}
      </h2>
      <p>
        {said('about', language, { number })}{' '}
        {said('made', language, { time: `${formatDay(madeAt)} ${formatClock(madeAt)}` })}
      </p>
      <p className="lead">{said('extractMeans', language)}</p>
      <p className="no-print">
        <button type="button" onClick={() => window.print()}>
          {said('print', language)}
        </button>
      </p>
      {items.length === 0 ? (
        <p className="empty">{said('nothing', language)}</p>
      ) : (
        <div className="table" tabIndex={0} role="group" aria-labelledby="extract-heading">
          <table>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {said(column, language)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {items.map(({ at, unit, act, breakGlass, staff }, index) => (
                // Nothing tells two lines of the same moment apart but their place.
                <tr key={`${at} ${index}`}>
                  <td>
                    <time dateTime={at}>{`${formatDay(at)} ${formatClock(at)}`}</time>
                  </td>
                  <td>{unit}</td>
                  <td>
                    {act}
                    {breakGlass && (
                      <>
                        <br />
                        <strong>{said('emergency', language)}</strong>
                      </>
                    )}
                  </td>
                  {hasNames && <td>{staff}</td>}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
