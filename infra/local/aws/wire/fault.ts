/** An error as an AWS service answers it: a code of the service's model, a sentence, an HTTP status. */
export class ServiceFault extends Error {
  readonly code: string;
  readonly status: number;
  /** Further members of the error's shape. */
  readonly details: Record<string, unknown>;

  constructor(code: string, message: string, status = 400, details: Record<string, unknown> = {}) {
    super(message);
    this.code = code;
    this.status = status;
    this.details = details;
  }
}

/** The refusal of what the embedded runtime does not serve; names the operation so that the gap is found at once. */
export function notServed(service: string, operation: string): ServiceFault {
  return new ServiceFault('NotImplemented', `The local runtime does not serve ${service} ${operation}`, 501);
}
