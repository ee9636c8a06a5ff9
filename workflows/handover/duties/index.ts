import { kvittens, svar } from './answering';
import { fastVardkontakt, oppenvardKlarlagd } from './open-care';
import { beredskap, planering } from './planning';
import {
  avtaladKontakt,
  bokaKontakt,
  overtagande,
  planeraHemgang,
  startplanering,
  uteblivenStart,
} from './start';

/** Duties of every receiver. */
const receiverDuties = { kvittens, svar, planering, beredskap };

/** From the leaving until the help has started. */
const startDuties = { overtagande, startplanering, 'utebliven-start': uteblivenStart };

/** Duties of a municipal unit. */
export const municipalDuties = { ...receiverDuties, ...startDuties };

/** Duties of the region's open care. */
export const openCareDuties = {
  ...receiverDuties,
  'boka-kontakt': bokaKontakt,
  'avtalad-kontakt': avtaladKontakt,
  'fast-vardkontakt': fastVardkontakt,
  'oppenvard-klarlagd': oppenvardKlarlagd,
};

/** Duties of a municipal unit towards a patient at a korttids. */
export const homecomingDuties = { 'planera-hemgang': planeraHemgang, ...startDuties };

export type HandoverDuty =
  | keyof typeof municipalDuties
  | keyof typeof openCareDuties
  | keyof typeof homecomingDuties;
