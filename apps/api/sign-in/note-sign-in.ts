import type { SignInNote } from '@hemgang/access';
import type { Logger } from '@hemgang/observability';

/** Takes what happens to sign-ins into the log: who watches over them looks for refusals. */
export function noteIn(logger: Logger): (event: SignInNote) => void {
  return ({ outcome, ...event }) => {
    if (outcome === 'refused') logger.warn(event, 'sign-in refused');
    else logger.info(event, `sign-in: ${outcome}`);
  };
}
