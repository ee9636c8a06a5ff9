import { fill } from '../language';
import { Disclosure } from '../ui/disclosure';
import { HoursForm } from './hours-form';
import type { Hours, SectionProps } from './section';
import { useCoverTexts, type CoverTexts } from './texts';

/** When the controller's units are open, and by whose word. */
export function UnitHours({ cover, me, reload }: SectionProps) {
  const t = useCoverTexts();
  const mayChange = me.may.operations.includes('setUnitHours');
  return (
    <section aria-labelledby="hours">
      <h2 id="hours">{t.hours}</h2>
      {cover.units.map(({ unit, version, hours, source, coming }) => (
        <Disclosure key={`${unit.id} ${version}`} summary={unit.name}>
          {source === 'county' && <p className="hint">{t.assumed}</p>}
          <WeekTable hours={hours} />
          {coming.map((later) => (
            <div key={later.from}>
              <h3>{fill(`${t.coming} {from}`, { from: later.from })}</h3>
              <WeekTable hours={later.hours} />
            </div>
          ))}
          {mayChange && (
            <HoursForm unit={unit.id} version={version} before={hours} reload={reload} />
          )}
        </Disclosure>
      ))}
    </section>
  );
}

function WeekTable({ hours }: { readonly hours: Hours }) {
  const t = useCoverTexts();
  const lines = [...hours.days, hours.red].map(
    (span, index) => [t.days[index] ?? t.red, spanWords(span, t)] as const,
  );
  return (
    <table className="week">
      <tbody>
        {lines.map(([day, words]) => (
          <tr key={day}>
            <th scope="row">{day}</th>
            <td>{words}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function spanWords(span: Hours['red'], { closed, always }: CoverTexts): string {
  if (span === null) return closed;
  return span.from === '00:00' && span.to === '24:00' ? always : `${span.from}–${span.to}`;
}
