/** Municipalities of Västerbotten by SCB's code. */
export const municipalityNames: Readonly<Record<string, string>> = {
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
};
