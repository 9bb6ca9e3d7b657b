// components/comments/writing/toolbar.tsx
export const formatting = "Formatting";

// components/comments/writing/actions.ts
export const bold = "Bold";
export const italic = "Italic";
export const link = "Link";
export const quote = "Quotation";
export const list = "List";
export const code = "Code";

// components/comments/live/drafts.ts
export const yourDraft = "Your draft: {beginning}";
export const draft = "draft";
export const replyToWithDraft = "Reply to {name}, with your draft";

// components/comments/live/quote-button.ts
export const quoteThis = "Quote in a reply";
