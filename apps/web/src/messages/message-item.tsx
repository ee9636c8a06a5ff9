import type { AnyCase, Me, Message, MessagePath } from '../api/types';
import type { Chosen } from '../case/chosen';
import { eventId } from '../case/rattelser';
import { fill, useLanguage } from '../language';
import { formatInstant } from '../time';
import { CopyAsText } from '../ui/copy-as-text';
import { Attachments } from './attachments';
import { messageAsText, receiptLines, whoOf } from './message-words';
import { useMessageTexts } from './texts';
import { Button } from '../ui/button';
import type { Unit } from './written-to';

interface MessageItemProps {
  readonly message: Message;
  readonly path: MessagePath;
  readonly view: AnyCase;
  /** Whom the reader can write to. */
  readonly units: readonly Unit[];
  readonly me: Me;
  readonly onChoose: (chosen: Chosen) => void;
}

/** One message: who wrote what to whom, who has read it, and what the reader may do with it. */
export function MessageItem(props: MessageItemProps) {
  const t = useMessageTexts();
  const { language } = useLanguage();
  const { id, sent, receivers, text, attachments, struckBy } = props.message;
  const words = <p className="words">{text ?? t.notTold}</p>;
  return (
    <li id={id} className="one-message">
      <h4>
        {whoOf(sent)}{' '}
        <span className="hint">→ {receivers.map(({ unit }) => unit.name).join(', ')}</span>
      </h4>
      <p className="hint">
        <time dateTime={sent.at}>{formatInstant(sent.at, language)}</time>
      </p>
      {struckBy === null ? (
        words
      ) : (
        <>
          <p className="rattelse">
            <a href={`#${eventId(struckBy)}`}>{t.struck}</a>
          </p>
          <del className="struck">{words}</del>
        </>
      )}
      <Attachments path={props.path} caseId={props.view.id} files={attachments} />
      <ul>
        {receivers.map((receiver) => (
          <li key={receiver.id}>
            {receiver.unit.name}:{' '}
            {receiptLines(receiver, language, (at) => formatInstant(at, language)).join('; ')}
          </li>
        ))}
      </ul>
      <Buttons {...props} />
    </li>
  );
}

/** What can be done with it: by whoever may write here, and by whoever answers for the message. */
function Buttons(props: MessageItemProps) {
  const t = useMessageTexts();
  const { message, view, onChoose } = props;
  const { id, sent, receivers } = message;
  const about = fill(t.messageFrom, { who: whoOf(sent) });
  const own = view.allowedCommands.filter(({ target }) =>
    receivers.some((receiver) => receiver.id === target['message']),
  );
  const { language } = useLanguage();
  const offers = [
    [t.acknowledge, own.find(({ name }) => name === 'acknowledge-message')],
    [t.forward, own.find(({ name }) => name === 'forward-message')],
  ] as const;
  return (
    <div className="buttons">
      <WriteBack {...props} about={about} />
      {offers.map(
        ([text, command]) =>
          command !== undefined && (
            <Offer
              key={command.name}
              text={text}
              about={about}
              button={`${command.name}-${id}`}
              onClick={(button) =>
                onChoose({
                  ...{ command, event: null },
                  filled: { button, title: about, body: {}, values: {} },
                })
              }
            />
          ),
      )}
      <CopyAsText
        about={fill(t.messageFrom, { who: whoOf(message.sent) })}
        text={messageAsText(message, language)}
      />
    </div>
  );
}

/** An answer to its sender; to one's own message, more to those who got it. */
function WriteBack({ about, ...props }: MessageItemProps & About) {
  const { message, view, units, me, onChoose } = props;
  const t = useMessageTexts();
  const { id, sent, receivers, category, priority, struckBy } = message;
  const command = view.allowedCommands.find(({ name }) => name === 'send-message');
  if (command === undefined || struckBy !== null) return null;
  const isOwn = sent.unit.id === me.unit.id;
  const others = isOwn ? receivers.map(({ owner }) => owner.id) : [sent.unit.id];
  const to = units.map((unit) => unit.id).filter((unit) => others.includes(unit));
  const values = { '/to': to, '/category': category, '/priority': priority };
  const title = isOwn ? about : fill(t.replyTo, { who: whoOf(sent) });
  return (
    <Offer
      text={isOwn ? t.writeMore : t.reply}
      about={about}
      button={`answer-${id}`}
      onClick={(button) =>
        onChoose({
          ...{ command, event: null },
          filled: { button, title, body: { re: id }, values },
        })
      }
    />
  );
}

interface About {
  /** Which message, for who hears the page. */
  readonly about: string;
}

interface OfferProps extends About {
  readonly text: string;
  /** Its id. */
  readonly button: string;
  readonly onClick: (button: string) => void;
}

function Offer({ text, about, button, onClick }: OfferProps) {
  return (
    <Button id={button} aria-label={`${text}: ${about}`} onPress={() => onClick(button)}>
      {text}
    </Button>
  );
}
