import { StreamParser } from './event-stream';

describe('a stream of server-sent events', () => {
  it('gives an event however the network cuts it into chunks', () => {
    const text = 'id: c7\nevent: case\ndata: {"caseId":"a","version":2}\n\n';
    const expected = [{ id: 'c7', event: 'case', data: '{"caseId":"a","version":2}' }];
    for (let cut = 0; cut <= text.length; cut += 1) {
      const parser = new StreamParser();
      expect([...parser.take(text.slice(0, cut)), ...parser.take(text.slice(cut))]).toEqual(
        expected,
      );
    }
  });

  it('gives several events of one chunk in their order', () => {
    const messages = new StreamParser().take('data: 1\n\ndata: 2\r\n\r\nevent: reset\ndata:\n\n');
    expect(messages.map(({ event, data }) => [event, data])).toEqual([
      ['message', '1'],
      ['message', '2'],
      ['reset', ''],
    ]);
  });

  it('gives the place where it stands before anything has happened', () => {
    const messages = new StreamParser().take('retry: 2000\nid: c6\n\n');
    expect(messages).toEqual([{ id: 'c6', event: 'message', data: null }]);
  });

  it('gives nothing for a heartbeat', () => {
    expect(new StreamParser().take(': still here\n\n')).toEqual([]);
  });
});
