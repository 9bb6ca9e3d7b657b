import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import type { PasskeyOptions, SignInOptions } from "@/domain/members/keys/answers";
import { NewPasskey, PasskeyUsed } from "@/domain/members/keys/schema";
import { env } from "@/platform/env";

const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;
const WITH_KEY = 0x40;

/** How an authenticator may differ from one that is as it should be. */
export type Oddity = Partial<{
  origin: string;
  rpId: string;
  verified: boolean;
  counter: number;
  userHandle: string;
}>;

/**
 * An authenticator in software (Web Authentication, level 2, 6): ES256, attestation "none". It answers whatever it is told to, also what
 * no browser would let it.
 */
export function anAuthenticator() {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const id = randomBytes(16);
  const jwk = publicKey.export({ format: "jwk" });
  const coordinate = (of: string | undefined) => Buffer.from(of ?? "", "base64url");
  // COSE: kty EC2, alg ES256, crv P-256, x, y.
  const coseKey = Buffer.concat([
    Buffer.from("a5010203262001215820", "hex"),
    coordinate(jwk.x),
    Buffer.from("225820", "hex"),
    coordinate(jwk.y),
  ]);

  const data = (
    flags: number,
    { rpId = new URL(env.siteUrl).hostname, verified = true, counter = 0 }: Oddity,
  ) => {
    const head = Buffer.alloc(5);
    head.writeUInt8(USER_PRESENT | (verified ? USER_VERIFIED : 0) | flags);
    head.writeUInt32BE(counter, 1);
    return Buffer.concat([createHash("sha256").update(rpId).digest(), head]);
  };

  /** What a browser would send after `navigator.credentials.create`. */
  function make({ challenge }: Pick<PasskeyOptions, "challenge">, oddity: Oddity = {}) {
    const length = Buffer.from([0, id.length]);
    const authData = Buffer.concat([data(WITH_KEY, oddity), Buffer.alloc(16), length, id, coseKey]);
    const head = Buffer.from("a363666d74646e6f6e656761747453746d74a068617574684461746159", "hex");
    const size = Buffer.alloc(2);
    size.writeUInt16BE(authData.length);
    const attestationObject = Buffer.concat([head, size, authData]).toString("base64url");
    const clientDataJSON = clientData("webauthn.create", challenge, oddity).toString("base64url");
    const response = { clientDataJSON, attestationObject, transports: ["internal"] };
    return { id: id.toString("base64url"), response };
  }

  /** What a browser would send after `navigator.credentials.get`. */
  function answer({ challenge }: Pick<SignInOptions, "challenge">, oddity: Oddity = {}) {
    const authenticatorData = data(0, oddity);
    const client = clientData("webauthn.get", challenge, oddity);
    const signed = Buffer.concat([authenticatorData, createHash("sha256").update(client).digest()]);
    return {
      id: id.toString("base64url"),
      response: {
        clientDataJSON: client.toString("base64url"),
        authenticatorData: authenticatorData.toString("base64url"),
        signature: sign("sha256", signed, privateKey).toString("base64url"),
        ...(oddity.userHandle !== undefined && {
          userHandle: Buffer.from(oddity.userHandle).toString("base64url"),
        }),
      },
    };
  }

  return {
    make: (options: Pick<PasskeyOptions, "challenge">, oddity?: Oddity) =>
      NewPasskey.parse({ credential: make(options, oddity) }).credential,
    answer: (options: Pick<SignInOptions, "challenge">, oddity?: Oddity) =>
      PasskeyUsed.parse({ credential: answer(options, oddity) }).credential,
  };
}

const clientData = (type: string, challenge: string, { origin = env.siteUrl }: Oddity): Buffer =>
  Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
