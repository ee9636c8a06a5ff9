import type { AnyCase } from '../api/types';
import { fill, useLanguage, useTexts } from '../language';
import { formatInstant } from '../time';

/** What keeps something of the case from its readers: who hides, who blocks, who sees it for an hour. */
export function ShieldBand({ view }: { readonly view: AnyCase }) {
  const t = useTexts();
  const { language } = useLanguage();
  const { protection, isBlocked, objectionSince, emergencyUntil } = view;
  const at = (time: string) => ({ time: formatInstant(time, language) });
  return (
    <>
      {emergencyUntil !== null && (
        <p className="message message-error">{fill(t.seenInEmergency, at(emergencyUntil))}</p>
      )}
      {protection !== null && <Protected protection={protection} />}
      {isBlocked && <p className="message">{t.isBlocked}</p>}
      {objectionSince !== null && (
        <p className="message">{fill(t.objectsSince, at(objectionSince))}</p>
      )}
    </>
  );
}

function Protected({ protection }: { readonly protection: NonNullable<AnyCase['protection']> }) {
  const t = useTexts();
  const { text, isNamed, isOutside, contacts } = protection;
  return (
    <section className="message" aria-label={t.protectedIdentity}>
      <p>
        <strong>{text}.</strong> {isNamed ? t.protectedNamed : t.protectedOthers}{' '}
        {isOutside && t.handledOutside}
      </p>
      {contacts.length > 0 && (
        <ul>
          {contacts.map(({ controller, names, phone }) => (
            <li key={controller}>
              {controller}: {names.join(', ')},{' '}
              <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
