import type { Text } from '@hemgang/kernel';

export const CASE_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** For what cannot be the id of a case. */
export const NO_CASE_ID: Text = {
  sv: 'Ett ärende anges med sin beteckning, 36 tecken med bindestreck.',
  en: 'A case is given by its id, 36 characters with hyphens.',
};
