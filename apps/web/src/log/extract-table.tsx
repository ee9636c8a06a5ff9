import type { PatientExtract } from '../api/types';
import { useLanguage } from '../language';
import { formatClock, formatDay } from '../time';
import { said } from './words';
import { Button } from '../ui/button';

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
        <Button onPress={() => window.print()}>{said('print', language)}</Button>
      </p>
      {items.length === 0 ? (
        <p className="empty">{said('nothing', language)}</p>
      ) : (
        <div className="table" tabIndex={0} role="group" aria-labelledby="extract-heading">
          <table>
            <thead>
              <tr>
                <th scope="col">{said('whenAndWhere', language)}</th>
                <th scope="col">{said('did', language)}</th>
              </tr>
            </thead>
            <tbody>
              {items.map(({ at, unit, act, breakGlass, staff }, index) => (
                // Nothing tells two lines of the same moment apart but their place.
                <tr key={`${at} ${index}`}>
                  <td>
                    <time dateTime={at}>{`${formatDay(at)} ${formatClock(at)}`}</time>
                    <br />
                    {unit}
                    {staff !== null && (
                      <>
                        <br />
                        {staff}
                      </>
                    )}
                  </td>
                  <td>
                    {act}
                    {breakGlass && (
                      <>
                        <br />
                        <strong>{said('emergency', language)}</strong>
                      </>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
