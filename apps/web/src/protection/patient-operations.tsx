import { useEffect, useRef, useState } from 'react';
import { serverNow } from '../api/server-time';
import type { AnyCase, PatientOperation } from '../api/types';
import { fill, useLanguage, useTexts } from '../language';
import { formatClock } from '../time';
import { OperationFields } from './operation-fields';
import { operationWords } from './words';
import { Button } from '../ui/button';

interface PatientOperationsProps {
  readonly view: AnyCase;
  readonly reload: () => Promise<void>;
}

/** Protected identity, spärr and objection: what the server says that the reader can do, with its form. */
export function PatientOperations({ view, reload }: PatientOperationsProps) {
  const t = useTexts();
  const { language } = useLanguage();
  const [chosen, setChosen] = useState<PatientOperation | null>(null);
  const [saved, setSaved] = useState<{ readonly text: string } | null>(null);
  const confirmation = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (saved !== null) confirmation.current?.focus();
  }, [saved]);
  const { patientOperations: offered } = view;
  if (offered.length === 0) return null;
  const done = async (label: string) => {
    await reload();
    setChosen(null);
    setSaved({ text: fill(t.shieldSaved, { time: formatClock(serverNow()), label }) });
  };
  const close = (operation: PatientOperation) => {
    setChosen(null);
    // The button is there again after the next rendering.
    requestAnimationFrame(() => document.getElementById(operation)?.focus());
  };
  return (
    <details>
      <summary>{t.shieldHeading}</summary>
      <div className="panel shield-operations">
        <p role="status" tabIndex={-1} ref={confirmation} className={saved === null ? '' : 'saved'}>
          {saved?.text}
        </p>
        {offered.includes('endBlock') && <p>{t.shieldOwnBlock}</p>}
        {chosen === null ? (
          <ul className="command-list">
            {offered.map((operation) => (
              <li key={operation}>
                <Button
                  id={operation}
                  onPress={() => {
                    setSaved(null);
                    setChosen(operation);
                  }}
                >
                  {operationWords[operation].label[language]}
                </Button>
              </li>
            ))}
          </ul>
        ) : (
          <Chosen
            key={chosen}
            view={view}
            operation={chosen}
            onDone={(label) => void done(label)}
            onCancel={() => close(chosen)}
          />
        )}
      </div>
    </details>
  );
}

interface ChosenProps {
  readonly view: AnyCase;
  readonly operation: PatientOperation;
  readonly onDone: (label: string) => void;
  readonly onCancel: () => void;
}

function Chosen({ view, operation, onDone, onCancel }: ChosenProps) {
  const t = useTexts();
  const { language } = useLanguage();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { label, means } = operationWords[operation];
  return (
    <section className="command-panel" aria-labelledby="operation-heading">
      <h2 id="operation-heading" ref={heading} tabIndex={-1}>
        {label[language]}
      </h2>
      <p className="consequence">
        <strong>{t.whatHappens}:</strong> {means[language]}
      </p>
      <OperationFields
        operation={operation}
        view={view}
        label={label[language]}
        onDone={(said) =>
          onDone(said === undefined ? label[language] : `${label[language]}, ${said}`)
        }
        onCancel={onCancel}
      />
    </section>
  );
}
