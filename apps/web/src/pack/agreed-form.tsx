import { useId, useState, type SubmitEvent } from 'react';
import { useChange } from '../administration/use-change';
import type { JointGroup } from '../api/types';
import { Button } from '../ui/button';
import { Refusal } from '../ui/refusal';
import { usePackTexts } from './texts';

/** As the API has it. */
export const WORDS_LENGTH_MAX = 300;

interface AgreedFormProps {
  readonly group: JointGroup;
  readonly onSaved: () => Promise<void>;
}

/** What is agreed now: what, whose, until when, and when it is looked at again. */
export function AgreedForm({ group, onSaved }: AgreedFormProps) {
  const t = usePackTexts();
  const id = useId();
  const [words, setWords] = useState('');
  const [owner, setOwner] = useState(group.owners[0]?.id ?? '');
  const [role, setRole] = useState('administrator');
  const [due, setDue] = useState('');
  const [lookAgain, setLookAgain] = useState('');
  const { send, isSending, problem } = useChange(onSaved);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const { id: place } = group.place;
    void send('agreed-measures', { place, words, owner, role, due, lookAgain });
  };
  return (
    <form noValidate autoComplete="off" onSubmit={submit}>
      <h3>{t.add}</h3>
      <Refusal problem={problem} />
      <div className="field">
        <label htmlFor={`${id}words`}>{t.words}</label>
        <p id={`${id}hint`} className="hint">
          {t.warning}
        </p>
        <input
          id={`${id}words`}
          required
          maxLength={WORDS_LENGTH_MAX}
          aria-describedby={`${id}hint`}
          value={words}
          onChange={({ target }) => setWords(target.value)}
        />
      </div>
      <Choice label={t.owner} value={owner} options={group.owners} onChoose={setOwner} />
      <Choice label={t.role} value={role} options={group.roles} onChoose={setRole} />
      <Day label={t.due} value={due} onChange={setDue} />
      <Day label={t.lookAgain} value={lookAgain} onChange={setLookAgain} />
      <div className="buttons">
        <Button type="submit" variant="primary" isOff={isSending}>
          {t.save}
        </Button>
      </div>
    </form>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly id: string; readonly name: string }[];
  readonly onChoose: (id: string) => void;
}

/** One of some things by their names. */
export function Choice({ label, value, options, onChoose }: ChoiceProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={({ target }) => onChoose(target.value)}>
        {options.map((each) => (
          <option key={each.id} value={each.id}>
            {each.name}
          </option>
        ))}
      </select>
    </div>
  );
}

interface DayProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (day: string) => void;
}

function Day({ label, value, onChange }: DayProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="date"
        required
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  );
}
