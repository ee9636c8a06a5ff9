import { useId } from 'react';
import type { Cover } from '../api/types';
import { useCoverTexts } from './texts';

/** Who and when as it is typed, by the local clock. */
export interface TypedSpan {
  /** Empty: nobody chosen, or the reader herself. */
  readonly staff: string;
  readonly from: string;
  readonly until: string;
}

interface SpanFieldsProps {
  readonly people: readonly Pick<Cover['people'][number], 'id' | 'name'>[];
  /** What choosing nobody means; null: somebody must be chosen. */
  readonly self: string | null;
  readonly span: TypedSpan;
  readonly onChange: (more: Partial<TypedSpan>) => void;
}

/** Who, from when until when. */
export function SpanFields({ people, self, span, onChange }: SpanFieldsProps) {
  const t = useCoverTexts();
  const id = useId();
  const times = [
    ['from', t.from],
    ['until', t.until],
  ] as const;
  return (
    <>
      {(people.length > 0 || self === null) && (
        <div className="field">
          <label htmlFor={`${id}-who`}>{t.person}</label>
          <select
            id={`${id}-who`}
            value={span.staff}
            onChange={({ target }) => onChange({ staff: target.value })}
          >
            <option value="">{self ?? t.choose}</option>
            {people.map((each) => (
              <option key={each.id} value={each.id}>
                {each.name}
              </option>
            ))}
          </select>
        </div>
      )}
      {times.map(([name, label]) => (
        <div key={name} className="field">
          <label htmlFor={`${id}-${name}`}>{label}</label>
          <input
            id={`${id}-${name}`}
            type="datetime-local"
            required
            value={span[name]}
            onChange={({ target }) => onChange({ [name]: target.value })}
          />
        </div>
      ))}
    </>
  );
}
