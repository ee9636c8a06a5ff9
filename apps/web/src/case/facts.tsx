import { useLanguage, useTexts } from '../language';
import { formatInstant } from '../time';
import { choiceLabel, fieldLabel } from '../form/field-words';
import { municipalityNames } from '../municipality-names';
import { patientNumber } from './patient-number';

const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

interface FactsProps {
  readonly facts: Readonly<Record<string, unknown>>;
  /** What the facts lie in. */
  readonly within?: string;
  /** Names of the units that ids stand for. */
  readonly unitNames: ReadonlyMap<string, string>;
}

/** Content or facts as people read them: names instead of keys, Swedish times, yes and no. */
export function Facts({ facts, within = '', unitNames }: FactsProps) {
  const { language } = useLanguage();
  return (
    <dl className="facts">
      {Object.entries(facts).map(([name, value]) => (
        <div key={name}>
          <dt>{fieldLabel(`${within}/${name}`, language)}</dt>
          <dd>
            <Fact name={name} value={value} unitNames={unitNames} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface FactProps extends Pick<FactsProps, 'unitNames'> {
  readonly name: string;
  readonly value: unknown;
}

function Fact({ name, value, unitNames }: FactProps) {
  const t = useTexts();
  const { language } = useLanguage();
  if (value === null || value === undefined) return t.notStated;
  if (typeof value === 'boolean') return value ? t.yes : t.no;
  if (Array.isArray(value)) {
    return (
      <ul>
        {value.map((one: unknown, index) => (
          <li key={index}>
            <Fact name={name} value={one} unitNames={unitNames} />
          </li>
        ))}
      </ul>
    );
  }
  if (typeof value === 'object') {
    return <Facts facts={value as Record<string, unknown>} within={name} unitNames={unitNames} />;
  }
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (INSTANT.test(text)) return formatInstant(text, language);
  if (name === 'number') return patientNumber(text);
  if (name === 'municipality') return municipalityNames[text] ?? text;
  return unitNames.get(text) ?? choiceLabel(name, text, language);
}
