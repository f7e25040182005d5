import { type DiagnosisRule, explain } from './diagnosisRule';

const rule: DiagnosisRule = {
  code: 'cat',
  pattern: /cat (?<name>\w+)(?: on (?<place>\w+))?/,
  owner: 'developer',
  cause: 'It is $<name>.',
  nextStep: 'Feed $<name> at "$<place>".',
};

describe('explain', () => {
  it('fills the groups of the pattern into the words', () => {
    expect(explain('a cat Tom on sofa', [rule])).toEqual({
      code: 'cat',
      owner: 'developer',
      cause: 'It is Tom.',
      nextStep: 'Feed Tom at "sofa".',
    });
  });

  it('leaves out a group that took no part', () => {
    expect(explain('cat Tom', [rule])?.nextStep).toBe('Feed Tom at "".');
  });

  it('takes the first rule that is found', () => {
    const rules = [{ ...rule, code: 'first' }, rule];
    expect(explain('cat Tom', rules)?.code).toBe('first');
  });

  it('knows nothing of another text', () => {
    expect(explain('dog', [rule])).toBeUndefined();
  });
});
