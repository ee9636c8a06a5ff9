import type { Case, Handover, Party } from '../api/types';
import { choiceLabel, fieldLabel } from '../form/field-words';
import { fill, useLanguage, useTexts } from '../language';
import { formatInstant, formatLocalDay } from '../time';
import { Icon } from '../ui/icon';
import { Phone } from '../ui/phone';
import { entryWords, startWords } from '../words';

/** How far each receiving unit has come, and what it has not acknowledged. */
export function Receivers({ view }: { readonly view: Case }) {
  const t = useTexts();
  return (
    <section aria-labelledby="receivers">
      <h2 id="receivers">{t.handovers}</h2>
      {view.handovers.length === 0 && <p>{t.noHandovers}</p>}
      <ul className="cards">
        {view.handovers.map((handover) => (
          <Receiver
            key={handover.id}
            caseId={view.id}
            handover={handover}
            party={view.parties.find(({ id }) => id === handover.id)}
          />
        ))}
      </ul>
    </section>
  );
}

interface ReceiverProps {
  readonly caseId: string;
  readonly handover: Handover;
  readonly party: Party | undefined;
}

function Receiver({ caseId, handover, party }: ReceiverProps) {
  const t = useTexts();
  const { language } = useLanguage();
  const { unit, text, executor, unacknowledged } = handover;
  const time = (at: string | null | undefined) =>
    at == null ? t.notSeen : formatInstant(at, language);
  return (
    <li className="card">
      <h3>{unit.name}</h3>
      <p>
        <span className="state">{text}</span>
      </p>
      <p>
        <Phone number={unit.phone} />
      </p>
      <Outside caseId={caseId} handover={handover} />
      <dl>
        <Planned handover={handover} />
        {executor !== null && (
          <div>
            <dt>{fieldLabel('executor', language)}</dt>
            <dd>
              {executor.name} <Phone number={executor.phone} />
            </dd>
          </div>
        )}
        <div>
          <dt>{t.seenAt}</dt>
          <dd>{time(party?.seenAt)}</dd>
        </div>
      </dl>
      <StartReport handover={handover} />
      {unacknowledged.length === 0 ? (
        <p>
          <Icon name="done" />
          {t.allAcknowledged}
        </p>
      ) : (
        <>
          <h4>{t.unacknowledged}</h4>
          <ul>
            {unacknowledged.map(({ id, entry, sentAt }) => (
              <li key={id}>
                {entryWords[entry]?.[language] ?? entry},{' '}
                {sentAt === null
                  ? t.notSentOutside
                  : fill(t.sentAt, { time: formatInstant(sentAt, language) })}
              </li>
            ))}
          </ul>
        </>
      )}
    </li>
  );
}

/** How a receiver without an account is reached: its card, and the page to print for it. */
function Outside({ caseId, handover: { id, contact } }: Omit<ReceiverProps, 'party'>) {
  const t = useTexts();
  if (contact === null) return null;
  const { organisation, address, secureMail } = contact;
  return (
    <>
      <p>
        {[organisation, address, secureMail].filter((line) => line !== null).join(', ')}{' '}
        <span className="hint">({t.noAccount})</span>
      </p>
      <p>
        <a
          href={`/api/v1/discharges/${caseId}/handovers/${id}/notice`}
          target="_blank"
          rel="noopener"
        >
          {t.printNotice}
        </a>
      </p>
    </>
  );
}

/** The times that the receiver has told, and the days of rehabilitation. */
function Planned({ handover }: { readonly handover: Handover }) {
  const { language } = useLanguage();
  const times = [
    ['canReceiveFrom', handover.canReceiveFrom],
    ['startAt', handover.plannedStart],
    ['contactAt', handover.contactAt],
  ] as const;
  const days = Object.entries(handover.rehab ?? {});
  return (
    <>
      {times.map(
        ([field, at]) =>
          at !== null && (
            <div key={field}>
              <dt>{fieldLabel(field, language)}</dt>
              <dd>{formatInstant(at, language)}</dd>
            </div>
          ),
      )}
      {days.map(
        ([step, on]) =>
          on !== null && (
            <div key={step}>
              <dt>{choiceLabel('step', step, language)}</dt>
              <dd>{formatLocalDay(on, language)}</dd>
            </div>
          ),
      )}
    </>
  );
}

/** How the start turned out, when anybody has said. */
function StartReport({ handover: { report } }: { readonly handover: Handover }) {
  const { language } = useLanguage();
  if (report === null) return null;
  const { outcome, at, reporter, source } = report;
  const words = [
    formatInstant(at, language),
    startWords[reporter]?.[language] ?? reporter,
    startWords[source]?.[language] ?? source,
  ];
  return (
    <p>
      {choiceLabel('outcome', outcome, language)} <span className="hint">({words.join(', ')})</span>
    </p>
  );
}
