import type { ApiPropertyOptions } from '@nestjs/swagger';
import { ApiProperty } from '@nestjs/swagger';

/** How the SDKs' generator makes an argument of a query parameter, where it is not the same. */
export interface SdkArgumentOptions {
  /** The name of the argument in the SDKs. */
  readonly rename?: string;
  /** A parameter that the SDKs take as a list. */
  readonly retype?: 'semicolon-separated-string-to-list';
}

/** Where the options stand in our own document; the one for the generator has them inside the schema. */
export const sdkArgumentKey = 'x-sdk-argument';

/** For query parameters whose argument in the SDKs has another name or form. */
export function SdkArgument(options: SdkArgumentOptions): PropertyDecorator {
  const described: ApiPropertyOptions & Record<typeof sdkArgumentKey, SdkArgumentOptions> = {
    [sdkArgumentKey]: options,
  };
  return ApiProperty(described);
}
