import type { CaseView } from './case-view';
import type { EventView } from './event-view';

/** A case without what only the present has: commands, and who has looked since. */
export function lasting<View extends CaseView>(view: View): View {
  return {
    ...view,
    ...{ allowedCommands: [], otherCommands: [], patientOperations: [] },
    parties: view.parties.map((each) => ({ ...each, seenAt: null })),
    afterwards: view.afterwards.map((each) => ({ ...each, mayAnswer: false })),
  };
}

/** Events without the rättelser that the present offers. */
export function lastingEvents(events: readonly EventView[]): EventView[] {
  return events.map((event) => ({ ...event, mayCorrect: [], mayMakulera: false }));
}
