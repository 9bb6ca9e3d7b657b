// components/ui/dialog.tsx
export const close = "Close";

// components/ui/diff.tsx
export const diffAdded = "[added: ";
export const diffRemoved = "[removed: ";
export const diffEnd = "]";
export const unchangedParagraphs = "{count} unchanged paragraphs";

// components/ui/field-problems.tsx
export const pleaseTickThis = "Please tick this box to continue.";
export const pleaseChoose = "Please choose one.";
export const pleaseFillThisIn = "Please fill this in.";
export const notAnEmailAddress = "This does not look like an e-mail address.";
export const tooShort = "Please write at least {least} characters.";

// components/ui/site-footer.tsx
export const about = "About";
export const methods = "How we count";
export const privacy = "Privacy";
export const terms = "Terms";
export const imprint = "Imprint";
export const accessibility = "Accessibility";
export const authorities = "Contact for authorities";
export const houseRules = "House rules";
export const moderationLog = "Moderation log";
export const feed = "Feed";
export const api = "API";
export const source = "Free software";
export const aboutThisSite = "About this site";

// components/ui/site-header.tsx
export const site = "Site";

// components/ui/tags.tsx
export const tags = "Tags";

// components/ui/theme-switch.tsx
export const system = "System";
export const light = "Light";
export const dark = "Dark";
export const lightOrDark = "Light or dark";

// components/ui/time-format.ts
export const momentInUtc = "{when}, {clock} UTC";
export const momentInZone = "That is {when}, {zone}.";
export const now = "just now";
export const minutesAgo = "{count} min ago";
export const hoursAgo = "{count} h ago";
export const daysAgo = "{count} d ago";

// components/ui/viewer-menu.tsx
export const signIn = "Sign in";
export const inbox = "Inbox";
export const unreadNotices = "Inbox: {unread, plural, one {1 unread notice} other {{unread} unread notices}}";
export const suspended = "Suspended";
export const myPage = "My page";
export const inboxUnread = "Inbox {unread}";
export const moderationWaiting = "Moderation {waiting}";
export const moderationPending = "{queue, plural, =0 {Moderation} other {Moderation, {queue} pending}}";
export const articles = "Articles";
export const members = "Members";
export const siteSettings = "Site settings";
export const moderationSettings = "Moderation settings";
export const following = "Following";
export const account = "Account";
export const confirmYourAddress = "Confirm e-mail";
export const yourRoleIsOnHold = "Role on hold";

// components/ui/saved.tsx
export const saved = "Saved.";
