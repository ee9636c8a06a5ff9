import type { Figures } from '../api/types';
import { fill, useLanguage } from '../language';
import { formatLocalDay } from '../time';
import { FigureCard } from './figure-card';
import { useNumberedTexts } from './numbered-texts';
import type { NumberedFigure } from './shown-figure';

/** Figures that are set against numbers of the customer's; behind each are the cases of the days that it counts. */
export function NumberedCards({ figures }: { readonly figures: Figures }) {
  const counted = figures.figures.find(({ measure }) => measure === 'beds');
  if (counted === undefined) return null;
  return figures.numbered.map((figure) => (
    <FigureCard key={figure.measure} figure={figure} counted={counted} figures={figures}>
      <Numbers figure={figure} />
    </FigureCard>
  ));
}

function Numbers({ figure: { numbers, all, series } }: { readonly figure: NumberedFigure }) {
  const t = useNumberedTexts();
  const { language } = useLanguage();
  const isMissing = all.isMissing || series.some((each) => each.isMissing);
  return (
    <>
      {isMissing && <p>{t.enterIt}</p>}
      {numbers.length > 0 && (
        <>
          <p>{t.numbers}</p>
          <ul>
            {numbers.map(({ from, value, source }) => (
              <li key={from}>
                {fill(t.number, { value, source, from: formatLocalDay(from, language) })}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
