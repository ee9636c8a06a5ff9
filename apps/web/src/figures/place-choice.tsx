import { useId } from 'react';
import type { Figures } from '../api/types';
import type { Asked } from './asked';
import { crossable } from './crossing';
import { useFigureTexts } from './texts';

type Place = Figures['places'][number];

const LEVELS = [
  'county',
  'care',
  'municipality',
  'hospital',
  'sjukstuga',
  'ward',
  'open-care',
] as const;

interface PlaceChoiceProps {
  readonly asked: Asked;
  readonly places: readonly Place[];
  readonly onAsk: (asked: Asked) => void;
}

/** Of which place figures are, and only of whom who belongs to another one too. */
export function PlaceChoice({ asked, places, onAsk }: PlaceChoiceProps) {
  const t = useFigureTexts();
  const id = useId();
  const crossed = (place: string) =>
    crossable(
      places.find((each) => each.id === place),
      places,
    );
  const others = crossed(asked.place);
  return (
    <>
      <div className="field">
        <label htmlFor={`${id}place`}>{t.place}</label>
        <select
          id={`${id}place`}
          value={asked.place}
          onChange={({ target: { value: place } }) => {
            const stays = crossed(place).some((each) => each.id === asked.and);
            onAsk({ ...asked, place, and: stays ? asked.and : null });
          }}
        >
          <Options places={places} />
        </select>
      </div>
      {(others.length > 0 || asked.and !== null) && (
        <div className="field">
          <label htmlFor={`${id}and`}>{t.and}</label>
          <select
            id={`${id}and`}
            value={asked.and ?? ''}
            onChange={({ target: { value: and } }) =>
              onAsk({ ...asked, and: and === '' ? null : and })
            }
          >
            <option value="">{t.all}</option>
            <Options places={others} />
          </select>
        </div>
      )}
    </>
  );
}

/** Places by level; a level without any is left out. */
function Options({ places }: Pick<PlaceChoiceProps, 'places'>) {
  const t = useFigureTexts();
  return LEVELS.filter((level) => places.some((place) => place.level === level)).map((level) => (
    <optgroup key={level} label={t[level]}>
      {places
        .filter((place) => place.level === level)
        .map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
    </optgroup>
  ));
}
