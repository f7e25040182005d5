import { type DiagnosisRule, explain } from './diagnosisRule';

const rule: DiagnosisRule = {
  code: 'cat',
  pattern: /cat (?<name>\w+)(?: on (?<place>\w+))?/,
  owner: 'developer',
  cause: 'It is $<name>.',
  nextStep: 'Feed $<name> at "$<place>".',
  link: 'https://cats.example',
};

describe('explain', () => {
  it('fills the groups of the pattern into the words', () => {
    expect(explain('a cat Tom on sofa', [rule])).toEqual({
      code: 'cat',
      owner: 'developer',
      cause: 'It is Tom.',
      nextStep: 'Feed Tom at "sofa".',
      link: 'https://cats.example',
    });
  });

  it('leaves out a group that took no part', () => {
    expect(explain('cat Tom', [rule])?.nextStep).toBe('Feed Tom at "".');
  });

  it('takes the first rule that is found', () => {
    const rules = [{ ...rule, code: 'first' }, rule];
    expect(explain('cat Tom', rules)?.code).toBe('first');
  });

  it('leaves a text to the rule that explains it better', () => {
    const other = { ...rule, unless: /on fire/ };
    expect(explain('cat Tom on sofa', [other])?.code).toBe('cat');
    expect(explain('cat Tom on fire', [other])).toBeUndefined();
  });

  it('knows nothing of another text', () => {
    expect(explain('dog', [rule])).toBeUndefined();
  });
});
