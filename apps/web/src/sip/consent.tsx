import type { Sip } from '../api/types';
import { choiceLabel, fieldLabel } from '../form/field-words';
import { fill, useLanguage, useTexts } from '../language';
import { formatInstant } from '../time';
import { Pairs } from '../ui/pairs';

type Part = Sip['sip'];

/** Whether the person agrees, to what, and what she has said before. */
export function Consent({ sip: { consent, child } }: { readonly sip: Part }) {
  const t = useTexts();
  const { language } = useLanguage();
  const { text, given, attitude } = consent;
  const hasChild = child.guardians.length > 0 || child.heard !== null || child.decisions.length > 0;
  return (
    <section aria-labelledby="consent">
      <h2 id="consent">{t.consent}</h2>
      <p>
        <span className="state">{text}</span>
      </p>
      <ul className="cards">
        {[...given].reverse().map((one) => (
          <li key={one.event} className="card">
            <h3>{formatInstant(one.at, language)}</h3>
            {one.endedAt !== null && (
              <p className="hint">
                {fill(t.heldUntil, { time: formatInstant(one.endedAt, language) })}
              </p>
            )}
            <Pairs
              pairs={[
                [fieldLabel('givenBy', language), choiceLabel('givenBy', one.givenBy, language)],
                [fieldLabel('way', language), choiceLabel('way', one.way, language)],
                [fieldLabel('scope', language), one.scope],
                [fieldLabel('notCovering', language), one.notCovering],
                [fieldLabel('until', language), one.until],
              ]}
            />
          </li>
        ))}
        {attitude !== null && (
          <li className="card">
            <h3>{t.attitude}</h3>
            <Pairs
              pairs={[
                [fieldLabel('attitude', language), attitude.attitude],
                [
                  fieldLabel('representative', language),
                  attitude.representative &&
                    choiceLabel('representative', attitude.representative, language),
                ],
                [fieldLabel('representativeName', language), attitude.representativeName],
              ]}
            />
          </li>
        )}
        {hasChild && <Child child={child} />}
      </ul>
    </section>
  );
}

function Child({ child }: { readonly child: Part['child'] }) {
  const t = useTexts();
  const { language } = useLanguage();
  const { guardians, custody, heard, said, decisions } = child;
  return (
    <li className="card">
      <h3>{t.child}</h3>
      <Pairs
        pairs={[
          [fieldLabel('guardians', language), guardians.join(', ') || null],
          [fieldLabel('custody', language), custody],
          [fieldLabel('heard', language), heard === null ? null : heard ? t.yes : t.no],
          [fieldLabel('said', language), said],
        ]}
      />
      <ul>
        {decisions.map(({ event, measure, consentedBy }) => (
          <li key={event}>
            {measure}: {consentedBy && choiceLabel('consentedBy', consentedBy, language)}
          </li>
        ))}
      </ul>
    </li>
  );
}
