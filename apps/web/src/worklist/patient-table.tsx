import type { Texts } from '../language';
import { fill, useTexts } from '../language';
import { caseAddress } from '../case/address';
import { Link } from '../router';
import { Due } from '../ui/due';
import { byContact, type CaseLine } from './rows';
import { useWorklistTexts } from './texts';

interface PatientTableProps {
  readonly lines: readonly CaseLine[];
  readonly now: number;
  readonly nameOf: (line: CaseLine, t: Texts) => string;
}

/** One line for each patient, under the names of the fasta vårdkontakter where the unit has any. */
export function PatientTable({ lines, now, nameOf }: PatientTableProps) {
  const t = useWorklistTexts();
  const groups = byContact(lines);
  if (groups.length === 1 && groups[0]?.contact === null) {
    return <Lines lines={lines} now={now} nameOf={nameOf} label={t.byPatient} />;
  }
  return groups.map(({ contact, lines: own }) => {
    const heading = contact === null ? t.noContact : fill(t.contactIs, { name: contact });
    return (
      <section key={contact ?? ''} className="contact-group">
        <h2>
          {heading} ({fill(t.patients, { count: own.length })})
        </h2>
        <Lines lines={own} now={now} nameOf={nameOf} label={heading} />
      </section>
    );
  });
}

function Lines({ lines, now, nameOf, label }: PatientTableProps & { readonly label: string }) {
  const t = useWorklistTexts();
  const words = useTexts();
  return (
    <table className="duties patients" aria-label={label}>
      <thead>
        <tr>
          <th scope="col" className="col-person">
            {t.person}
          </th>
          <th scope="col" className="col-state">
            {t.state}
          </th>
          <th scope="col">{t.ownDuties}</th>
          <th scope="col">{t.answers}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.caseId}>
            <td>
              <Link to={caseAddress(line.caseType, line.caseId)} className="row-link">
                <strong>{nameOf(line, words)}</strong>
              </Link>
            </td>
            <td>{line.stay?.stateText}</td>
            <td>
              <Owed duties={line.duties} now={now} />
            </td>
            <td>
              {line.stay?.answers.map((answer) => (
                <p key={answer}>{answer}</p>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Owed({ duties, now }: Pick<CaseLine, 'duties'> & { readonly now: number }) {
  const t = useWorklistTexts();
  const [first] = duties;
  if (first === undefined) return <span className="hint">{t.noneOfYours}</span>;
  return (
    <div className="owed">
      <Due dueAt={first.dueAt} now={now} /> <span className="owed-title">{first.title}</span>{' '}
      {duties.length > 1 && (
        <span className="hint">{fill(t.moreDuties, { count: duties.length - 1 })}</span>
      )}
    </div>
  );
}
