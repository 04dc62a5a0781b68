import { Transform } from 'class-transformer';
import type { ValidationOptions } from 'class-validator';
import { IsBoolean, ValidateBy } from 'class-validator';
import type { UserRef } from '../tiktok';
import { isPostId, parseUserRef } from '../tiktok';
import { InvalidRequestError } from './request.errors';

/** An account: a handle of 1-24 letters, digits, dots and underscores (a leading `@` is fine), or a secUid. */
export function IsUserId(options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isUserId',
      validator: {
        validate: (value) => typeof value === 'string' && parseUserRef(value) !== undefined,
        defaultMessage: (context) =>
          `${context?.property} must be a TikTok handle (1-24 letters, digits, dots, underscores) or a secUid`,
      },
    },
    options,
  );
}

/** The account that a validated `user_id` names. */
export function userRef(userId: string): UserRef {
  const ref = parseUserRef(userId);
  if (ref) return ref;
  throw new InvalidRequestError([{ parameter: 'user_id', message: 'user_id names no account' }]);
}

/** A post id: 15 to 25 digits in a string, because JSON numbers cannot hold one. */
export function IsPostId(options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isPostId',
      validator: {
        validate: (value) => typeof value === 'string' && isPostId(value),
        defaultMessage: (context) =>
          `${context?.property} must be the id of a TikTok post: 15 to 25 digits, as a string`,
      },
    },
    options,
  );
}

const flags = new Map<unknown, boolean>([
  [true, true],
  ['True', true],
  ['true', true],
  [1, true],
  [false, false],
  ['False', false],
  ['false', false],
  [0, false],
]);

/** A yes or no in any of the spellings that the documented API shows. */
export function IsFlag(): PropertyDecorator {
  return (target, property) => {
    Transform(({ value }: { value: unknown }) => flags.get(value) ?? value)(target, property);
    IsBoolean({ message: `${String(property)} must be true, false, "True", "False", 1 or 0` })(
      target,
      property,
    );
  };
}
