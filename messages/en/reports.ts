// components/moderation/receipt-note.tsx
export const thankYou = "Thank you";
export const yourReportOfWasReceived = "Your report of {when} was received. {state}{decidedAt}";
export const thisPageIsYourReceipt =
  "This page is your receipt: <link>its address</link> tells what became of it. If you are signed in, your inbox will too.";
export const ifYouThinkTheOutcome =
  "If you think the outcome is wrong, you may turn to a court, or to an out-of-court dispute body where you live.";
export const backToTheDiscussion = "Back to the discussion";

// components/moderation/report-form.tsx
export const reportAComment = "Report a comment";
export const somebodyWhoHasLeft = "somebody who has left";
export const byName = "by {name}";
export const itBreaksAHouseRule = "It breaks a house rule";
export const whichRule = "Which rule";
export const whatAModeratorShouldKnow = "What a moderator should know (may stay empty)";
export const reportIt = "Report it";
export const youWillBeAskedToSignIn = "You will be asked to sign in; your report is then sent at once.";
export const itIsAgainstTheLaw = "It is against the law";
export const giveNoticeOfIllegalContent = "Give notice of illegal content; you need no account";
export const whichLaw = "Which law";
export const chooseOne = "Choose one";
export const whyItIsIllegal = "Why it is illegal";
export const inASentenceOrTwo = "In a sentence or two: what it says, and why that is forbidden.";
export const yourName = "Your name";
export const notNeededForANoticeAbout = "Not needed for a notice about the sexual abuse of children.";
export const yourEMailAddress = "Your e-mail address";
export const whatISayHereIsAccurate = "What I say here is accurate and complete to the best of my knowledge.";
export const giveNotice = "Give notice";

// domain/moderation/reports/commands.ts
export const thisCommentIsNotThere = "This comment is not there.";
export const thisCommentCannotBeReported = "This comment cannot be reported, or not by you.";
export const pleaseChooseAReason = "Please choose a reason.";
export const reportIdId2 = "report {id} {id2}";
export const youHaveReportedThisAlready = "You have reported this already. A moderator will look at it.";
export const youHaveReportedThisText =
  "You have reported this text before. A moderator looked at it and let it stand.";

// domain/moderation/reports/report.ts
export const aModeratorWillLook = "A moderator will look at it. Nothing has been decided yet.";
export const lookedAtAndTakenDown = "A moderator looked at it and took the comment down.";
export const lookedAtAndLeft = "A moderator looked at it and let the comment stand.";
export const threatsOrIncitementToViolence = "Threats or incitement to violence";
export const unlawfulHateSpeech = "Unlawful hate speech";
export const defamationOrFalseStatement = "Defamation or false statement of fact";
export const violationOfPrivacyOrData = "Violation of privacy or data protection";
export const violationOfIntellectualProperty = "Violation of intellectual property";
export const fraudOrUnlawfulTrade = "Fraud or unlawful trade";
export const sexualAbuseOfChildren = "Sexual abuse of children";
export const anotherLawNamedBelow = "Another law, named below";

// domain/moderation/reports/schema.ts
export const pleaseKeepToCharacters = "Please keep to {detailLimit} characters.";
export const aNameMayHave100Characters = "A name may have 100 characters.";
export const thatIsNotAnEMail = "That is not an e-mail address.";
export const pleaseSayWhichLawItGoes = "Please say which law it goes against.";
export const pleaseSayInASentence = "Please say in a sentence or two why it is illegal.";
export const theLawAsksForYourName = "The law asks for your name here.";
export const theLawAsksForYourE = "The law asks for your e-mail address here.";
export const pleaseConfirmThat = "Please confirm that what you say is true to your knowledge.";
