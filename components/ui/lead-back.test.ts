import { expect, test } from "vitest";
import { signInAndBack } from "./lead-back";

const from = (address: string) =>
  signInAndBack(new URL(address, "http://moot.invalid") as unknown as Location);

// NodeBB/NodeBB#7306, localwiki/localwiki#255, CenterForOpenScience/osf.io#9071, ietf-tools/datatracker#5876
test.each([
  ...["/sign-in?next=/x", "/sign-up", "/sign-up/finish", "/sign-out", "/sign-in-link?token=x", "/goodbye"],
  ...[
    "/forgotten-password?asked=1",
    "/new-password?token=x",
    "/undo-address?token=x",
    "/first-admin?token=x",
  ],
  ...["/second-factor", "/confirm-identity?next=/account"],
])("nobody who signs in from %s comes back to it", (address) => {
  expect(from(address)).toBeNull();
});

test.each([
  "/",
  "/articles/tea?sort=newest#discussion",
  "/sign-ins",
  "/confirm-address",
  "/unsubscribe?token=x",
])("whoever signs in from %s comes back to it", (address) => {
  const back = from(address) ?? "";
  expect(new URL(back, "http://moot.invalid").searchParams.get("next")).toBe(address);
});
