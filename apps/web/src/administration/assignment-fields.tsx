import { useId } from 'react';
import type { OwnUnit } from '../api/types';
import { useAdminTexts } from './texts';
import { UnitAndRoles, type TypedUnitAndRoles } from './unit-and-roles';

/** What is typed of a new assignment. */
export interface TypedAssignment extends TypedUnitAndRoles {
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
  const id = useId();
  return (
    <>
      <UnitAndRoles
        units={units}
        typed={typed}
        onChange={(more) => onChange({ ...typed, ...more })}
      />
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
