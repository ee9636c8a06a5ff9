import { useState, type SubmitEvent } from 'react';
import { useChange } from '../administration/use-change';
import { fromLocalInput } from '../time';
import { Disclosure } from '../ui/disclosure';
import { Refusal } from '../ui/refusal';
import type { SectionProps } from './section';
import { SpanFields, type TypedSpan } from './span-fields';
import { useCoverTexts } from './texts';
import { TurnLine } from './watches';
import { Button } from '../ui/button';

const NOTHING: TypedSpan = { staff: '', from: '', until: '' };

/** Who is away: the reader herself, or for administrators anybody. */
export function Absences({ cover, reload }: SectionProps) {
  const t = useCoverTexts();
  const { send, problem } = useChange(reload);
  return (
    <section aria-labelledby="absences">
      <h2 id="absences">{t.absences}</h2>
      <p>{t.absencesLead}</p>
      <Refusal problem={problem} />
      {cover.absences.length === 0 ? (
        <p className="empty">{t.noAbsences}</p>
      ) : (
        <ul className="rows">
          {cover.absences.map((absence) => (
            <li key={absence.id} className="row row-alone">
              <p>
                <TurnLine turn={absence} />
              </p>
              <Button onPress={() => void send(`absences/${absence.id}/end`, {})}>
                {t.endAbsence}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <AbsenceForm key={cover.absences.length} people={cover.people} reload={reload} />
    </section>
  );
}

interface AbsenceFormProps {
  readonly people: SectionProps['cover']['people'];
  readonly reload: () => Promise<void>;
}

function AbsenceForm({ people, reload }: AbsenceFormProps) {
  const t = useCoverTexts();
  const [span, setSpan] = useState(NOTHING);
  const [isIncomplete, setIsIncomplete] = useState(false);
  const { send, isSending, problem } = useChange(reload);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const [from, until] = [fromLocalInput(span.from), fromLocalInput(span.until)];
    setIsIncomplete(from === null || until === null);
    if (from === null || until === null) return;
    void send('absences', { staff: span.staff === '' ? null : span.staff, from, until });
  };
  return (
    <Disclosure summary={t.addAbsence}>
      <form noValidate autoComplete="off" onSubmit={submit}>
        <Refusal problem={problem} />
        <p role="alert" className="hint">
          {isIncomplete && t.times}
        </p>
        <SpanFields
          people={people}
          self={t.myself}
          span={span}
          onChange={(more) => setSpan({ ...span, ...more })}
        />
        <div className="buttons">
          <Button type="submit" variant="primary" isOff={isSending}>
            {isSending ? t.saving : t.save}
          </Button>
        </div>
      </form>
    </Disclosure>
  );
}
