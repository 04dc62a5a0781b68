import { Transform } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';

/** A whole number, written in digits and nothing else, from `min` to `max`. */
export function WholeNumber(min: number, max: number): PropertyDecorator {
  const readDigits = Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && /^[0-9]{1,15}$/.test(value) ? Number(value) : value,
  );
  return (target, property) => {
    for (const decorate of [readDigits, IsInt(), Min(min), Max(max)]) decorate(target, property);
  };
}
