import { useEffect, useRef, type ReactNode } from 'react';
import type { FieldFault, Problem } from '../api/answer';
import { useLanguage, useTexts } from '../language';
import { Link } from '../router';
import { wordsOf } from '../ui/failure';
import { faultText, fieldId, fieldLabel } from './field-words';
import { pathOfField } from './values';
import type { Field } from './schema';

interface ErrorSummaryProps {
  readonly formId: string;
  readonly fields: readonly Field[];
  /** Null when the form itself found the faults and nothing was sent. */
  readonly problem: Problem | null;
  readonly faults: readonly FieldFault[];
  readonly children: ReactNode;
}

/** Everything that is wrong, at the top of the form and with the focus; each line leads to its field. */
export function ErrorSummary({ formId, fields, problem, faults, children }: ErrorSummaryProps) {
  const t = useTexts();
  const { language } = useLanguage();
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  const words = problem === null ? { title: t.errorsTitle, detail: null } : wordsOf(problem, t);
  return (
    <section
      ref={box}
      tabIndex={-1}
      className="message message-error"
      aria-labelledby={`${formId}-errors`}
    >
      <p id={`${formId}-errors`}>
        <strong>{words.title}</strong>
      </p>
      {words.detail !== null && <p>{words.detail}</p>}
      {faults.length > 0 && (
        <ul>
          {faults.map((fault) => {
            const path = pathOfField(fields, fault.path);
            const text = faultText(fault, language);
            return (
              <li key={`${fault.path} ${fault.code}`}>
                {path === null ? (
                  text
                ) : (
                  <a
                    href={`#${fieldId(formId, path)}`}
                    onClick={(event) => {
                      event.preventDefault();
                      document.getElementById(fieldId(formId, path))?.focus();
                    }}
                  >
                    {fieldLabel(path, language)}: {text}
                  </a>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {children}
      {problem?.case !== undefined && (
        <p>
          <Link to={`/arenden/${problem.case}`}>{t.openTheOther}</Link>
        </p>
      )}
      {problem?.status === 401 && (
        <p>
          <a href="/" target="_blank" rel="noopener">
            {t.signInAgain}
          </a>
        </p>
      )}
    </section>
  );
}
