import type { Sip } from '../api/types';
import { choiceLabel } from '../form/field-words';
import { fill, useLanguage, useTexts } from '../language';
import { formatInstant } from '../time';
import { Pairs } from '../ui/pairs';

/** What the person may count on: the agreement, her contact, the next time and the plan. */
export function Patientkontrakt({ sip }: { readonly sip: Sip['sip'] }) {
  const t = useTexts();
  const { language } = useLanguage();
  const { patientkontrakt, contacts, plan } = sip;
  const { agreement, contact, meetingAt, followUpOn } = patientkontrakt;
  const holding = plan.find(({ version }) => version === patientkontrakt.plan);
  const times = [meetingAt && formatInstant(meetingAt, language), followUpOn].filter(Boolean);
  return (
    <section aria-labelledby="patientkontrakt">
      <h2 id="patientkontrakt">{t.patientkontrakt}</h2>
      <Pairs
        pairs={[
          [t.agreementMade, agreement && [agreement.matters, ...agreement.goals].join(' ')],
          [t.fastVardkontakt, contact && [contact.name, contact.phone].filter(Boolean).join(', ')],
          [t.agreedTime, times.join(', ')],
          [t.wholePlan, holding?.establishedAt && formatInstant(holding.establishedAt, language)],
        ]}
      />
      {contacts.length === 0 && agreement === null && times.length === 0 && <p>{t.nothingYet}</p>}
      {contacts.length > 0 && (
        <details>
          <summary>{fill(t.namedContacts, { count: contacts.length })}</summary>
          <ul>
            {contacts.map(({ kind, name, unit, from, until }, index) => (
              <li key={index}>
                {choiceLabel('kind', kind, language)}: {name ?? t.wordsNotTold}, {unit?.name},{' '}
                {from} – {until}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
