import { useId, useState, type SubmitEvent } from 'react';
import type { Problem } from '../api/answer';
import { openInEmergency } from '../api/protection';
import type { EmergencyReason, Opened } from '../api/types';
import { caseAddress } from '../case/address';
import { fill, useLanguage, useTexts } from '../language';
import { emergencyReasonWords } from '../protection/words';
import { Link, PageHeading } from '../router';
import { formatInstant } from '../time';
import { Refusal } from '../ui/refusal';
import { Button } from '../ui/button';

const REASONS = Object.keys(emergencyReasonWords) as EmergencyReason[];

/** Opens what other units of the reader's care provider hold of one patient, for an hour. */
export function EmergencyPage() {
  const t = useTexts();
  const { language } = useLanguage();
  const [opened, setOpened] = useState<Opened | null>(null);
  return (
    <>
      <PageHeading>{t.emergency}</PageHeading>
      <p className="lead">{t.emergencyLead}</p>
      {opened === null ? (
        <EmergencyForm onOpened={setOpened} />
      ) : (
        <section className="message" aria-live="polite">
          <h2>{fill(t.emergencyOpen, { time: formatInstant(opened.until, language) })}</h2>
          <ul>
            {opened.cases.map(({ id, type, openedAt }) => (
              <li key={id}>
                <Link to={caseAddress(type, id)}>
                  {type === 'sip' ? t.sips : t.emergencyStay}, {formatInstant(openedAt, language)}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function EmergencyForm({ onOpened }: { readonly onOpened: (opened: Opened) => void }) {
  const t = useTexts();
  const { language } = useLanguage();
  const id = useId();
  const [number, setNumber] = useState('');
  const [reason, setReason] = useState<EmergencyReason>('treats-now');
  const [words, setWords] = useState('');
  const [refused, setRefused] = useState<Problem | null>(null);
  const submit = async () => {
    const answer = await openInEmergency({ number, reason, words });
    if (answer.ok) onOpened(answer.data);
    else setRefused(answer.problem);
  };
  return (
    <form
      className="panel"
      autoComplete="off"
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Refusal problem={refused} />
      <div className="field">
        <label htmlFor={`${id}-number`}>{t.personnummer}</label>
        <input
          id={`${id}-number`}
          required
          maxLength={40}
          value={number}
          onChange={({ target }) => setNumber(target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-reason`}>{t.emergencyReason}</label>
        <select
          id={`${id}-reason`}
          value={reason}
          onChange={({ target }) => setReason(target.value as EmergencyReason)}
        >
          {REASONS.map((each) => (
            <option key={each} value={each}>
              {emergencyReasonWords[each][language]}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={`${id}-words`}>{t.emergencyWords}</label>
        <textarea
          id={`${id}-words`}
          required
          rows={3}
          maxLength={200}
          value={words}
          onChange={({ target }) => setWords(target.value)}
        />
      </div>
      <div className="buttons">
        <Button type="submit" variant="primary">
          {t.emergencyDo}
        </Button>
      </div>
    </form>
  );
}
