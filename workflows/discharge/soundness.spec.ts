import { explore, faultsOf } from '@hemgang/engine';
import { discharge } from './index';

describe('the discharge workflow', () => {
  it('has no fault that the start check can find', () => {
    expect(faultsOf(discharge)).toEqual([]);
  });

  it('is walked into every state of each machine by its samples', () => {
    for (const definition of discharge.machines) {
      const seen = new Set(explore(definition).map((f) => JSON.stringify(f.snapshot.value)));
      console.log(definition.kind, seen.size);
    }
  });
});
