import type { AllowedCommand, AnyCase, CaseEvent } from '../api/types';
import { fill, useTexts } from '../language';
import { Button } from '../ui/button';

/** Opens the form of a correction or a makulering of an event. */
export type Rattelse = (command: AllowedCommand, event: CaseEvent) => void;

const RATTELSER = ['correct', 'makulera-event'];

/** The commands that are given at an event of the timeline and not from the list above. */
export const AT_EVENTS = [...RATTELSER, 'confirm-registered', 'dispute-registered'];

/** Where an event stands on the page. */
export function eventId(seq: number): string {
  return `event-${seq}`;
}

interface AtEvent {
  readonly event: CaseEvent;
  readonly view: AnyCase;
}

/** That an event has been struck or corrected and why, or which event it strikes or corrects itself. */
export function RattelseLinks({ event, view }: AtEvent) {
  const t = useTexts();
  const { struckBy, correctedBy, corrects } = event;
  return (
    <>
      {struckBy !== null && (
        <p className="rattelse">
          <a href={`#${eventId(struckBy)}`}>{t.struck}</a>
          <Why seq={struckBy} view={view} />
        </p>
      )}
      {correctedBy.map((by) => (
        <p key={by} className="rattelse">
          <a href={`#${eventId(by)}`}>{t.corrected}</a>
          <Why seq={by} view={view} />
        </p>
      ))}
      {corrects !== null && (
        <p>
          <a href={`#${eventId(corrects)}`}>{fill(t.about, { seq: corrects })}</a>
        </p>
      )}
    </>
  );
}

/** The reason, when it has been disclosed to the reader. */
function Why({ seq, view }: { readonly seq: number; readonly view: AnyCase }) {
  const reason = view.entries.find((entry) => entry.seq === seq)?.body['reason'];
  return typeof reason === 'string' ? <>: {reason}</> : null;
}

/** What the reader may do about an event that has turned out to be wrong. */
export function RattelseButtons({
  event,
  view,
  onRattelse,
}: AtEvent & { readonly onRattelse: Rattelse }) {
  const t = useTexts();
  const named = (name: string) => view.allowedCommands.find((command) => command.name === name);
  const [correct, makulera] = RATTELSER.map(named);
  const { seq, title, mayCorrect, mayMakulera } = event;
  const isNone = mayCorrect.length === 0 && !mayMakulera;
  if (isNone) return null;
  const offers = [
    [correct, mayCorrect.length > 0, t.correctThis],
    [makulera, mayMakulera, t.strikeThis],
  ] as const;
  return (
    <div className="buttons">
      {offers.map(
        ([command, isOffered, text]) =>
          isOffered &&
          command !== undefined && (
            <Button
              key={command.name}
              id={buttonId(command, seq)}
              aria-label={`${text}: ${title}`}
              onPress={() => onRattelse(command, event)}
            >
              {text}
            </Button>
          ),
      )}
    </div>
  );
}

/** The button of a rättelse; it gets the focus back when the form is left. */
export function buttonId({ name }: AllowedCommand, seq: number): string {
  return `command-${name}-${seq}`;
}
