import 'reflect-metadata';
import { getMetadataStorage } from 'class-validator';
import { Environment } from './environment';
import { variableMeanings, variablesByQuestion } from './variables';

const meanings: Readonly<Record<string, { means: string }>> = variableMeanings;

describe('the meanings of variables', () => {
  it('stand under one question each', () => {
    const grouped = Object.values(variablesByQuestion).flat();
    expect([...grouped].sort()).toEqual(Object.keys(variableMeanings).sort());
  });

  it('name every word that a variable may be', () => {
    const storage = getMetadataStorage();
    const rules = storage.getTargetValidationMetadatas(Environment, '', false, false);
    const choices = rules.filter(({ name }) => name === 'isIn');
    expect(choices.length).toBeGreaterThan(2);
    for (const { propertyName, constraints } of choices) {
      const [words] = constraints as [readonly string[]];
      for (const word of words) expect(meanings[propertyName]?.means).toContain(`\`${word}\``);
    }
  });
});
