// domain/mail/send.ts
export const mootAsSender = "Moot";
export const testSubject = "A test from Moot";
export const testWords =
  "Somebody who runs this site asked for this mail, to see whether it arrives. There is nothing to do.";

// domain/mail/letter.ts
export const orTypeThisCode = "Or type this code in the browser in which you asked: {code}";
export const sentBySite = "Sent by the discussions at {site}. Nobody reads answers to this address.";

// app/mailbox/page.tsx
export const mailbox = "Mailbox";
export const mailsAreKeptHere =
  "This site has no mail server, so it keeps its mails here, for whoever sits at this machine.";
export const noMailsYet = "No mails yet.";
export const mailTo = "To {to}";
