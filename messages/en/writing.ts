// components/comments/writing/toolbar.tsx
export const formatting = "Formatting";
export const bold = "Bold";
export const italic = "Italic";
export const link = "Link";
export const quote = "Quote";
export const list = "List";
export const code = "Code";

// components/comments/live/drafts.ts
export const yourDraft = "Your draft: {beginning}";
export const replyDraft = "Reply (draft)";
export const replyDraftTo = "Reply (draft) to {name}";

// components/comments/live/quote-button.ts
export const quoteThis = "Quote";
