import { fieldLabel } from '../form/field-words';
import { useLanguage, useTexts } from '../language';
import { factText } from './fact-text';

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
  return factText(name, value, unitNames, language);
}
