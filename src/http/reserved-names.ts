import { InvalidRequestError } from './request.errors';

/**
 * Refuses parameters named as what every object has already (`__proto__`, `constructor`, `toString`): none of ours
 * is, and validation would take them for known ones or leave them out in silence.
 */
export function refuseReservedNames(parameters: unknown): void {
  if (typeof parameters !== 'object' || parameters === null) return;
  const reserved = Object.keys(parameters).filter(isReserved);
  if (reserved.length > 0)
    throw new InvalidRequestError(
      reserved.map((parameter) => ({ parameter, message: `${parameter} must not be set` })),
    );
}

function isReserved(name: string): boolean {
  return name === 'prototype' || name in Object.prototype;
}
