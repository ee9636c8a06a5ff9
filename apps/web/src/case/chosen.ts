import type { AllowedCommand, CaseEvent } from '../api/types';

/** A command whose form is open; a rättelse is about an event. */
export interface Chosen {
  readonly command: AllowedCommand;
  readonly event: CaseEvent | null;
}
