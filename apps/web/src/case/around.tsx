import type { Case } from '../api/types';
import { choiceLabel, fieldLabel } from '../form/field-words';
import { useLanguage, useTexts } from '../language';
import { Icon } from '../ui/icon';
import { Phone } from '../ui/phone';
import { Rule } from '../ui/rule';
import { Facts } from './facts';
import { unitNamesOf } from './unit-names';

/** Who is close to the patient, how to speak with her, who is responsible, and what is not known. */
export function Around({ view }: { readonly view: Case }) {
  const t = useTexts();
  const { contacts, communicationNeeds, municipalities, missing } = view;
  const count = contacts.length + municipalities.length + missing.length;
  if (count === 0 && communicationNeeds === null) return null;
  return (
    <section aria-labelledby="around">
      <h2 id="around">{t.around}</h2>
      {missing.map(({ key, text, rule }) => (
        <div key={key} className="missing">
          <p>
            <Icon name="late" />
            {text}
          </p>
          <Rule citation={rule} />
        </div>
      ))}
      <div className="cards">
        <Contacts view={view} />
        <Needs view={view} />
        <ChildHeard view={view} />
        <Municipalities view={view} />
      </div>
    </section>
  );
}

function Contacts({ view: { contacts } }: { readonly view: Case }) {
  const t = useTexts();
  const { language } = useLanguage();
  if (contacts.length === 0) return null;
  return (
    <div className="card">
      <h3>{t.contacts}</h3>
      <ul>
        {contacts.map(({ id, name, relation, phone, custody, representative, mayBeTold }) => (
          <li key={id}>
            {name} ({relation}){custody && `, ${t.custody}`}
            {representative !== 'none' &&
              `, ${choiceLabel('representative', representative, language)}`}
            {phone !== null && (
              <>
                {', '}
                <Phone number={phone} />
              </>
            )}
            <br />
            <span className="hint">
              {fieldLabel('mayBeTold', language)}: {choiceLabel('mayBeTold', mayBeTold, language)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Needs({ view }: { readonly view: Case }) {
  const t = useTexts();
  const { communicationNeeds } = view;
  if (communicationNeeds === null) return null;
  const known = Object.entries(communicationNeeds).filter(([, value]) => value !== null);
  return (
    <div className="card">
      <h3>{t.communication}</h3>
      <Facts facts={Object.fromEntries(known)} unitNames={unitNamesOf(view)} />
    </div>
  );
}

function ChildHeard({ view: { childHeard } }: { readonly view: Case }) {
  const t = useTexts();
  const { language } = useLanguage();
  if (childHeard === null) return null;
  return (
    <div className="card">
      <h3>{fieldLabel('heard', language)}</h3>
      <p>
        {childHeard.heard ? t.yes : t.no}. {childHeard.reason}
      </p>
    </div>
  );
}

function Municipalities({ view: { municipalities } }: { readonly view: Case }) {
  const t = useTexts();
  if (municipalities.length === 0) return null;
  return (
    <div className="card">
      <h3>{t.responsible}</h3>
      <dl className="facts">
        {municipalities.map(({ role, text, municipality, from, basis }) => (
          <div key={`${role} ${from}`}>
            <dt>{text}</dt>
            <dd>
              {municipality?.name ?? t.noMunicipality}, {t.fromDay} {from}
              <Rule citation={basis} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
