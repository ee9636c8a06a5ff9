import { useState } from 'react';
import { readPayment } from '../api/reads';
import type { Case, Payment as Reckoned } from '../api/types';
import { fill, useLanguage, useTexts } from '../language';
import { useResource } from '../resource';
import { formatInstant } from '../time';
import { Amounts } from '../ui/amounts';
import { Failure } from '../ui/failure';
import { Icon } from '../ui/icon';
import { Pairs } from '../ui/pairs';
import { Rule } from '../ui/rule';
import { kronor } from '../ui/kronor';

/**
 * What the days of the stay cost whom. Read when somebody opens it: only the ward's side and the
 * municipality that pays may, and each reading is logged.
 */
export function Payment({ view: { id } }: { readonly view: Case }) {
  const t = useTexts();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <section aria-labelledby="payment">
      <h2 id="payment">{t.payment}</h2>
      <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
        <summary>{t.showPayment}</summary>
        {isOpen && <Days caseId={id} />}
      </details>
    </section>
  );
}

function Days({ caseId }: { readonly caseId: string }) {
  const t = useTexts();
  const found = useResource(`payment ${caseId}`, () => readPayment(caseId));
  const { data, problem } = found;
  if (problem?.status === 403 || problem?.status === 404) return <p>{t.paymentNotYours}</p>;
  if (data === null) return problem === null ? <p>{t.loading}</p> : <Failure resource={found} />;
  const { policy, payer, totals, simulated, days } = data;
  return (
    <>
      <Pairs
        pairs={[
          [t.payer, payer.name ?? t.noMunicipality],
          [t.policy, policy.title],
          [t.delayDays, String(totals.delayDays)],
          [t.payDays, String(totals.days)],
          [t.sum, totals.ore === null ? t.noSum : kronor(totals.ore)],
        ]}
      />
      <Conditions conditions={data.conditions} />
      <DayTable caption={t.days} days={days} />
      {simulated !== null && (
        <>
          <p className="hint">{simulated.text}</p>
          <DayTable caption={t.simulation} days={simulated.days} />
          <p>
            {t.sum}: {simulated.totals.ore === null ? t.noSum : kronor(simulated.totals.ore)}
          </p>
        </>
      )}
      <Amounts amounts={data.amounts} />
    </>
  );
}

function Conditions({ conditions }: Pick<Reckoned, 'conditions'>) {
  const t = useTexts();
  const { language } = useLanguage();
  const words = { met: t.conditionMet, hinders: t.conditionHinders, waiting: t.conditionWaiting };
  return (
    <>
      <h3>{t.conditions}</h3>
      <ul>
        {conditions.map(({ requirement, noticeAt, text, rule, owner, state, metAt, since }) => (
          <li key={`${requirement} ${noticeAt}`}>
            <Icon name={state === 'met' ? 'done' : 'late'} />
            {text} <span className="state">{words[state]}</span>{' '}
            <span className="hint">
              {owner.name}
              {metAt !== null && `, ${formatInstant(metAt, language)}`}
              {since !== null &&
                `, ${fill(t.waitedSince, { time: formatInstant(since, language) })}`}
            </span>
            <Rule citation={rule} />
          </li>
        ))}
      </ul>
    </>
  );
}

function DayTable({ caption, days }: { readonly caption: string } & Pick<Reckoned, 'days'>) {
  const t = useTexts();
  if (days.length === 0) return <p>{t.noDays}</p>;
  return (
    <div className="table" tabIndex={0} role="group" aria-label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t.day}</th>
            <th scope="col">{t.reasonOfDay}</th>
            <th scope="col">{t.rule}</th>
            <th scope="col">{t.sum}</th>
          </tr>
        </thead>
        <tbody>
          {days.map(({ payer, date, text, rule, amountOre }) => (
            <tr key={`${payer} ${date}`}>
              <th scope="row">{date}</th>
              <td>{text}</td>
              <td>{rule}</td>
              <td>{amountOre === null ? '–' : kronor(amountOre)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
