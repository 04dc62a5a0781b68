type IsAny<T> = 0 extends 1 & T ? true : false;
type Depth = readonly unknown[];
type Binary = Blob | ArrayBuffer | ReadableStream;

/**
 * The places in a type that a caller learns nothing of: `any` and `unknown`, as a union of their paths;
 * `never` where there is none. Stops eight levels down, for types that hold themselves.
 */
export type Untyped<T, Path extends string = '', Seen extends Depth = []> =
  IsAny<T> extends true
    ? `${Path}: any`
    : unknown extends T
      ? `${Path}: unknown`
      : Seen['length'] extends 8
        ? never
        : T extends Binary | string | number | boolean | null | undefined
          ? never
          : T extends readonly (infer Item)[]
            ? Untyped<Item, `${Path}[]`, [...Seen, 0]>
            : {
                [Key in keyof T & string]: Untyped<T[Key], `${Path}.${Key}`, [...Seen, 0]>;
              }[keyof T & string];

/** What each call of a table resolves to. */
export type Answers<Calls> = {
  [Name in keyof Calls]: Calls[Name] extends () => Promise<{ data: infer Data }> ? Data : unknown;
};

/** Compiles only when every place of every answer has a type; the message of the compiler lists the others. */
export type Typed<T> = [Untyped<T>] extends [never] ? true : Untyped<T>;
