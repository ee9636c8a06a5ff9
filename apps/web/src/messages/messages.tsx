import { useEffect, useEffectEvent, useRef } from 'react';
import { readMessages } from '../api/reads';
import type { AnyCase, Me, Message, MessagePath } from '../api/types';
import type { Chosen } from '../case/chosen';
import { choiceLabel } from '../form/field-words';
import { useLanguage, useTexts } from '../language';
import { useResource, type Resource } from '../resource';
import { Failure } from '../ui/failure';
import { MessageItem } from './message-item';
import { useMessageTexts } from './texts';
import { Button } from '../ui/button';
import type { Unit } from './written-to';

interface MessagesProps {
  readonly path: MessagePath;
  readonly view: AnyCase;
  /** Whom the reader can write to. */
  readonly units: readonly Unit[];
  readonly me: Me;
  readonly onChoose: (chosen: Chosen) => void;
}

/** What the parties have written to each other, thread by thread, the latest thread first. */
export function Messages(props: MessagesProps) {
  const { path, view, onChoose } = props;
  const t = useMessageTexts();
  const { loading } = useTexts();
  const found = useMessages(path, view);
  const { data, problem } = found;
  const send = view.allowedCommands.find(({ name }) => name === 'send-message');
  const threads = [...Map.groupBy(data?.items ?? [], ({ thread }) => thread)].reverse();
  return (
    <section aria-labelledby="messages">
      <h2 id="messages">{t.messages}</h2>
      <Failure resource={found} />
      {data === null && problem === null && <p>{loading}</p>}
      {data?.items.length === 0 && <p>{t.none}</p>}
      {send !== undefined && (
        <p>
          <Button
            id="write-message"
            onPress={() =>
              onChoose({
                command: send,
                event: null,
                filled: { button: 'write-message', title: null, body: {}, values: {} },
              })
            }
          >
            {t.write}
          </Button>
        </p>
      )}
      {threads.map(([thread, messages]) => (
        <Thread key={thread} messages={messages} {...props} />
      ))}
    </section>
  );
}

function Thread({ messages, ...rest }: MessagesProps & { readonly messages: readonly Message[] }) {
  const t = useMessageTexts();
  const { language } = useLanguage();
  const [first] = messages;
  if (first === undefined) return null;
  const isAcute = messages.some(({ priority }) => priority === 'acute');
  return (
    <div className="card">
      <h3>
        {choiceLabel('category', first.category, language)}{' '}
        {isAcute && <span className="state">{t.acute}</span>}
      </h3>
      <ol>
        {messages.map((message) => (
          <MessageItem key={message.id} message={message} {...rest} />
        ))}
      </ol>
    </div>
  );
}

/** Read anew whenever the case has changed; what was read stays on the page meanwhile. */
function useMessages(
  path: MessagePath,
  { id, version }: AnyCase,
): Resource<{ readonly items: readonly Message[] }> {
  const found = useResource(`messages ${id}`, () => readMessages(path, id));
  const shown = useRef(version);
  const reload = useEffectEvent(() => void found.reload());
  useEffect(() => {
    if (shown.current === version) return;
    shown.current = version;
    reload();
  }, [version]);
  return found;
}
