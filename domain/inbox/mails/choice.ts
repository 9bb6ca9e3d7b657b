import { NOTICE_KINDS, isOfStaff, type NoticeKind } from "@/domain/inbox/notice";

/** Words of what is mailed: pure, safe in a browser. */
export const DIGESTS = ["never", "daily", "weekly"] as const;
export type Digest = (typeof DIGESTS)[number];

/** Mailed unless a member says otherwise: what is said to them, what is decided about them, whom they chose to read, and what is too late tomorrow. */
export const MAILED = [
  "reply",
  "mention",
  "quote",
  "new-article",
  "decision",
  "appeal-outcome",
  "poll-closing",
  "queue-waits",
] as const satisfies readonly NoticeKind[];

/** What a member said; a kind in neither list is as it is for everybody. */
export type MailChoice = { wanted: string[]; unwanted: string[]; none: boolean; digest: Digest };
export const NO_CHOICE: MailChoice = { wanted: [], unwanted: [], none: false, digest: "never" };

/** Which kinds come by mail, and what stands above them. */
export type MailChoiceView = {
  kinds: { kind: NoticeKind; mailed: boolean }[];
  none: boolean;
  digest: Digest;
  /** Too many mails in a row came back from the present address: none are sent there. */
  stopped: boolean;
};

export const isMailed = ({ wanted, unwanted }: MailChoice, kind: NoticeKind): boolean =>
  wanted.includes(kind) || (MAILED.some((one) => one === kind) && !unwanted.includes(kind));

/** The choice with one kind switched, written down only where it differs from what everybody gets. */
export function switched(choice: MailChoice, kind: NoticeKind, mailed: boolean): MailChoice {
  const usual = MAILED.some((one) => one === kind);
  const without = (list: string[]) => list.filter((one) => one !== kind);
  return {
    ...choice,
    wanted: mailed && !usual ? [...without(choice.wanted), kind] : without(choice.wanted),
    unwanted: !mailed && usual ? [...without(choice.unwanted), kind] : without(choice.unwanted),
  };
}

/** Kinds a member can hear of. */
export const kindsFor = (staff: boolean): NoticeKind[] =>
  NOTICE_KINDS.filter((kind) => staff || !isOfStaff(kind));
