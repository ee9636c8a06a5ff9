import type { Case } from '../api/types';
import { useLanguage, useTexts } from '../language';
import { Link } from '../router';
import { formatInstant } from '../time';
import { Phone } from '../ui/phone';

interface Journey {
  readonly id: string;
  readonly from: { readonly name: string };
  readonly to: { readonly name: string; readonly phone: string };
  readonly text: string;
  readonly requestedAt: string;
}

/** Where the case has been and may go: moves between wards, another municipality, stays before and after. */
export function Journeys({ view }: { readonly view: Case }) {
  const t = useTexts();
  const { moves, transfers, previous, readmission } = view;
  const journeys: readonly Journey[] = [...moves, ...transfers];
  if (journeys.length === 0 && previous === null && readmission === null) return null;
  return (
    <section aria-labelledby="journeys">
      <h2 id="journeys">{t.journeys}</h2>
      <ul className="cards">
        <Readmission view={view} />
        <Previous view={view} />
        {journeys.map((journey) => (
          <JourneyCard key={journey.id} journey={journey} />
        ))}
      </ul>
    </section>
  );
}

function JourneyCard({ journey }: { readonly journey: Journey }) {
  const { language } = useLanguage();
  const { from, to, text, requestedAt } = journey;
  return (
    <li className="card">
      <h3>
        {from.name} → {to.name}
      </h3>
      <p>
        <span className="state">{text}</span>{' '}
        <span className="hint">{formatInstant(requestedAt, language)}</span>
      </p>
      <p>
        <Phone number={to.phone} />
      </p>
    </li>
  );
}

function Readmission({ view: { readmission } }: { readonly view: Case }) {
  const t = useTexts();
  const { language } = useLanguage();
  if (readmission === null) return null;
  return (
    <li className="card">
      <h3>{t.readmitted}</h3>
      <p>{formatInstant(readmission.at, language)}</p>
      {readmission.case !== null && (
        <p>
          <Link to={`/arenden/${readmission.case}`}>{t.toThatStay}</Link>
        </p>
      )}
    </li>
  );
}

/** The stay before, and what did not come in time then. */
function Previous({ view: { previous } }: { readonly view: Case }) {
  const t = useTexts();
  const { language } = useLanguage();
  if (previous === null) return null;
  const { id, endedAt, ward, handovers, late } = previous;
  return (
    <li className="card">
      <h3>{t.previousStay}</h3>
      <p>
        {ward.name}, {t.leftAt.toLowerCase()} {formatInstant(endedAt, language)}
      </p>
      <ul>
        {handovers.map((handover) => (
          <li key={handover.id}>
            {handover.unit.name}: {handover.text}
          </li>
        ))}
      </ul>
      {late.length > 0 && (
        <>
          <h4>{t.whatWasLate}</h4>
          <ul>
            {late.map((duty) => (
              <li key={duty.id}>
                {duty.title} ({duty.owner.unit.name})
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        <Link to={`/arenden/${id}`}>{t.toThatStay}</Link>
      </p>
    </li>
  );
}
