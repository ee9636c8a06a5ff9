import type { Message } from '../api/types';
import { messageAsText } from './message-words';

const unit = (name: string) => ({ id: name, name, phone: '090-785 20 01' });
const anna = { unit: unit('NUS medicin 2'), person: { id: 'a', name: 'Anna Lundgren' } };
const maria = { unit: unit('Biståndsenheten Norr'), person: { id: 'm', name: 'Maria Forsberg' } };

const message: Message = {
  id: 'm3',
  event: 3,
  re: null,
  thread: 'm3',
  sent: { ...anna, at: '2026-03-02T10:00:00.000Z' },
  category: 'hjalpmedel',
  priority: 'acute',
  text: 'Rullatorn är utprovad.\nDen följer med hem.',
  attachments: [],
  receivers: [
    {
      id: 'm3-1',
      unit: maria.unit,
      owner: maria.unit,
      word: 'acknowledged',
      wordText: 'Kvitterat',
      dueAt: null,
      acknowledged: { ...maria, at: '2026-03-02T11:30:00.000Z', answer: null },
      forwarded: [
        {
          ...maria,
          at: '2026-03-02T11:15:00.000Z',
          to: unit('Hemsjukvården Norr'),
          handedOver: false,
        },
      ],
    },
    {
      id: 'm3-2',
      unit: unit('Ersboda hälsocentral'),
      owner: unit('Ersboda hälsocentral'),
      word: 'owed',
      wordText: 'Väntar på kvittens',
      dueAt: '2026-03-02T12:00:00.000Z',
      acknowledged: null,
      forwarded: [],
    },
  ],
  struckBy: null,
};

describe('a message as text for one’s own record', () => {
  it('says what it is, from whom, to whom, when, its words and who has acknowledged it', () => {
    expect(messageAsText(message, 'sv')).toBe(
      [
        'Meddelande i Hemgång: Hjälpmedel, akut',
        'Från: Anna Lundgren, NUS medicin 2',
        'Till: Biståndsenheten Norr; Ersboda hälsocentral',
        'Skickat: 2026-03-02 11:00',
        '',
        'Rullatorn är utprovad.',
        'Den följer med hem.',
        '',
        'Kvittens:',
        'Biståndsenheten Norr: skickat vidare till Hemsjukvården Norr 2026-03-02 12:15 av Maria Forsberg, Biståndsenheten Norr; kvitterat 2026-03-02 12:30 av Maria Forsberg, Biståndsenheten Norr',
        'Ersboda hälsocentral: väntar, senast 2026-03-02 13:00',
      ].join('\n'),
    );
  });

  it('says so when the words were not told, when it is struck and what its files are called', () => {
    const attachments = [{ id: 'f', name: 'Utprovning.pdf', kind: 'pdf', size: 1 }];
    const text = messageAsText({ ...message, text: null, struckBy: 9, attachments }, 'en');
    expect(text).toContain('Message in Hemgång: Assistive devices, acute (struck)');
    expect(text).toContain('Attachments: Utprovning.pdf');
    expect(text).toContain('The words are not told to you.');
  });
});
