import { useId, useState } from 'react';
import { nameContacts } from '../api/protection';
import type { Colleague } from '../api/types';
import { fill, useTexts } from '../language';
import { OperationForm } from './operation-form';

/** The law's own number is none: two, so that one may be away. */
const CONTACTS = 2;

interface ContactsFormProps {
  readonly label: string;
  /** The case whose patient they are named for; null: for all such persons. */
  readonly caseId: string | null;
  /** Whom the search has found. */
  readonly people: readonly Colleague[];
  readonly name: string;
  readonly onName: (name: string) => void;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Two people and a telephone. Who has been chosen stays in sight whatever is searched. */
export function ContactsForm(props: ContactsFormProps) {
  const { label, caseId, people, name, onName, onDone, onCancel } = props;
  const t = useTexts();
  const id = useId();
  const [chosen, setChosen] = useState<readonly Colleague[]>([]);
  const [phone, setPhone] = useState('');
  const ids = chosen.map((each) => each.id);
  const shown = [...chosen, ...people.filter((each) => !ids.includes(each.id))];
  const tick = (one: Colleague, isOn: boolean) =>
    setChosen(isOn ? [...chosen, one] : chosen.filter((each) => each.id !== one.id));
  return (
    <OperationForm
      label={label}
      isComplete={chosen.length === CONTACTS && phone.trim() !== ''}
      send={() => nameContacts({ caseId, staff: ids, phone: phone.trim() })}
      onDone={onDone}
      onCancel={onCancel}
    >
      <fieldset className="field">
        <legend>{t.contactsOf}</legend>
        <div className="field">
          <label htmlFor={`${id}-search`}>{t.contactsSearch}</label>
          <input
            id={`${id}-search`}
            type="search"
            value={name}
            onChange={({ target }) => onName(target.value)}
          />
          <p role="status" className="hint">
            {fill(t.contactsChosen, { count: chosen.length })}
            {shown.length === 0 && ` · ${t.contactsNobody}`}
          </p>
        </div>
        <div className="picks">
          {shown.map((one) => (
            <div key={one.id} className="tick">
              <input
                id={`${id}-${one.id}`}
                type="checkbox"
                checked={ids.includes(one.id)}
                disabled={!ids.includes(one.id) && chosen.length === CONTACTS}
                onChange={({ target }) => tick(one, target.checked)}
              />
              <label htmlFor={`${id}-${one.id}`}>{one.name}</label>
            </div>
          ))}
        </div>
      </fieldset>
      <div className="field">
        <label htmlFor={`${id}-phone`}>{t.contactsPhone}</label>
        <input
          id={`${id}-phone`}
          type="tel"
          required
          value={phone}
          onChange={({ target }) => setPhone(target.value)}
        />
      </div>
    </OperationForm>
  );
}
