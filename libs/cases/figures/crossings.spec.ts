import { DEMO_COUNTY } from '@hemgang/demo';
import { Directory } from '@hemgang/directory';
import { crossingsOf, foundPlace, measuresAt } from './crossings';
import { placeViews } from './places';

const county = new Directory(DEMO_COUNTY);

/** The places as an organisation's administrator has them. */
function placesOf(huvudman: string) {
  const controller = county.rows.controllers.find((each) => each.huvudman === huvudman)!.id;
  return placeViews(county, { controller, huvudman, language: 'sv' });
}

const region = placesOf('region-24');
const umea = placesOf('kommun-2480');

describe('two places at once', () => {
  it('are one where patients lie and one of whoever receives them, whichever is named first', () => {
    const key = 'hospital:nus+municipality:2480';
    const asked = { place: 'hospital:nus', and: 'municipality:2480' };
    expect(foundPlace(asked, region)).toMatchObject({ key, isOwn: true });
    const turned = { place: asked.and, and: asked.place };
    expect(foundPlace(turned, umea)).toMatchObject({ key, and: { id: 'hospital:nus' } });
    expect(foundPlace({ place: 'hospital:nus' }, umea)).toMatchObject({
      ...{ key: 'hospital:nus', and: null },
      isOwn: false,
    });
  });

  it.each([
    ['county', 'municipality:2480'],
    ['municipality:2480', 'municipality:2482'],
    ['hospital:nus', 'care:psychiatric'],
    ['hospital:nus', 'hospital:nus'],
    ['hospital:nus', 'municipality:0180'],
    ['ward:nus-medicin-2', 'open-care:mala-halsocentral'],
    ['care:somatic', 'open-care:mala-halsocentral'],
    ['nowhere', 'municipality:2480'],
  ])('are no crossing: %s and %s', (place, and) => {
    expect(foundPlace({ place, and }, region)).toBeNull();
  });

  it('are none for whoever owns neither, nor with a ward whose name tells something', () => {
    const asked = { place: 'hospital:nus', and: 'municipality:2480' };
    expect(foundPlace(asked, placesOf('kommun-2482'))).toBeNull();
    const ward = { place: 'municipality:2480', and: 'ward:nus-psykiatri-1' };
    expect(foundPlace(ward, umea)).toBeNull();
    expect(foundPlace(ward, region)).not.toBeNull();
  });

  it('of a stay are kept once each; no measure of duties or SIPs is shown of them', () => {
    const places = ['county', 'ward:a', 'hospital:h', 'care:somatic', 'municipality:2480'];
    expect(crossingsOf([...places, 'open-care:o'])).toEqual([
      'care:somatic+municipality:2480',
      'hospital:h+municipality:2480',
      'ward:a+municipality:2480',
      'hospital:h+open-care:o',
    ]);
    expect(crossingsOf(places.slice(0, 4))).toEqual([]);
    const measures = ['beds', 'duties-in-time', 'sip-held'] as const;
    expect(measuresAt('hospital:h+municipality:2480', measures)).toEqual(['beds']);
    expect(measuresAt('hospital:h', measures)).toEqual(measures);
  });
});
