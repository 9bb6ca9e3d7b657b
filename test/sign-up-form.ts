import { currentAgreement, drawnNow } from "@/domain/members/joining/sign-up-form";

/** What the form to sign up has besides what is typed: seen through, agreed to, and sent by a person. */
export async function agreedForm(): Promise<Record<string, string>> {
  const shown = Object.entries(await currentAgreement()).map(([part, value]): [string, string] => [
    part,
    String(value),
  ]);
  return {
    drawn: drawnNow(Date.now() - 10_000),
    homepage: "",
    ...Object.fromEntries(shown),
    agreed: "on",
    ofAge: "on",
  };
}
