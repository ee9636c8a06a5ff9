import type { Overview } from '../api/types';
import { fill, useLanguage } from '../language';
import { formatInstant, formatLocalDay } from '../time';
import { kronor } from '../ui/kronor';
import { Lines, Section } from './section';
import { useOverviewTexts } from './texts';

interface CountedProps {
  readonly overview: Overview;
}

/** What is late at the own units, and at others in the own units' cases. */
export function Late({ overview }: CountedProps) {
  const t = useOverviewTexts();
  const { language } = useLanguage();
  const linesOf = (all: Overview['late']) =>
    all.map(({ unit, count, worstDueAt }) =>
      fill(t.lateLine, { unit: unit.name, count, worst: formatInstant(worstDueAt, language) }),
    );
  return (
    <Section heading={t.late} lead={t.lateLead} to={{ path: '/?visa=late', label: t.ownList }}>
      <h3>{t.lateOwn}</h3>
      <Lines lines={linesOf(overview.late)} nothing={t.lateNone} />
      <h3>{t.lateOthers}</h3>
      <Lines lines={linesOf(overview.lateOfOthers)} nothing={t.lateOthersNone} />
    </Section>
  );
}

/** What payment and time limits go by, how long it holds, and for which years an amount is missing. */
export function Agreement({ overview }: CountedProps) {
  const t = useOverviewTexts();
  const { language } = useLanguage();
  const { payment, limits, rates } = overview.agreement;
  const { title, validFrom, validTo, source, confidence } = payment;
  const day = (date: string) => formatLocalDay(date, language);
  const lines = [
    title,
    validTo === null
      ? fill(t.validFrom, { from: day(validFrom) })
      : fill(t.validUntil, { from: day(validFrom), to: day(validTo) }),
    `${t[confidence]} ${source}.`,
    fill(t.limits, { id: limits }),
    ...rates.map(({ year, orePerDay }) =>
      orePerDay === null
        ? fill(t.rateMissing, { year: String(year) })
        : fill(t.rate, { year: String(year), amount: kronor(orePerDay) }),
    ),
  ];
  return (
    <Section heading={t.agreement} lead={t.agreementLead}>
      <Lines lines={lines} nothing="" />
    </Section>
  );
}

/** How well open stays and units are documented. */
export function Quality({ overview }: CountedProps) {
  const t = useOverviewTexts();
  const { silentDays, units } = overview.quality;
  const lines = units.flatMap(({ unit: { name: unit }, silent, reserve }) => [
    ...(silent > 0 ? [fill(t.silentLine, { unit, count: silent })] : []),
    ...(reserve > 0 ? [fill(t.reserveLine, { unit, count: reserve })] : []),
  ]);
  return (
    <Section heading={t.quality} lead={fill(t.qualityLead, { days: silentDays })}>
      <Lines lines={lines} nothing={t.qualityNone} />
    </Section>
  );
}
