import type { Case, Duty } from '../api/types';
import { fill, useLanguage, useTexts } from '../language';
import { formatInstant } from '../time';
import { Due } from '../ui/due';
import { Icon } from '../ui/icon';
import { Rule } from '../ui/rule';
import { Phone } from '../ui/phone';
import { outcomeWords } from '../words';
import { sideOf, type Side } from './side';

/** What each side owes and what it has done, side by side: both must see both. */
export function Duties({ view, now }: { readonly view: Case; readonly now: number }) {
  const t = useTexts();
  const of = (side: Side) => view.duties.filter((duty) => sideOf(duty, view) === side);
  return (
    <section aria-labelledby="duties">
      <h2 id="duties">{t.duties}</h2>
      <div className="sides">
        <SideColumn title={t.regionSide} duties={of('region')} now={now} />
        <SideColumn title={t.municipalSide} duties={of('municipal')} now={now} />
      </div>
    </section>
  );
}

interface SideColumnProps {
  readonly title: string;
  readonly duties: readonly Duty[];
  readonly now: number;
}

function SideColumn({ title, duties, now }: SideColumnProps) {
  const t = useTexts();
  const open = duties.filter(({ closedAt }) => closedAt === null).sort(bySoonest);
  const closed = duties.filter(({ closedAt }) => closedAt !== null);
  return (
    <section className="side">
      <h3>{title}</h3>
      {open.length === 0 && <p>{duties.length === 0 ? t.noDuties : t.nothingOpen}</p>}
      <ul>
        {open.map((duty) => (
          <OpenDuty key={duty.id} duty={duty} now={now} />
        ))}
      </ul>
      {closed.length > 0 && (
        <details className="ended">
          <summary>{fill(t.closedDuties, { count: closed.length })}</summary>
          <ul>
            {closed.map((duty) => (
              <ClosedDuty key={duty.id} duty={duty} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function OpenDuty({ duty, now }: { readonly duty: Duty; readonly now: number }) {
  const t = useTexts();
  const { unit, person } = duty.owner;
  return (
    <li className="duty">
      <h4>{duty.title}</h4>
      <Due dueAt={duty.dueAt} now={now} />
      <p>
        {unit.name}, <Phone number={unit.phone} />
      </p>
      {person !== null && <p className="hint">{fill(t.takenBy, { name: person.name })}</p>}
      <Rule citation={duty.rule} />
    </li>
  );
}

function ClosedDuty({ duty }: { readonly duty: Duty }) {
  const { language } = useLanguage();
  const { title, outcome, closedAt, owner } = duty;
  return (
    <li className="duty">
      <h4>{title}</h4>
      <p>
        {outcome === 'fulfilled' && <Icon name="done" />}
        {outcomeWords[outcome ?? '']?.[language] ?? outcome}
        {closedAt !== null && <> {formatInstant(closedAt, language)}</>}, {owner.unit.name}
      </p>
    </li>
  );
}

function bySoonest(a: Duty, b: Duty): number {
  return (a.dueAt ?? '9').localeCompare(b.dueAt ?? '9');
}
