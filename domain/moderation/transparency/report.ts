import type { DsaField } from "./dsa";

/** What a transparency report says of a period; every figure can be recounted from the log. */
export type TransparencyReport = {
  from: string;
  to: string;
  /** Decisions that restrict, by what they do. */
  restrictions: {
    total: number;
    byAction: Counted;
    byGround: Counted;
    bySource: Counted;
    automatedDetection: number;
    automatedDecision: number;
  };
  /** The same restrictions by the fields of the EU's DSA Transparency Database, with its values. */
  dsa: Record<DsaField, Counted>;
  /** Decisions that let stand, let appear, restore or take back. */
  relief: Counted;
  reports: { received: number; upheld: number; dismissed: number; open: number; byReason: Counted };
  /** Notices under article 16, of those reports. */
  notices: { received: number; byLaw: Counted };
  /** From a report to its decision, in seconds; null where nothing was decided. */
  medianSecondsToDecide: number | null;
  appeals: {
    received: number;
    upheld: number;
    refused: number;
    open: number;
    medianSecondsToAnswer: number | null;
  };
  sanctions: Counted;
};

/** How many of each, the most first. */
export type Counted = { key: string; count: number }[];
