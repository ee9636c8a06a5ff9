import { at, running } from './errand.testing';

describe('a case is closed', () => {
  it('not while a duty of another machine is open, although the main machine is over', () => {
    const errands = running().give('walk-away');
    expect(errands.duties).toEqual(['p2-1.reply.2', 'p2-2.reply.2']);
    expect(errands.state.closedAt).toBeNull();
  });

  it('not while a region of the main machine waits, although no duty is open', () => {
    const errands = running().give('accept', {}, { machine: 'p2-1' }).give('read');
    expect(errands.state.closedAt).toBeNull();
  });

  it('when every region of the main machine is over and no duty is open', () => {
    const errands = running()
      .give('accept', {}, { machine: 'p2-1' })
      .give('read')
      .give('finish', {}, { recordedAt: at('10:00') });
    expect(errands.duties).toEqual([]);
    expect(errands.state.closedAt).toBe(at('10:00'));
  });

  it('once: what comes later without opening a duty leaves the time', () => {
    const errands = running()
      .give('finish', {}, { recordedAt: at('10:00') })
      .give('copy-bill', {}, { recordedAt: at('11:00') });
    expect(errands.state.closedAt).toBe(at('10:00'));
  });

  it('and is open again when a duty opens, until that is done', () => {
    const errands = running()
      .give('finish', {}, { recordedAt: at('10:00') })
      .give('helper-said', { word: 'thanks' }, { recordedAt: at('11:00') });
    expect(errands.state.closedAt).toBeNull();
    errands.give('read', {}, { recordedAt: at('11:30') });
    expect(errands.state.closedAt).toBe(at('11:30'));
  });
});
