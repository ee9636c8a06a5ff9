import type { AllowedCommand, Case } from '../api/types';
import type { Chosen } from '../case/chosen';
import { fill, useLanguage } from '../language';
import { Button } from '../ui/button';
import { daysText } from './days-text';
import { SliceTable } from './slice-table';
import { useDelayTexts } from './texts';

type Delay = NonNullable<Case['delay']>;

interface WhyWaitedProps {
  readonly view: Case;
  readonly onChoose: (chosen: Chosen) => void;
}

/** The days of the delay, each with its cause; how many nobody has explained yet. */
export function WhyWaited({ view, onChoose }: WhyWaitedProps) {
  const t = useDelayTexts();
  const { delay } = view;
  if (delay === null) return null;
  const command = (name: string) => view.allowedCommands.find((each) => each.name === name);
  const set = command('set-delay-cause');
  const { days, unknownDays, list } = delay;
  return (
    <section aria-labelledby="why-waited">
      <h2 id="why-waited">{t.heading}</h2>
      <p>
        {fill(t.sum, { days: String(days), unknown: String(unknownDays) })}{' '}
        {unknownDays === 0 && t.allKnown}
      </p>
      <Bar slices={delay.slices} />
      <SliceTable
        slices={delay.slices}
        set={set}
        comment={command('comment-delay-cause')}
        onChoose={onChoose}
      />
      <Suggestions suggestions={delay.suggestions} set={set} onChoose={onChoose} />
      {list !== null && (
        <p className="hint">
          {fill(t.list, {
            version: String(list.version),
            from: list.validFrom,
            source: list.source,
          })}
        </p>
      )}
    </section>
  );
}

/** As wide as its days; the table below says the same, and more. */
function Bar({ slices }: Pick<Delay, 'slices'>) {
  const t = useDelayTexts();
  const part = ({ days, text }: Delay['slices'][number]) =>
    fill(t.part, { days: String(days), text });
  const label = fill(t.bar, { parts: slices.map(part).join(', ') });
  return (
    <div className="delay-bar" role="img" aria-label={label}>
      {slices.map((slice) => (
        <span
          key={slice.firstDay}
          className={slice.id === null ? 'delay-part delay-unknown' : 'delay-part'}
          style={{ flexGrow: slice.days }}
        >
          {part(slice)}
        </span>
      ))}
    </div>
  );
}

interface SuggestionsProps extends Pick<Delay, 'suggestions'> {
  readonly set: AllowedCommand | undefined;
  readonly onChoose: (chosen: Chosen) => void;
}

/** What the open duties say of days without a cause; somebody must say that it was so. */
function Suggestions({ suggestions, set, onChoose }: SuggestionsProps) {
  const t = useDelayTexts();
  const { language } = useLanguage();
  if (suggestions.length === 0) return null;
  return (
    <>
      <h3>{t.suggestions}</h3>
      <p className="hint">{t.suggestionsAre}</p>
      <ul>
        {suggestions.map(({ firstDay, lastDay, cause, text, why }) => {
          const days = daysText({ firstDay, lastDay }, language);
          const button = `confirm-${firstDay}`;
          const values = { '/firstDay': firstDay, '/lastDay': lastDay, '/cause': cause };
          return (
            <li key={firstDay}>
              {days}: {text}. <span className="hint">{why}</span>{' '}
              {set !== undefined && (
                <Button
                  isSmall
                  id={button}
                  aria-label={`${t.confirm}: ${days}, ${text}`}
                  onPress={() =>
                    onChoose({
                      ...{ command: set, event: null },
                      filled: { button, title: days, body: {}, values },
                    })
                  }
                >
                  {t.confirm}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
