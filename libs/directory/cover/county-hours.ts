import type { UnitKind } from '../unit-kind';
import type { Span, WeekHours } from './opening-hours';

const ALWAYS = everyDay({ from: '00:00', to: '24:00' });
const NURSING = everyDay({ from: '07:00', to: '21:00' });
const HEALTH_CENTRE = workingDays({ from: '08:00', to: '17:00' });
const OFFICE = workingDays({ from: '08:00', to: '16:30' });

/** What the county counts with where a unit has said nothing else. Assumed, not the customer's. */
export const COUNTY_HOURS: Readonly<Record<UnitKind, WeekHours>> = {
  ward: ALWAYS,
  'municipal-social': OFFICE,
  'municipal-health': NURSING,
  halsocentral: HEALTH_CENTRE,
  'specialist-open-care': OFFICE,
  'home-care': NURSING,
  'short-term': ALWAYS,
  rehab: OFFICE,
  'payer-admin': OFFICE,
};

function everyDay(span: Span): WeekHours {
  return { days: [span, span, span, span, span, span, span], red: span };
}

function workingDays(span: Span): WeekHours {
  return { days: [span, span, span, span, span, null, null], red: null };
}
