import { describe, expect, it } from 'vitest';
import { overviewOf } from './overview.ts';
import type { Questionnaire } from './questionnaire.ts';
import type { Given } from './store.ts';

const question = (id: string): Questionnaire['layers'][number]['questions'][number] => ({ id, question: `${id}?`, forWhom: '', why: '', goodAnswer: '', law: '', grounds: [] });
const questionnaire: Questionnaire = {
  id: 'q', name: 'Q', intro: '', answers: [{ id: 'yes', name: 'Yes', asksReason: false }, { id: 'nobody-knows', name: 'Nobody knows', asksReason: false }],
  layers: [{ layer: 8, name: 'Human', about: '', questions: [question('a'), question('b')] }, { layer: 7, name: 'Application', about: '', questions: [question('c'), question('d')] }],
};
const given = (id: string, role: Given['role'], answer: string, own = false): Given => ({ question: id, role, answer, note: '', own });

describe('answers laid side by side', () => {
  it('tells what is answered, unknown and differs, by layer and over all', () => {
    const seen = overviewOf(questionnaire, [given('a', 'architect', 'nobody-knows'), given('a', 'board', 'yes'), given('b', 'cio', 'nobody-knows'), given('b', 'board', 'nobody-knows'), given('c', 'board', 'yes')]);
    expect(seen.layers.map(({ layer, answered, unknown, differs }) => [layer, answered, unknown, differs])).toEqual([[8, 2, 2, 1], [7, 1, 0, 0]]);
    expect([seen.questions, seen.answered, seen.unknown, seen.differs]).toEqual([4, 3, 2, 1]);
  });

  it('keeps two voices of one role apart, and orders roles alike at every question', () => {
    const seen = overviewOf(questionnaire, [given('a', 'employee', 'yes'), given('a', 'board', 'yes'), given('a', 'board', 'nobody-knows', true)]);
    expect(seen.layers[0]?.asked[0]?.voices.map(({ role, answer, own }) => [role, answer, own])).toEqual([['board', 'yes', false], ['board', 'nobody-knows', true], ['employee', 'yes', false]]);
    expect(seen.layers[0]?.asked[0]?.differs).toBe(true);
  });

  it('an answer to a question that is gone stands nowhere', () => {
    expect(overviewOf(questionnaire, [given('gone', 'board', 'yes')]).answered).toBe(0);
  });
});
