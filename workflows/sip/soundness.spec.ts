import { faultsOf } from '@hemgang/engine';
import { sip } from './index';
describe('the SIP workflow', () => {
  it('has no fault that the start check can find', () => {
    expect(faultsOf(sip)).toEqual([]);
  });
});
