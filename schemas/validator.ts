/** Shape of the generated validators (ajv standalone code). */

/** One mistake that a validator found. */
export interface ValidationError {
  /** JSON Pointer of the value at fault. */
  readonly instancePath: string;
  /** JSON Pointer into the schema. */
  readonly schemaPath: string;
  /** Keyword that failed, e.g. `required`. */
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** A generated validator. After a call that returned false, `errors` holds every mistake. */
export interface Validator {
  (value: unknown): boolean;
  readonly errors?: readonly ValidationError[] | null;
}
