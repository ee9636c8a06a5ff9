import { useTexts } from '../language';
import { municipalityNames } from '../municipality-names';
import type { AnyCase } from '../api/types';
import { patientNumber } from './patient-number';

type Fact = readonly [name: string, value: string | null | undefined | false];

interface HeadFactsProps {
  readonly patient: AnyCase['patient'];
  /** What else is said at the top; what has no value is left out. */
  readonly facts: readonly Fact[];
}

/** Who a case is about, and what else one sees of it first. */
export function HeadFacts({ patient, facts }: HeadFactsProps) {
  const t = useTexts();
  const who: readonly Fact[] = [
    // Who has a protected identity has no number here.
    [t.personnummer, patient !== null && patient.number !== '' && patientNumber(patient.number)],
    [t.address, patient?.address],
    [t.municipality, municipalityNames[patient?.municipality ?? ''] ?? patient?.municipality],
  ];
  return (
    <>
      <dl className="facts case-facts">
        {[...who, ...facts].map(
          ([name, value]) =>
            typeof value === 'string' && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      {patient === null && <p className="hint">{t.patientHidden}</p>}
    </>
  );
}
