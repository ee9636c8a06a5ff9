import type { Duty } from '../api/types';
import { fill, useLanguage, useTexts } from '../language';
import { formatInstant } from '../time';
import { Due } from '../ui/due';
import { Icon } from '../ui/icon';
import { Rule } from '../ui/rule';
import { Phone } from '../ui/phone';
import { outcomeWords } from '../words';
import type { Side } from './side';

interface DutiesProps {
  readonly duties: readonly Duty[];
  readonly sideOf: (duty: Duty) => Side;
  readonly now: number;
}

/** What each side owes and what it has done, side by side: both must see both. */
export function Duties({ duties, sideOf, now }: DutiesProps) {
  const t = useTexts();
  const of = (side: Side) => duties.filter((duty) => sideOf(duty) === side);
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
      {[...Map.groupBy(open, ({ owner }) => owner.unit.id)].map(([unit, owed]) => (
        <UnitDuties key={unit} owed={owed} now={now} />
      ))}
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

/** What one unit owes, with its name and telephone once. */
function UnitDuties({ owed, now }: { readonly owed: readonly Duty[]; readonly now: number }) {
  const unit = owed[0]?.owner.unit;
  if (unit === undefined) return null;
  return (
    <section className="unit">
      <h4>
        {unit.name} <Phone number={unit.phone} />
      </h4>
      <ul>
        {owed.map((duty) => (
          <OpenDuty key={duty.id} duty={duty} now={now} />
        ))}
      </ul>
    </section>
  );
}

function OpenDuty({ duty, now }: { readonly duty: Duty; readonly now: number }) {
  const t = useTexts();
  const { person } = duty.owner;
  return (
    <li className="duty">
      <strong>{duty.title}</strong>
      {duty.text !== null && <p>{duty.text}</p>}
      <Due dueAt={duty.dueAt} now={now} />
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
      <strong>{title}</strong>
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
