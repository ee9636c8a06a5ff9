import { citationText } from './citation';

describe('a rule as people cite it', () => {
  it.each([
    [
      '2017:612 2:3',
      '2 kap. 3 § lagen (2017:612) om samverkan vid utskrivning från sluten hälso- och sjukvård',
    ],
    ['HSL 16:4', '16 kap. 4 § hälso- och sjukvårdslagen (2017:30)'],
    ['SoL 10:8 st2', '10 kap. 8 § andra stycket socialtjänstlagen (2025:400)'],
    ['PDL 2:6 p1', '2 kap. 6 § punkt 1 patientdatalagen (2008:355)'],
    ['avtal kvittens', 'Länets överenskommelse (innehållet är antaget, inte bekräftat)'],
    ['HSLF-FS 2016:40 4:9', 'HSLF-FS 2016:40 4:9'],
  ])('%s', (citation, text) => {
    expect(citationText(citation, 'sv')).toBe(text);
  });
});
