import { useId } from 'react';
import type { OwnUnit } from '../api/types';
import { useLanguage } from '../language';
import { roleWords } from '../words';
import { useAdminTexts } from './texts';
import { Ticks } from './ticks';

/** What is typed of a new assignment. */
export interface TypedAssignment {
  readonly unit: string;
  readonly roles: readonly string[];
  readonly from: string;
  readonly until: string;
  readonly commission: string;
  readonly standIn: string;
}

export const EMPTY: TypedAssignment = {
  unit: '',
  roles: [],
  from: '',
  until: '',
  commission: '',
  standIn: '',
};

/** As the server takes it: what is left out is null. */
export function bodyOf(typed: TypedAssignment): Readonly<Record<string, unknown>> {
  const { unit, roles } = typed;
  const orNull = (text: string) => (text.trim() === '' ? null : text.trim());
  return {
    unit,
    roles,
    from: orNull(typed.from),
    until: orNull(typed.until),
    commission: orNull(typed.commission),
    standIn: orNull(typed.standIn),
  };
}

interface AssignmentFieldsProps {
  readonly units: readonly OwnUnit[];
  readonly typed: TypedAssignment;
  readonly onChange: (typed: TypedAssignment) => void;
}

/** Where, as what, from and until when, and whether as a stand-in. */
export function AssignmentFields({ units, typed, onChange }: AssignmentFieldsProps) {
  const t = useAdminTexts();
  const { language } = useLanguage();
  const id = useId();
  const roles = units.find((unit) => unit.id === typed.unit)?.roles ?? [];
  return (
    <>
      <div className="field">
        <label htmlFor={`${id}-unit`}>{t.unit}</label>
        <select
          id={`${id}-unit`}
          required
          value={typed.unit}
          onChange={({ target }) => onChange({ ...typed, unit: target.value, roles: [] })}
        >
          <option value="">{t.chooseUnit}</option>
          {units.map((unit) => (
            <option key={unit.id} value={unit.id}>
              {unit.name}
            </option>
          ))}
        </select>
      </div>
      {roles.length > 0 && (
        <Ticks
          legend={t.roles}
          options={roles.map((role) => [role, roleWords[role]?.[language] ?? role])}
          chosen={typed.roles}
          onChange={(chosen) => onChange({ ...typed, roles: chosen })}
        />
      )}
      {(['from', 'until'] as const).map((day) => (
        <div key={day} className="field">
          <label htmlFor={`${id}-${day}`}>{t[day]}</label>
          <input
            id={`${id}-${day}`}
            type="date"
            value={typed[day]}
            onChange={({ target }) => onChange({ ...typed, [day]: target.value })}
          />
        </div>
      ))}
      {(['commission', 'standIn'] as const).map((line) => (
        <div key={line} className="field">
          <label htmlFor={`${id}-${line}`}>
            {t[line]}
            <span className="optional"> ({t.optional})</span>
          </label>
          <input
            id={`${id}-${line}`}
            autoComplete="off"
            value={typed[line]}
            onChange={({ target }) => onChange({ ...typed, [line]: target.value })}
          />
        </div>
      ))}
    </>
  );
}
