import type { Sip } from '../api/types';
import { choiceLabel, fieldLabel } from '../form/field-words';
import { fill, useLanguage, useTexts } from '../language';
import { usePlanTexts } from '../plan/texts';
import { Pairs } from '../ui/pairs';

type PlanWordsShown = NonNullable<Sip['sip']['plan'][number]['content']>;
type MeasureShown = PlanWordsShown['measures'][number];

interface PlanWordsProps {
  readonly content: PlanWordsShown;
  /** How deep what it is under lies. */
  readonly heading: 'h3' | 'h4';
}

/** The words of a plan, or of its draft: each goal with its measures, then those of no goal. */
export function PlanWords({ content, heading: Heading }: PlanWordsProps) {
  const { language } = useLanguage();
  const { matters, needs, ownActions, measuresByOthers, crisisPlan, contacts } = content;
  const lists = [
    ['needs', needs],
    ['ownActions', ownActions],
    ['measuresByOthers', measuresByOthers],
    ['contacts', contacts.map(({ name, role, phone }) => [name, role, phone])],
  ] as const;
  return (
    <>
      <Pairs
        pairs={[
          [fieldLabel('matters', language), matters],
          [fieldLabel('crisisPlan', language), crisisPlan],
          [fieldLabel('followUpOn', language), content.followUpOn],
          [fieldLabel('nextMeeting', language), content.nextMeeting],
        ]}
      />
      <Goals content={content} heading={Heading} />
      <div className="cards">
        {lists.map(
          ([name, texts]) =>
            texts.length > 0 && (
              <div key={name} className="card">
                <Heading>{fieldLabel(name, language)}</Heading>
                <ul>
                  {texts.map((text, index) => (
                    <li key={index}>{[text].flat().filter(Boolean).join(', ')}</li>
                  ))}
                </ul>
              </div>
            ),
        )}
      </div>
    </>
  );
}

function Goals({ content: { goals, measures }, heading: Heading }: PlanWordsProps) {
  const t = usePlanTexts();
  const { language } = useLanguage();
  const others = measures.filter(({ goal }) => goal === null || goal > goals.length);
  const isAnyServed = others.length < measures.length;
  return (
    <>
      {goals.map((text, index) => {
        const own = measures.filter(({ goal }) => goal === index + 1);
        return (
          <section key={index}>
            <Heading>{fill(t.goalNumber, { n: index + 1, goal: text })}</Heading>
            {own.length > 0 && <Measures measures={own} under={Heading} />}
            {own.length === 0 && isAnyServed && <p>{t.noMeasures}</p>}
          </section>
        );
      })}
      {others.length > 0 && (
        <section>
          <Heading>{isAnyServed ? t.otherMeasures : fieldLabel('measures', language)}</Heading>
          <Measures measures={others} under={Heading} />
        </section>
      )}
    </>
  );
}

interface MeasuresProps {
  readonly measures: readonly MeasureShown[];
  readonly under: PlanWordsProps['heading'];
}

function Measures({ measures, under }: MeasuresProps) {
  const t = useTexts();
  const { language } = useLanguage();
  const Heading = under === 'h3' ? 'h4' : 'h5';
  return (
    <div className="cards">
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
    </div>
  );
}
