/** The county and region code of Västerbotten. */
export const REGION_CODE = '24';

/** The 15 municipalities of Västerbotten by SCB's municipality code, in the code's order. */
export const municipalities = {
  '2401': 'Nordmaling',
  '2403': 'Bjurholm',
  '2404': 'Vindeln',
  '2409': 'Robertsfors',
  '2417': 'Norsjö',
  '2418': 'Malå',
  '2421': 'Storuman',
  '2422': 'Sorsele',
  '2425': 'Dorotea',
  '2460': 'Vännäs',
  '2462': 'Vilhelmina',
  '2463': 'Åsele',
  '2480': 'Umeå',
  '2481': 'Lycksele',
  '2482': 'Skellefteå',
} as const;

export type MunicipalityCode = keyof typeof municipalities;

/**
 * Whether a municipality code is one of the county's own. The county's agreement binds only these;
 * for a patient registered elsewhere the law's own payment rules apply.
 */
export function isMunicipalityOfVasterbotten(code: string): code is MunicipalityCode {
  return Object.hasOwn(municipalities, code);
}
