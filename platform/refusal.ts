import * as t from "#messages/api";

/**
 * An expected "no", with a sentence a reader understands. Everything else that is thrown is a bug and becomes a 500.
 * `status` is the HTTP status the door answers with; `fields` names what to mend in the input, by field;
 * `reauthenticate` asks whoever is signed in to show once more that it is them.
 */
export class Refusal extends Error {
  constructor(
    message: string,
    readonly status: number,
    readonly extra: {
      fields?: Record<string, string>;
      retryAfter?: number;
      current?: unknown;
      reauthenticate?: true;
    } = {},
  ) {
    super(message);
    this.name = new.target.name;
  }
}

/** Next bundles its own copy of this module into the pages, so `instanceof` would miss a refusal thrown by the other copy. */
export const isRefusal = (problem: unknown): problem is Refusal =>
  problem instanceof Error && "status" in problem && typeof problem.status === "number" && "extra" in problem;

/** 400: the request cannot be understood. */
export class Malformed extends Refusal {
  constructor(message: string, fields?: Record<string, string>) {
    super(message, 400, { fields });
  }
}

/** 401: somebody must sign in first. */
export class SignInFirst extends Refusal {
  constructor(message = t.pleaseSignInFirst) {
    super(message, 401);
  }
}

/** 401: known, and must show once more that it is them. */
export class ReauthenticateFirst extends Refusal {
  constructor(message = t.pleaseConfirmItIsYou) {
    super(message, 401, { reauthenticate: true });
  }
}

/** 403: known, and not allowed. */
export class NotAllowed extends Refusal {
  constructor(message: string) {
    super(message, 403);
  }
}

/** 404: not there, or not for this reader. */
export class NotFound extends Refusal {
  constructor(message = t.pageNotFound) {
    super(message, 404);
  }
}

/** 409: true when the form was drawn, no longer true now. `current` is what holds instead. */
export class Conflict extends Refusal {
  constructor(message: string, current?: unknown) {
    super(message, 409, { current });
  }
}

/** 410: it was there, and was taken away for good. */
export class Gone extends Refusal {
  constructor(message: string) {
    super(message, 410);
  }
}

/** 422: understood, and it cannot be. */
export class Unacceptable extends Refusal {
  constructor(message: string, fields?: Record<string, string>) {
    super(message, 422, { fields });
  }
}

/** 429, with the seconds to wait. */
export class TooMany extends Refusal {
  constructor(message: string, retryAfter: number) {
    super(message, 429, { retryAfter });
  }
}

/** A policy's answer becomes a refusal: signed out is asked to sign in, everyone else hears `sentence`. */
export function authorize(allowed: boolean, actor: object | null, sentence: string): void {
  if (allowed) return;
  if (!actor) throw new SignInFirst();
  throw new NotAllowed(sentence);
}
