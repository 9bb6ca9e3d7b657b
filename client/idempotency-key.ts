/** An Idempotency-Key: a hundred and more bits of chance. `crypto.randomUUID` is missing where there is no https. */
export function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
