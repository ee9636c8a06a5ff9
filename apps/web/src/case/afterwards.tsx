import type { AnyCase, CaseEvent } from '../api/types';
import { useLanguage, useTexts } from '../language';
import { answerWords } from '../words';
import { buttonId, eventId, type Rattelse } from './rattelser';
import { Button } from '../ui/button';

/** What a unit that was told answers, at the event that it was told of. */
const ANSWERS = ['confirm-registered', 'dispute-registered'];

interface AfterwardsProps {
  readonly event: CaseEvent;
  readonly view: AnyCase;
  readonly onAnswer: Rattelse;
}

/** That others were told by phone, fax or paper before it was registered, and what they say of that. */
export function Afterwards({ event, view, onAnswer }: AfterwardsProps) {
  const t = useTexts();
  const { language } = useLanguage();
  const entry = view.afterwards.find((each) => each.event === event.seq);
  if (entry === undefined) return null;
  const commands = view.allowedCommands.filter(({ name }) => ANSWERS.includes(name));
  return (
    <>
      <p className="rattelse">
        {entry.text}
        {entry.isMarked && <strong> ({t.marked})</strong>}
      </p>
      <ul>
        {entry.answers.map(({ unit, is, event: by }) => (
          <li key={unit.id}>
            {unit.name}:{' '}
            {by === null ? (
              answerWords[is]?.[language]
            ) : (
              <a href={`#${eventId(by)}`}>{answerWords[is]?.[language]}</a>
            )}
          </li>
        ))}
      </ul>
      {entry.mayAnswer && (
        <div className="buttons">
          {commands.map((command) => (
            <Button
              key={command.name}
              id={buttonId(command, event.seq)}
              aria-label={`${command.label}: ${event.title}`}
              onPress={() => onAnswer(command, event)}
            >
              {command.label}
            </Button>
          ))}
        </div>
      )}
    </>
  );
}
