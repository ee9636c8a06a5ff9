import { useId } from 'react';
import type { OwnUnit } from '../api/types';
import { useLanguage } from '../language';
import { roleWords } from '../words';
import { useAdminTexts } from './texts';
import { Ticks } from './ticks';

export interface TypedUnitAndRoles {
  readonly unit: string;
  readonly roles: readonly string[];
}

interface UnitAndRolesProps {
  readonly units: readonly OwnUnit[];
  readonly typed: TypedUnitAndRoles;
  readonly onChange: (more: Partial<TypedUnitAndRoles>) => void;
}

/** Where somebody, or a program, works and as what: the unit decides which roles there are. */
export function UnitAndRoles({ units, typed, onChange }: UnitAndRolesProps) {
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
          onChange={({ target }) => onChange({ unit: target.value, roles: [] })}
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
          onChange={(chosen) => onChange({ roles: chosen })}
        />
      )}
    </>
  );
}
