import { useState } from 'react';
import type { Sip } from '../api/types';
import { choiceLabel, fieldLabel } from '../form/field-words';
import { fill, useLanguage } from '../language';
import { formatInstant } from '../time';
import {
  differenceOf,
  hasDifference,
  LISTS,
  TEXTS,
  type LineChange,
  type Measure,
  type MeasureChange,
} from './difference';
import { usePlanTexts } from './texts';

type Version = Sip['sip']['plan'][number];

/** Any two versions of the plan, with what went, what came and what was changed between them. */
export function Compare({ plan }: { readonly plan: Sip['sip']['plan'] }) {
  const t = usePlanTexts();
  const told = plan.filter(({ content }) => content !== null);
  const [before, setBefore] = useState(told.at(-2)?.version);
  const [after, setAfter] = useState(told.at(-1)?.version);
  if (told.length < 2) return null;
  const at = (version: number | undefined) => told.find((each) => each.version === version);
  return (
    <details>
      <summary>{t.compare}</summary>
      <Choice label={t.earlier} versions={told} chosen={before} onChoose={setBefore} />
      <Choice label={t.later} versions={told} chosen={after} onChoose={setAfter} />
      <Difference before={at(before)} after={at(after)} />
    </details>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly versions: readonly Version[];
  readonly chosen: number | undefined;
  readonly onChoose: (version: number) => void;
}

function Choice({ label, versions, chosen, onChoose }: ChoiceProps) {
  const { language } = useLanguage();
  const id = `version-${label}`;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={chosen} onChange={({ target }) => onChoose(Number(target.value))}>
        {versions.map(({ version, at }, index) => (
          <option key={version} value={version}>
            {index + 1}: {formatInstant(at, language)}
          </option>
        ))}
      </select>
    </div>
  );
}

interface DifferenceProps {
  readonly before: Version | undefined;
  readonly after: Version | undefined;
}

function Difference({ before, after }: DifferenceProps) {
  const t = usePlanTexts();
  const { language } = useLanguage();
  if (before?.content == null || after?.content == null) return null;
  const difference = differenceOf(before.content, after.content);
  if (!hasDifference(difference)) return <p role="status">{t.noDifference}</p>;
  const { texts, lists, measures, contacts } = difference;
  return (
    <div role="status">
      {TEXTS.map((name) => (
        <Lines key={name} label={fieldLabel(name, language)} changes={texts[name]} />
      ))}
      {LISTS.map((name) => (
        <Lines key={name} label={fieldLabel(name, language)} changes={lists[name]} />
      ))}
      <Measures changes={measures} />
      <Lines label={fieldLabel('contacts', language)} changes={contacts} />
    </div>
  );
}

function Lines({
  label,
  changes,
}: {
  readonly label: string;
  readonly changes: readonly LineChange[];
}) {
  if (changes.every(({ kind }) => kind === 'same')) return null;
  return (
    <>
      <h4>{label}</h4>
      <ul>
        {changes.map((change, index) => (
          <li key={index}>
            <Marked {...change} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** What went is struck through and what came is marked, in words too: colour alone tells nobody. */
function Marked({ kind, text }: LineChange) {
  const t = usePlanTexts();
  if (kind === 'same') return text;
  return kind === 'gone' ? (
    <>
      {t.gone}: <del>{text}</del>
    </>
  ) : (
    <>
      {t.come}: <ins>{text}</ins>
    </>
  );
}

function Measures({ changes }: { readonly changes: readonly MeasureChange[] }) {
  const t = usePlanTexts();
  const { language } = useLanguage();
  const some = changes.filter(({ kind }) => kind !== 'same');
  if (some.length === 0) return null;
  return (
    <>
      <h4>{fieldLabel('measures', language)}</h4>
      <ul>
        {some.map(({ kind, before, after, fields }) => (
          <li key={(after ?? before)?.id}>
            {kind === 'changed' ? (
              <>
                {t.changed}: {after?.what}
                <ul>
                  {fields.map((field) => (
                    <li key={field}>
                      {fieldLabel(field === 'by' ? 'dueDate' : field, language)}:{' '}
                      <del>{valueOf(before, field, language)}</del>{' '}
                      <ins>{valueOf(after, field, language)}</ins>
                    </li>
                  ))}
                </ul>
              </>
            ) : (
              <Marked
                kind={kind === 'gone' ? 'gone' : 'come'}
                text={[after ?? before].flatMap((each) => each?.what ?? []).join('')}
              />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function valueOf(
  measure: Measure | null,
  field: keyof Measure,
  language: Parameters<typeof choiceLabel>[2],
): string {
  const value = measure?.[field] ?? '';
  if (typeof value !== 'string') return value.name;
  return field === 'status' ? choiceLabel('status', value, language) : value;
}

/** Who has approved which version, with or without a reservation, and who has not yet. */
export function Approvals({ sip: { plan, units } }: { readonly sip: Sip['sip'] }) {
  const t = usePlanTexts();
  const { language } = useLanguage();
  if (!plan.some(({ approvals }) => approvals.length > 0)) return null;
  return (
    <>
      <h3>{t.approvals}</h3>
      <div className="table" tabIndex={0} role="group" aria-label={t.approvals}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t.approvalOf}</th>
              <th scope="col">{t.versionNumber}</th>
              <th scope="col">{t.answer}</th>
            </tr>
          </thead>
          <tbody>
            {units.map(({ unit, huvudman }) => {
              const index = plan.findLastIndex(({ approvals }) =>
                approvals.some((each) => each.unit.id === unit.id),
              );
              const given = plan[index]?.approvals.findLast((each) => each.unit.id === unit.id);
              const isLatest = index === plan.length - 1;
              return (
                <tr key={unit.id}>
                  <th scope="row">
                    {unit.name} ({huvudman.name})
                  </th>
                  <td>{given === undefined ? '–' : index + 1}</td>
                  <td>
                    {given !== undefined &&
                      fill(given.reserved ? t.reservedAt : t.approvedAt, {
                        time: formatInstant(given.at, language),
                      })}
                    {!isLatest && ` ${t.notLatest}`}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </>
  );
}
