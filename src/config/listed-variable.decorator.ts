import { Transform } from 'class-transformer';

/** A variable that is a list: parts between commas, without the space around them. */
export function ListedVariable(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? value.split(',').map((part) => part.trim()) : value,
  );
}
