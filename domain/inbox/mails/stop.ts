import { NOTICE_KINDS, type NoticeKind } from "@/domain/inbox/notice";

/** What a link in a mail ends: mails about its discussion (which is muted), of one kind, digests, or all about notices. */
export const STOPS = ["discussion", ...NOTICE_KINDS, "digest", "all"] as const;
export type Stop = (typeof STOPS)[number];

export const stopNamed = (word: string | undefined): Stop | undefined => STOPS.find((one) => one === word);
export const isKind = (stop: Stop): stop is NoticeKind => NOTICE_KINDS.some((kind) => kind === stop);

/** Whose mails a link is about, and which discussion's. */
export type StopPlace = { handle: string; article: { slug: string; title: string } | null };

/** Where the link in a mail leads. */
export const stopPath = (token: string, more: Record<string, string> = {}): string =>
  `/unsubscribe?${new URLSearchParams({ token, ...more }).toString()}`;
