import type { Sip } from '../api/types';
import { choiceLabel, fieldLabel } from '../form/field-words';
import { fill, useLanguage, useTexts } from '../language';
import { formatInstant } from '../time';
import { Pairs } from '../ui/pairs';
import { Approvals, Compare } from '../plan/compare';
import { PlanWords } from './plan-words';

type Version = Sip['sip']['plan'][number];

/** The latest version of the plan, and behind it every version with what it changed. */
export function Plan({ sip }: { readonly sip: Sip['sip'] }) {
  const { plan, reports } = sip;
  const t = useTexts();
  const { language } = useLanguage();
  const latest = plan.at(-1);
  if (latest === undefined) return null;
  return (
    <section aria-labelledby="plan">
      <h2 id="plan">{t.plan}</h2>
      <VersionHead version={latest} />
      {latest.content === null ? (
        <p>{t.planNotTold}</p>
      ) : (
        <PlanWords heading="h4" content={latest.content} />
      )}
      <Changes version={latest} />
      {reports.length > 0 && (
        <>
          <h3>{t.reports}</h3>
          <ul>
            {reports.map(({ event, at, unit, measure, status, comment }) => (
              <li key={event}>
                {formatInstant(at, language)}, {unit?.name}: {measure}{' '}
                <span className="state">{status && choiceLabel('status', status, language)}</span>{' '}
                {comment}
              </li>
            ))}
          </ul>
        </>
      )}
      <Approvals sip={sip} />
      <Compare plan={plan} />
      {plan.length > 1 && (
        <details>
          <summary>{fill(t.earlierVersions, { count: plan.length - 1 })}</summary>
          {plan
            .slice(0, -1)
            .reverse()
            .map((version) => (
              <section key={version.version} className="card">
                <VersionHead version={version} />
                {version.content !== null && <PlanWords heading="h4" content={version.content} />}
                <Changes version={version} />
              </section>
            ))}
        </details>
      )}
    </section>
  );
}

function VersionHead({ version }: { readonly version: Version }) {
  const t = useTexts();
  const { language } = useLanguage();
  const { at, by, form, responsible, establishedAt, approvals } = version;
  return (
    <>
      <h3>{fill(t.versionOf, { time: formatInstant(at, language) })}</h3>
      <p>
        <span className="state">{establishedAt === null ? t.draft : t.established}</span>
      </p>
      <Pairs
        pairs={[
          [fieldLabel('form', language), choiceLabel('form', form, language)],
          [t.writtenBy, by?.name],
          [fieldLabel('responsible', language), responsible.name],
          [t.establishedAt, establishedAt && formatInstant(establishedAt, language)],
        ]}
      />
      {approvals.length > 0 && (
        <ul>
          {approvals.map(({ unit, at: when, reserved, reservation }) => (
            <li key={unit.id}>
              {fill(reserved ? t.approvedReserved : t.approvedBy, {
                unit: unit.name,
                time: formatInstant(when, language),
              })}
              {reservation !== null && <>: {reservation}</>}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Changes({ version: { changes } }: { readonly version: Version }) {
  const t = useTexts();
  const { language } = useLanguage();
  if (changes.length === 0) return null;
  return (
    <details>
      <summary>{fill(t.changesSince, { count: changes.length })}</summary>
      <ul>
        {changes.map(({ field, item, before, after }, index) => (
          <li key={index}>
            {fieldLabel(field.replace('.', '/'), language)}
            {item !== null && <> ({item})</>}: {before !== null && <del>{before}</del>}{' '}
            {after !== null && <ins>{after}</ins>}
          </li>
        ))}
      </ul>
    </details>
  );
}
