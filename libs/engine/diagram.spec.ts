import { createMachine } from 'xstate';
import { mermaid } from './diagram';
import { deskDefinition, helperDefinition } from './errand.testing';

describe('the drawing of a machine', () => {
  it('shows states, the duties they stand for and what events do', () => {
    expect(mermaid(helperDefinition)).toBe(
      `stateDiagram-v2
  [*] --> helper_asked
  state "asked" as helper_asked
  helper_asked : reply
  state "helping" as helper_helping
  state "over" as helper_over
  helper_over : over
  helper_asked --> helper_helping : accept
  helper_asked --> helper_over : decline, called-off
  helper_helping --> helper_over : called-off`,
    );
  });

  it('shows regions as boxes, and what a region handles at each of its states', () => {
    const drawing = mermaid(deskDefinition);
    expect(drawing).toContain(
      `  state "mail" as desk_mail {
    [*] --> desk_mail_clear
    state "clear" as desk_mail_clear
    desk_mail_clear : over
    state "owed" as desk_mail_owed
    desk_mail_owed : read
    desk_mail_clear --> desk_mail_owed : helper-said
    desk_mail_owed --> desk_mail_clear : read [readsAll]
    desk_mail_owed --> desk_mail_owed : read, helper-said
  }`,
    );
    expect(drawing.match(/^ {2}state "/gm)).toHaveLength(3);
  });

  it('shows what leaves a region, and what ends all of them', () => {
    const machine = createMachine({
      id: 'm',
      initial: 'live',
      states: {
        live: {
          type: 'parallel',
          on: { stop: 'gone' },
          states: {
            a: { initial: 'x', states: { x: { on: { flee: '#gone' } } } },
            b: {},
          },
        },
        gone: { id: 'gone' },
      },
    });
    expect(mermaid({ ...helperDefinition, machine })).toBe(
      `stateDiagram-v2
  [*] --> m_live
  state "live" as m_live {
    state "a" as m_live_a {
      [*] --> m_live_a_x
      state "x" as m_live_a_x
      state "→ gone" as m_live_a__gone_exit
      m_live_a_x --> m_live_a__gone_exit : flee
    }
    state "b" as m_live_b
  }
  state "gone" as gone
  m_live --> gone : stop`,
    );
  });

  it('is the same each time and shows no code', () => {
    expect(mermaid(deskDefinition)).toBe(mermaid(deskDefinition));
    expect(mermaid(deskDefinition)).not.toMatch(/=>|function|undefined|\[object/);
  });
});
