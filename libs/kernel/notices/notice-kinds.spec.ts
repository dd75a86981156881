import type { NoticeKind } from './notice-kind.js';
import { NoticeKinds } from './notice-kinds.js';

function kind(code: string, urgent = false): NoticeKind {
  return { code, title: { nl: code, en: code }, text: { nl: code, en: code }, urgent };
}

describe('the kinds of notices', () => {
  const actions = kind('plan.action-waits');

  it('are known once a part registered them, and which of them are urgent', () => {
    const kinds = new NoticeKinds();
    kinds.register(actions, kind('people.role-waits', true));

    expect(kinds.named('plan.action-waits')).toBe(actions);
    expect(kinds.urgentCodes).toEqual(['people.role-waits']);
    expect(() => kinds.requireKnown(actions)).not.toThrow();
  });

  it('can not be registered twice: one of the two would be told in the words of the other', () => {
    const kinds = new NoticeKinds();
    kinds.register(actions);
    expect(() => kinds.register(kind('plan.action-waits'))).toThrow('registered twice');
  });

  it.each(['waits', 'Plan.waits', 'plan.', 'plan.waits.more', 'plan.wa its', ''])(
    'are not called "%s"',
    (code) => {
      expect(() => new NoticeKinds().register(kind(code))).toThrow('<part>.<what-it-is>');
    },
  );

  it('that nobody registered can not be told', () => {
    expect(() => new NoticeKinds().requireKnown(actions)).toThrow('plan.action-waits is not registered');
  });

  it('that a later version took away still have words', () => {
    expect(new NoticeKinds().named('plan.gone').title.nl).toBe('Andere meldingen');
  });
});
