import type { Sip } from '../api/types';
import { choiceLabel, fieldLabel } from '../form/field-words';
import { useLanguage, useTexts } from '../language';
import { Pairs } from '../ui/pairs';

type PlanWordsShown = NonNullable<Sip['sip']['plan'][number]['content']>;

interface PlanWordsProps {
  readonly content: PlanWordsShown;
  /** How deep what it is under lies. */
  readonly heading: 'h3' | 'h4';
}

/** The words of a plan, or of its draft. */
export function PlanWords({ content, heading: Heading }: PlanWordsProps) {
  const t = useTexts();
  const { language } = useLanguage();
  const { matters, goals, needs, measures, ownActions, measuresByOthers, crisisPlan } = content;
  const lists = [
    ['goals', goals],
    ['needs', needs],
    ['ownActions', ownActions],
    ['measuresByOthers', measuresByOthers],
  ] as const;
  return (
    <>
      <Pairs
        pairs={[
          [fieldLabel('matters', language), matters],
          [fieldLabel('crisisPlan', language), crisisPlan],
        ]}
      />
      <div className="cards">
        {lists.map(
          ([name, texts]) =>
            texts.length > 0 && (
              <div key={name} className="card">
                <Heading>{fieldLabel(name, language)}</Heading>
                <ul>
                  {texts.map((text) => (
                    <li key={text}>{text}</li>
                  ))}
                </ul>
              </div>
            ),
        )}
        {measures.map(({ id, what, huvudman, unit, person, by, status }) => (
          <div key={id} className="card">
            <Heading>{what}</Heading>
            <p>
              <span className="state">{choiceLabel('status', status, language)}</span>
            </p>
            <Pairs
              pairs={[
                [t.huvudman, huvudman.name],
                [fieldLabel('unit', language), unit.name],
                [fieldLabel('person', language), person],
                [fieldLabel('dueDate', language), by],
              ]}
            />
          </div>
        ))}
        {content.contacts.length > 0 && (
          <div className="card">
            <Heading>{fieldLabel('contacts', language)}</Heading>
            <ul>
              {content.contacts.map(({ name, role, phone }) => (
                <li key={`${name} ${role}`}>{[name, role, phone].filter(Boolean).join(', ')}</li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </>
  );
}
