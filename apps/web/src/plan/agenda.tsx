import type { PlanDraftWords, Sip } from '../api/types';
import { fill } from '../language';
import { usePlanTexts } from './texts';

interface AgendaProps {
  readonly view: Sip;
  readonly words: PlanDraftWords | null;
  /** Null: it is not my turn to write. */
  readonly write: ((words: PlanDraftWords) => void) | null;
}

/** What the meeting goes through, and who is there; kept in the draft. */
export function Agenda({ view: { sip }, words, write }: AgendaProps) {
  const t = usePlanTexts();
  return (
    <section aria-labelledby="agenda">
      <h2 id="agenda">{t.agenda}</h2>
      <ol>
        <li>{t.present}</li>
        <li>{fill(t.agendaConsent, { state: sip.consent.text })}</li>
        <li>{t.agendaGoals}</li>
        <li>{t.agendaMeasures}</li>
        <li>{t.agendaFollowUp}</li>
      </ol>
      {words !== null && (
        <Minutes
          sip={sip}
          words={words}
          write={write ?? (() => undefined)}
          isMine={write !== null}
        />
      )}
    </section>
  );
}

interface MinutesProps {
  readonly sip: Sip['sip'];
  readonly words: PlanDraftWords;
  readonly write: (words: PlanDraftWords) => void;
  readonly isMine: boolean;
}

function Minutes({ sip, words, write, isMine }: MinutesProps) {
  const t = usePlanTexts();
  const { presentUnits, presentOthers } = words;
  const tick = (unit: string, isThere: boolean) => {
    const others = presentUnits.filter((each) => each !== unit);
    write({ ...words, presentUnits: isThere ? [...others, unit] : others });
  };
  return (
    <form onSubmit={(event) => event.preventDefault()}>
      <fieldset className="field" disabled={!isMine}>
        <legend>{t.present}</legend>
        {sip.units.map(({ unit }) => (
          <div key={unit.id} className="tick">
            <input
              id={`present-${unit.id}`}
              type="checkbox"
              checked={presentUnits.includes(unit.id)}
              onChange={({ target }) => tick(unit.id, target.checked)}
            />
            <label htmlFor={`present-${unit.id}`}>{unit.name}</label>
          </div>
        ))}
        <label htmlFor="present-others">{t.presentOthers}</label>
        <input
          id="present-others"
          value={presentOthers}
          onChange={({ target }) => write({ ...words, presentOthers: target.value })}
        />
      </fieldset>
    </form>
  );
}
