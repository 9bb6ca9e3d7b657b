import { createRequire } from "node:module";

/**
 * For tests that are about something else: their casts have some thousand members, and each would be hashed and compared for a twentieth of
 * a second. Whoever loads this before the package hashes at the least it knows. What a password costs is held by
 * `domain/members/accounts.test.ts`, with the package as it is.
 */
const argon2 = createRequire(import.meta.url)("@node-rs/argon2");
const { hash } = argon2;

/** @type {typeof import("@node-rs/argon2").hash} */
argon2.hash = (password, options, signal) =>
  hash(password, { ...options, memoryCost: 8, timeCost: 1 }, signal);
