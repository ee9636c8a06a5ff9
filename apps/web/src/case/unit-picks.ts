import type { ReceiverUnit } from '../api/types';
import type { Pick } from '../form/picks';
import type { Language } from '../language';
import { municipalityNames } from '../municipality-names';
import { unitKindWords } from '../words';
import { openingNote } from './opening-note';

/** A unit as something to pick: of what kind, where, and who reads there now. */
export function unitPick(unit: ReceiverUnit, language: Language): Pick {
  const { id, name, kind, municipality } = unit;
  const words = [unitKindWords[kind]?.[language], municipalityNames[municipality ?? '']];
  const detail = words.filter((word) => word !== undefined).join(', ');
  const note = openingNote(unit, language);
  return { value: id, label: name, detail, ...(note !== null && { note }) };
}

/** Hälsocentraler that somebody can be listed at, by their names. */
export function listingPicks(units: readonly ReceiverUnit[]): readonly Pick[] {
  return units
    .filter(({ kind, external }) => kind === 'halsocentral' && !external)
    .map(({ id, name, municipality }) => ({
      ...{ value: id, label: name, detail: municipalityNames[municipality ?? ''] ?? '' },
    }))
    .sort((a, b) => a.label.localeCompare(b.label, 'sv'));
}
